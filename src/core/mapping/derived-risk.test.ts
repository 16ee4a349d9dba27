import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivedRisk, derivedRiskId } from '#core/mapping/derived-risk.ts';
import { familyIds } from '#core/mapping/family-names.ts';
import { evaluateRisk } from '#core/flags/evaluate.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

const group = fc.record({ serviceId: fc.string({ minLength: 1 }), family: fc.constantFrom(...familyIds) });

describe(derivedRiskId, () => {
  test('is the same for the same group and differs for every other', () => {
    fc.assert(fc.property(group, group, (one, other) => {
      const same = one.serviceId === other.serviceId && one.family === other.family;
      expect(derivedRiskId(one) === derivedRiskId(other)).toBe(same);
      expect(derivedRiskId({ ...one })).toBe(derivedRiskId(one));
    }));
  });
});

describe(derivedRisk, () => {
  test('proposes the lead of the team that owns the service, names nobody and states no range', () => {
    expect(derivedRisk(indexOn(TODAY, 'service shop name=Shop'), { serviceId: 'shop', family: '1409' }, TODAY)).toEqual({
      id: 'derived:1409:shop', label: 'Injection: Shop', serviceIds: ['shop'], openedAt: TODAY,
      derivedFrom: { serviceId: 'shop', family: '1409' }, proposedOwnerId: 'nora', proposedAt: TODAY,
    });
  });

  test('proposes nobody without an owning team, and never somebody who assesses', () => {
    const of = (...changes: readonly string[]) => derivedRisk(indexOn(TODAY, ...changes), { serviceId: 'shop', family: '1409' }, TODAY).proposedOwnerId;
    expect(of('service shop teamId=-')).toBeUndefined();
    expect(of('service shop teamId=audit')).toBeUndefined();
    expect(of('team orders leadId=gap')).toBe('rita');
  });

  test('is judged by its findings: as urgent as the most urgent open one, and nobody is named', () => {
    const derived = 'risk d serviceIds=[shop] openedAt=2026-06-20 derivedFrom={"serviceId":"shop","family":"1409"} proposedOwnerId=nora proposedAt=2026-06-20';
    const found = 'finding f serviceId=shop at=2026-06-01 severity=high defectClass=CWE-89 exploited=true totalControl=true';
    expect(evaluateRisk(indexOn(TODAY, derived), 'd')).toMatchObject({ urgency: 'U180', readiness: 'nobody-named' });
    expect(evaluateRisk(indexOn(TODAY, derived, found), 'd')).toMatchObject({ urgency: 'U3', readiness: 'nobody-named' });
    expect(evaluateRisk(indexOn(TODAY, derived, found, 'finding f fixedAt=2026-06-30'), 'd')?.urgency).toBe('U180');
  });
});
