import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY_VERSION } from '#core/flags/default-policy-version.ts';
import { clockDefaults, policySettings, thresholdDefaults } from '#core/flags/policy-defaults.ts';

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

  test.each([{ clock: { U3: 2 } }, { thresholds: { 'P7.n': 20 } }, { reserved: ['safety'] }, { acceptanceNonDelegable: true }])('a changed policy without a version says so: %o', (change) => {
    expect(policySettings({ id: 'policy', ...change }).version).toBe(`${DEFAULT_POLICY_VERSION} with changes`);
  });

  test('every default is the figure of the specification', () => {
    expect(Object.fromEntries(Object.entries(thresholdDefaults).map(([name, { value }]) => [name, value]))).toEqual({
      'clock.ownerShare': 20, 'clock.briefShare': 6, 'headsUp.days': 2, 'headsUp.clockShare': 6, 'brief.minutesAPiece': 5, 'grantDown.days': 90, 'emergency.days': 3, 'beforeRecords.days': 60,
      'A5w.days': 30, 'A6.clockShare': 2, 'A6.deciders': 1, 'A6.vetoes': 3, 'A7.days': 365, 'A7.n': 3, 'A7.share': 0.5, 'A8.days': 180,
      'A8.actions': 3, 'A8.share': 0.5, 'A11.days': 30,
      'I6.scanU3': 7, 'I6.scanU14': 14, 'I6.scan': 45, 'I6.metric': 35, 'I6.attestation': 90, 'I6.statement': 90, 'I6.assessment': 180,
      'I6.audit': 365, 'I6.test': 365, 'I6.coverageExposed': 0.95, 'I6.coverageInternal': 0.8, 'I7.days': 14, 'I7.slowestClockDays': 90,
      'P1.days': 14, 'P2.days': 3, 'P2.daysWhenRaisedBefore': 30, 'P3.days': 365, 'P4.days': 180, 'P4.n': 10, 'P4.share': 0.6, 'P5.days': 90,
      'P5.n': 5, 'P5.share': 0.25, 'P6.days': 7, 'P6.n': 10, 'P6.share': 0.2, 'P7.days': 180, 'P7.n': 10, 'P7.share': 0.5, 'P7.waiting': 15,
      'P9.days': 180, 'P9.n': 3, 'P11.days': 90, 'source.slackDays': 1, 'source.silenceDays': 45,
      'silence.emptyFrom': 5, 'silence.shrunkenFrom': 20, 'silence.shrunkenShare': 0.5,
    });
  });

  test('every default is a number above zero with a reason', () => {
    for (const { value, why } of [...Object.values(clockDefaults), ...Object.values(thresholdDefaults)]) {
      expect(value).toBeGreaterThan(0);
      expect(why.length).toBeGreaterThan(5);
    }
  });
});
