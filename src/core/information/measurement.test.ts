import { describe, expect, test } from 'vitest';
import type { Urgency } from '#core/record/entities.ts';
import { measurementOf } from '#core/information/measurement.ts';
import { isoDay, dayOf } from '#core/time.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

function measured(urgency: Urgency, ...changes: readonly string[]) {
  const index = indexOn(TODAY, 'risk r openedAt=2024-01-01', ...changes);
  const risk = index.view.risks.get('r');
  if (risk === undefined) throw new Error('there is no risk r');
  const evidence = [...index.view.evidence.values()].filter(({ riskId }) => riskId === 'r');
  const { state, ...found } = measurementOf(index, risk, urgency, evidence);
  return { state, newest: 'newest' in found ? found.newest.id : undefined };
}

const ago = (days: number) => isoDay(dayOf(TODAY) - days);

describe(measurementOf, () => {
  test.each<[string, Urgency, number]>([
    ['scan', 'U3', 7], ['scan', 'U14', 14], ['scan', 'U60', 45], ['scan', 'U180', 45], ['metric', 'U3', 35], ['attestation', 'U3', 90],
    ['statement', 'U60', 90], ['assessment', 'U60', 180], ['audit', 'U60', 365], ['test', 'U60', 365],
  ])('a %s on the clock %s is good for %d days', (kind, urgency, days) => {
    expect(measured(urgency, `evidence e kind=${kind} at=${ago(days)}`)).toEqual({ state: 'good', newest: 'e' });
    expect(measured(urgency, `evidence e kind=${kind} at=${ago(days + 1)}`)).toEqual({ state: 'too-old', newest: 'e' });
  });

  test.each(['scan', 'metric', 'attestation', 'statement', 'assessment', 'audit', 'test'])('the policy sets the days of a %s alone', (kind) => {
    const others = ['scan', 'metric', 'attestation', 'statement', 'assessment', 'audit', 'test'].filter((each) => each !== kind);
    const policy = (name: string, days: number) => `policy policy thresholds={"I6.${name}":${days}}`;
    expect(measured('U60', `evidence e kind=${kind} at=${ago(10)}`, policy(kind, 9)).state).toBe('too-old');
    expect(measured('U60', `evidence e kind=${kind} at=${ago(10)}`, policy(kind, 10)).state).toBe('good');
    for (const other of others) expect(measured('U60', `evidence e kind=${other} at=${ago(10)}`, policy(kind, 9)).state).toBe('good');
  });

  test('advisories and incidents measure nothing', () => {
    expect(measured('U60', 'evidence e kind=advisory')).toEqual({ state: 'never', newest: undefined });
    expect(measured('U60', 'evidence e kind=incident')).toEqual({ state: 'never', newest: undefined });
    expect(measured('U60', 'no ack a', 'no evidence e')).toEqual({ state: 'never', newest: undefined });
  });

  test('the newest counts, in whatever order they stand; of one day the last', () => {
    const old = `evidence e kind=scan at=${ago(3)}`;
    expect(measured('U60', old, `evidence f riskId=r kind=scan at=${ago(4)}`).newest).toBe('e');
    expect(measured('U60', old, `evidence f riskId=r kind=scan at=${ago(2)}`).newest).toBe('f');
    expect(measured('U60', old, `evidence f riskId=r kind=scan at=${ago(3)}`).newest).toBe('f');
  });

  test('a superseded one does not count from its day', () => {
    expect(measured('U60', `evidence e supersededAt=${TODAY}`).state).toBe('never');
    expect(measured('U60', 'evidence e supersededAt=2026-07-01').state).toBe('good');
  });

  test.each([
    ['internet', 0.95, 'good'], ['internet', 0.949, 'too-narrow'], ['internal', 0.8, 'good'], ['internal', 0.799, 'too-narrow'], ['unknown', 0.9, 'too-narrow'],
  ])('a clean result on a service reachable from %s that covers %d is %s', (reach, coverage, state) => {
    expect(measured('U60', `service shop exposure=${reach}`, `evidence e kind=scan at=${ago(1)} negative=true coverage=${coverage}`).state).toBe(state);
  });

  test('a clean result without its coverage is too narrow, one that found something is good', () => {
    expect(measured('U60', `evidence e kind=scan at=${ago(1)} negative=true`).state).toBe('too-narrow');
    expect(measured('U60', `evidence e kind=scan at=${ago(1)} negative=false`).state).toBe('good');
    expect(measured('U60', `evidence e kind=scan at=${ago(1)}`).state).toBe('good');
  });
});
