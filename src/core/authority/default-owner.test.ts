import { describe, expect, test } from 'vitest';
import { defaultOwner } from '#core/authority/default-owner.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

function carrier(events: readonly string[], ...changes: readonly string[]) {
  const index = indexOn(TODAY, ...changes, ...events.map((event, at) => `event v${at} riskId=r ${event}`));
  const risk = index.view.risks.get('r');
  if (risk === undefined) throw new Error('there is no risk r');
  return defaultOwner(index, risk);
}

const omar = ['type=remediation personId=omar at=2026-06-01', 'type=remediation personId=omar at=2026-06-02', 'type=remediation personId=omar at=2026-06-03'];
const pia = omar.map((event) => event.replace('omar', 'pia'));

describe(defaultOwner, () => {
  test('names nobody under three actions', () => {
    expect(carrier(omar.slice(1))).toBeUndefined();
    expect(carrier(omar)).toEqual({ personId: 'omar', actions: 3, share: 1, since: '2026-06-03' });
  });

  test('half the weight is enough, and of two halves the first by id is named', () => {
    expect(carrier([...pia, ...omar])).toMatchObject({ personId: 'omar', share: 0.5 });
    expect(carrier([...omar, ...pia, 'type=presented personId=pia at=2026-06-04'])?.personId).toBe('pia');
    expect(carrier([...omar, ...pia, 'type=presented personId=tom at=2026-06-04'])).toBeUndefined();
  });

  test('the larger share counts before the id', () => {
    const low = 'policy policy thresholds={"A8.share":0.3}';
    expect(carrier([...omar, ...pia, 'type=decision personId=pia at=2026-06-04'], low)?.personId).toBe('pia');
    expect(carrier([...omar, ...pia, 'type=decision personId=omar at=2026-06-04'], low)?.personId).toBe('omar');
  });

  test.each([['decision', 5], ['incidentCall', 3], ['remediation', 3], ['escalationReceived', 2], ['presented', 1]])('%s weighs %d', (type, weight) => {
    expect(carrier([...omar, `type=${type} personId=tom at=2026-06-04`])?.share).toBeCloseTo(9 / (9 + weight), 12);
  });

  test('counts 180 days, the first of them included', () => {
    const long = 'risk r openedAt=2025-01-01';
    expect(carrier(omar.map((event) => event.replace(/2026-06-0\d/, '2026-01-01')), long)?.actions).toBe(3);
    expect(carrier(omar.map((event) => event.replace(/2026-06-0\d/, '2025-12-31')), long)).toBeUndefined();
  });

  test('what somebody did whom the record does not hold counts for and against nobody', () => {
    expect(carrier([...omar, 'type=decision personId=ghost at=2026-06-04', 'type=decision personId=ghost at=2026-06-05'])).toMatchObject({ personId: 'omar', share: 1 });
  });

  test('is named since the third action in time, in whatever order they were recorded', () => {
    expect(carrier(['type=presented personId=omar at=2026-06-09', ...omar.toReversed()])?.since).toBe('2026-06-03');
  });

  test('decisions and escalations count where no event of that person and day stands for them', () => {
    const decided = 'decision d riskId=r kind=mitigate byId=omar at=2026-06-05';
    const raised = 'escalation x riskId=r byId=pia toId=omar at=2026-06-06';
    expect(carrier(omar.slice(1), decided)?.actions).toBe(3);
    expect(carrier(omar.slice(1), raised)?.actions).toBe(3);
    expect(carrier([...omar.slice(1), 'type=decision personId=omar at=2026-06-05'], decided)?.actions).toBe(3);
    expect(carrier([...omar.slice(1), 'type=decision personId=omar at=2026-06-04'], decided)?.actions).toBe(4);
  });
});
