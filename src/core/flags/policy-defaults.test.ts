import { describe, expect, test } from 'vitest';
import { clockDefaults, DEFAULT_POLICY_VERSION, policySettings, thresholdDefaults } from '#core/flags/policy-defaults.ts';

describe(policySettings, () => {
  test('fills every gap with the product default', () => {
    const settings = policySettings({ id: 'policy' });
    expect(settings.clock).toEqual({ U3: 3, U14: 14, U60: 60, U180: 180 });
    expect(settings.threshold('P7.waiting')).toBe(15);
    expect(settings.acceptanceNonDelegable).toBe(false);
    expect(settings.isReserved('safety')).toBe(false);
    expect(settings.isReserved(undefined)).toBe(false);
    expect(settings.version).toBe(DEFAULT_POLICY_VERSION);
    expect(settings.currency).toBeUndefined();
  });

  test('takes what the organisation set', () => {
    const settings = policySettings({
      id: 'policy', version: '2026-2', clock: { U3: 2 }, thresholds: { 'P7.waiting': 30 }, reserved: ['safety'], acceptanceNonDelegable: true, currency: 'EUR',
    });
    expect(settings.clock).toEqual({ U3: 2, U14: 14, U60: 60, U180: 180 });
    expect(settings.threshold('P7.waiting')).toBe(30);
    expect(settings.threshold('P7.n')).toBe(10);
    expect(settings.isReserved('safety')).toBe(true);
    expect(settings.isReserved('fraud')).toBe(false);
    expect(settings.acceptanceNonDelegable).toBe(true);
    expect(settings.version).toBe('2026-2');
    expect(settings.currency).toBe('EUR');
  });

  test.each([{ clock: { U3: 2 } }, { thresholds: { 'P7.n': 20 } }, { reserved: ['safety'] }])('a changed policy without a version says so: %o', (change) => {
    expect(policySettings({ id: 'policy', ...change }).version).toBe(`${DEFAULT_POLICY_VERSION} with changes`);
  });

  test('every default is a number above zero with a reason', () => {
    for (const { value, why } of [...Object.values(clockDefaults), ...Object.values(thresholdDefaults)]) {
      expect(value).toBeGreaterThan(0);
      expect(why.length).toBeGreaterThan(5);
    }
  });
});
