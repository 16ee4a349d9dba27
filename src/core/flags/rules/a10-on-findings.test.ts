import { describe, expect, test } from 'vitest';
import { flagsOn, TODAY } from '#test/support/world.ts';

const accepted = `finding shop:trivy:f1 serviceId=shop at=2026-06-01
decision d1 riskId=shop:trivy:f1 findingId=shop:trivy:f1 kind=accept at=2026-06-29`;
const up = (...lines: readonly string[]) => flagsOn(TODAY, ...lines).filter(({ flag, subjectKind }) => flag === 'A10' && subjectKind !== 'risk');

describe('A10 over decisions about findings that no risk stands for', () => {
  test('gives one line a team', () => {
    expect(up(accepted, accepted.replaceAll('f1', 'f2').replace('decision d1', 'decision d2'))).toMatchObject([{
      flag: 'A10', subjectKind: 'team', subject: 'orders', since: '2026-06-29',
      sentence: '2 decisions about findings of orders that no risk rests on stand without authority on record; 2 came without the names of who made them.',
      nextStep: 'Map the findings to a risk, so that its decision owner can ratify them or decide again; the findings stay in every count until then.',
    }]);
  });

  test.each([
    ['by nobody the source names', accepted, 1],
    ['by somebody who may decide about the service', `${accepted}\ndecision d1 byId=nora`, 0],
    ['by somebody without authority', `${accepted}\ndecision d1 byId=pia`, 1],
    ['by somebody the record does not hold', `${accepted}\ndecision d1 byId=ghost`, 0],
    ['that has ended', `${accepted}\ndecision d1 expiresAt=2026-06-29`, 0],
    ['that was carried out', `${accepted}\ndecision d1 kind=mitigate implementedAt=2026-06-29`, 0],
    ['decided again by somebody who may', `${accepted}\ndecision d9 riskId=shop:trivy:f1 findingId=shop:trivy:f1 kind=accept at=2026-06-30 byId=nora`, 0],
    ['about a risk, which has a line of its own', accepted.replace('riskId=shop:trivy:f1', 'riskId=r'), 0],
  ])('%s: %s', (_, lines, count) => {
    expect(up(lines)).toHaveLength(count);
  });

  test('on a service without a team is the matter of the organisation', () => {
    expect(up(accepted, 'service shop teamId=-')).toMatchObject([{ subjectKind: 'organisation' }]);
  });
});
