import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, isoDay } from '#core/time.ts';
import { recordedWhen } from '#core/record/entry.ts';
import { indexRecord } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { readinessStates } from '#core/picture/readiness.ts';
import { evaluateRecord, evaluateRisk } from '#core/flags/evaluate.ts';
import { evaluationReport } from '#core/flags/evaluation-report.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { flagsOn, indexOn, riskToday, TODAY, viewOn } from '#test/support/world.ts';

const someDay = fc.integer({ min: dayOf('2024-03-01'), max: dayOf('2026-11-21') }).map(isoDay);

describe('evaluating any record', () => {
  test('gives every open risk exactly one of six states, and the counts add up to the open total', () => {
    fc.assert(
      fc.property(arbitraryEntries, someDay, (entries, asOf) => {
        const view = viewAsOf(entries, asOf);
        const open = [...view.risks.values()].filter((risk) => risk.closedAt === undefined || dayOf(risk.closedAt) > dayOf(asOf));
        const { readiness } = evaluationReport(view);
        expect(Object.keys(readiness.risks).sort()).toEqual(open.map((risk) => risk.id).sort());
        for (const state of Object.values(readiness.risks)) expect(readinessStates).toContain(state);
        expect(Object.values(readiness.counts).reduce((sum, count) => sum + count, 0)).toBe(readiness.open);
        for (const state of readinessStates) {
          expect(readiness.counts[state]).toBe(Object.values(readiness.risks).filter((one) => one === state).length);
        }
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  test('never changes for a past day when entries are recorded later', () => {
    fc.assert(
      fc.property(arbitraryEntries, someDay, (entries, asOf) => {
        const known = entries.filter((entry) => dayOf(recordedWhen(entry)) <= dayOf(asOf));
        expect(evaluationReport(viewAsOf(entries, asOf))).toEqual(evaluationReport(viewAsOf(known, asOf)));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('says of one risk what it says of it in the whole', () => {
    fc.assert(
      fc.property(arbitraryEntries, someDay, (entries, asOf) => {
        const whole = evaluateRecord(viewAsOf(entries, asOf));
        const index = indexRecord(viewAsOf(entries, asOf));
        for (const [id, evaluation] of whole.risks) {
          const alone = evaluateRisk(index, id);
          expect(alone?.conditions).toEqual(evaluation.conditions);
          expect(alone?.readiness).toBe(evaluation.readiness);
          expect(alone?.lowest.answer).toEqual(evaluation.lowest.answer);
        }
      }),
      { seed: 8, numRuns: 60 },
    );
  });

  test('shows four lines at most, and every condition it does not hide', () => {
    fc.assert(
      fc.property(arbitraryEntries, someDay, (entries, asOf) => {
        const view = viewAsOf(entries, asOf);
        const evaluation = evaluateRecord(view);
        for (const { conditions, flags, moreFlags } of evaluation.risks.values()) {
          expect(flags.length).toBeLessThanOrEqual(4);
          const shown = [...flags, ...moreFlags];
          for (const flag of shown) expect(conditions).toContain(flag);
          expect(new Set(shown).size).toBe(shown.length);
          expect(shown.filter((flag) => flag.flag === 'I3')).toEqual(conditions.filter((flag) => flag.flag === 'I3'));
        }
        const raw = new Set([...[...evaluation.risks.values()].flatMap((risk) => risk.conditions), ...evaluation.otherFlags]);
        expect(new Set(evaluation.flags)).toEqual(raw);
      }),
      { seed: 9, numRuns: 100 },
    );
  });
});

describe('the six states', () => {
  test.each([
    ['can-decide-seen', ''],
    ['can-decide-not-seen', 'no ack a'],
    ['cannot-decide-seen', 'no grant g-nora'],
    ['cannot-decide-not-seen', 'no grant g-nora\nno ack a'],
    ['nobody-named', 'risk r ownerId=-'],
    ['nobody-named', 'risk r ownerId=desk'],
    ['nobody-named', 'risk r ownerId=gap'],
    ['nobody-named', 'person nora to=2026-06-29'],
    ['cannot-tell', 'risk r ownerId=ghost'],
    ['cannot-tell', 'person chair holderId=ghost\nrisk r ownerId=chair'],
    ['cannot-tell', 'grant g-nora grantorId=ghost'],
    ['cannot-tell', 'grant g-nora scope={"teams":["orders"]}\nservice shop teamId=-'],
    ['cannot-tell', 'policy policy currency=USD\nrisk r exposure={"low":1,"high":2,"currency":"EUR"}'],
    ['cannot-decide-seen', 'risk r exposure={"low":1,"high":600k}'],
    ['cannot-decide-seen', 'grant g-nora to=2026-06-29'],
    ['can-decide-seen', 'no ack a\nevidence e material=false'],
    ['can-decide-not-seen', 'evidence x riskId=other at=2026-06-29 kind=audit relatesTo=[r]'],
    ['can-decide-not-seen', 'ack a level=summary'],
  ])('%s: %s', (readiness, change) => {
    expect(riskToday('r', change).readiness).toBe(readiness);
  });

  test('a grant that covers the risk is enough, whatever else cannot be told', () => {
    expect(riskToday('r', 'grant g2 granteeId=nora grantorId=ghost from=2022-01-01 maxExposure=9M').readiness).toBe('can-decide-seen');
    expect(riskToday('r', 'grant g2 granteeId=nora grantorId=ghost from=2022-01-01 maxExposure=9M', 'risk r exposure={"low":1,"high":6M}').readiness).toBe('cannot-tell');
    expect(riskToday('r', 'grant g2 granteeId=nora grantorId=ghost from=2022-01-01 maxExposure=5M', 'risk r exposure={"low":1,"high":6M}').readiness).toBe('cannot-decide-seen');
  });
});

describe('the headline', () => {
  test.each([
    ['neither', ''],
    ['authority', 'no grant g-nora'],
    ['information', 'no ack a\nevidence e at=2026-06-01\nrisk r openedAt=2026-06-01'],
    ['both', 'no grant g-nora\nno ack a\nevidence e at=2026-06-01\nrisk r openedAt=2026-06-01'],
    ['neither', 'grant g-nora to=2026-07-10'],
    ['neither', 'risk r dueAt=2026-06-01'],
  ])('%s: %s', (lack, change) => {
    expect(riskToday('r', change).lack).toBe(lack);
  });
});

describe('quiet', () => {
  const shown = (...changes: readonly string[]) => {
    const { flags, moreFlags } = riskToday('r', ...changes);
    return [...flags, ...moreFlags].map((flag) => flag.flag);
  };

  test('P3 hides P1, P2 hides P8, and the report keeps all four', () => {
    const ended = ['risk r openedAt=2026-01-01 dueAt=-', 'decision d riskId=r kind=accept byId=nora at=2026-06-28 expiresAt=2026-06-29'];
    expect(shown(...ended)).toEqual(['P3']);
    expect(flagsOn(TODAY, ...ended).map((flag) => flag.flag).sort()).toEqual(['P1', 'P3']);
    const late = ['risk r openedAt=2026-01-01 dueAt=2026-06-01'];
    expect(shown(...late)).toEqual(['P2']);
    expect(flagsOn(TODAY, ...late).map((flag) => flag.flag).sort()).toEqual(['P2', 'P8']);
  });

  test('A2 stands with A8, and known elsewhere is never hidden', () => {
    const never = ['no ack a', 'evidence e at=2026-06-01', 'risk r openedAt=2026-06-01 defectClass=token-check', 'evidence x riskId=other at=2026-06-01 kind=incident defectClass=token-check'];
    expect(shown(...never)).toEqual(['I3', 'I1']);
  });

  test('authority stands before information before process, the longest first, at most four leading lines', () => {
    const many = [
      'risk r ownerId=sam openedAt=2026-01-01 dueAt=2026-06-01 defectClass=token-check', 'no ack a', 'evidence e at=2026-01-01 kind=advisory',
      'evidence x riskId=other at=2026-02-01 kind=incident defectClass=token-check',
    ];
    const evaluation = riskToday('r', ...many);
    expect(evaluation.flags.map((flag) => flag.flag)).toEqual(['A8', 'A9', 'I3', 'I1']);
    expect(evaluation.moreFlags.map((flag) => flag.flag)).toEqual(['I6', 'P2']);
    expect(evaluation.conditions.map((flag) => flag.flag)).toEqual(['A8', 'A9', 'I1', 'I3', 'I6', 'P2', 'P8']);
  });

  test('of one family the longest stands first', () => {
    const both = ['risk r ownerId=sam openedAt=2026-06-01 ownerSince=2026-06-01', 'person sam from=2026-06-10'];
    expect(riskToday('r', ...both).flags.map((flag) => flag.flag)).toEqual(['A8', 'A9']);
    expect(riskToday('r', 'risk r openedAt=2026-01-01 dueAt=2026-06-01', 'evidence e at=2025-01-01', 'ack a at=2026-01-02').flags.map((flag) => [flag.flag, flag.since])).toEqual([
      ['I6', '2026-01-01'], ['P2', '2026-06-04'],
    ]);
  });

  test('a notice stands last', () => {
    expect(shown('grant g-nora to=2026-07-10', 'risk r dueAt=2026-06-26')).toEqual(['P2', 'A5w']);
  });

  test('flags that do not lead stand behind more conditions, except the reason why the owner cannot decide', () => {
    const noRange = riskToday('r', 'risk r exposure=- openedAt=2026-06-10');
    expect([noRange.flags, noRange.moreFlags.map((flag) => flag.flag)]).toEqual([[], ['I7']]);
    const { flags, moreFlags } = riskToday('r', 'grant g-nora scope={"services":["index"]}');
    expect([flags.map((flag) => flag.flag), moreFlags]).toEqual([['A4'], []]);
  });
});

describe('the report', () => {
  test('lists flags by the size of one loss times the days they have held, what has no range on top of its clock band', () => {
    const risks = [
      'risk small serviceIds=[shop] openedAt=2026-06-01 dueAt=2026-07-20 urgency=U60 exposure={"low":1,"high":1k}',
      'risk large serviceIds=[shop] openedAt=2026-06-01 dueAt=2026-07-20 urgency=U60 exposure={"low":1,"high":9M}',
      'risk short serviceIds=[shop] openedAt=2026-06-26 dueAt=2026-07-20 urgency=U60 exposure={"low":1,"high":9M}',
      'risk blank serviceIds=[shop] openedAt=2026-06-26 dueAt=2026-07-20 urgency=U60',
      'risk slow serviceIds=[shop] openedAt=2026-06-01 dueAt=2026-07-20 urgency=U180',
      'step k state=open',
    ];
    const order = evaluationReport(viewOn(TODAY, ...risks)).flags.filter((flag) => flag.flag === 'A1' || flag.flag === 'P11');
    expect(order.map((flag) => flag.subject)).toEqual(['blank', 'large', 'short', 'small', 'slow', 'k']);
  });

  const order = (...risks: readonly string[]) =>
    evaluationReport(viewOn(TODAY, ...risks.map((risk) => `risk ${risk} serviceIds=[shop] dueAt=2026-07-20 urgency=U60`)))
      .flags.filter((flag) => flag.flag === 'A1').map((flag) => flag.subject).join(' ');

  test('a small loss that held long stands before a large one that held briefly', () => {
    expect(order('brief openedAt=2026-06-26 exposure={"low":1,"high":3M}', 'long openedAt=2026-06-10 exposure={"low":1,"high":1M}')).toBe('long brief');
    expect(order('long openedAt=2026-06-10 exposure={"low":1,"high":1M}', 'brief openedAt=2026-06-26 exposure={"low":1,"high":18M}')).toBe('brief long');
  });

  test('of one size the longest stands first, and of one day the first by id', () => {
    const [older, newer] = ['older openedAt=2026-06-07 exposure={"low":1,"high":1M}', 'newer openedAt=2026-06-17 exposure={"low":1,"high":2M}'];
    expect(order(older, newer)).toBe('older newer');
    expect(order(newer, older)).toBe('older newer');
    const same = ['c', 'a', 'd', 'b'].map((id) => `${id} openedAt=2026-06-17 exposure={"low":1,"high":2M}`);
    expect(order(...same)).toBe('a b c d');
    expect(order(...same.toReversed())).toBe('a b c d');
  });

  test('a condition of today counts as one day', () => {
    expect(order('now openedAt=2026-06-27 exposure={"low":1,"high":9M}', 'long openedAt=2026-06-26 exposure={"low":1,"high":1M}')).toBe('now long');
  });

  test('has a person or null, and the readiness of every open risk', () => {
    const report = evaluationReport(viewOn(TODAY, 'risk r ownerId=-', 'risk r2 serviceIds=[shop] ownerId=desk openedAt=2026-06-20 dueAt=2026-07-20 exposure={"low":1,"high":2} urgency=U60', 'evidence e2 riskId=r2 at=2026-06-26 kind=scan', 'ack b evidenceId=e2 personId=nora at=2026-06-27 level=detail'));
    expect(report.flags.map(({ flag, subject, person }) => [flag, subject, person])).toEqual([['A1', 'r', null], ['A2', 'r2', 'desk']]);
    expect(Object.keys(report.flags[0] ?? {}).sort()).toEqual(['flag', 'nextStep', 'person', 'policyVersion', 'sentence', 'since', 'subject']);
    expect(report.readiness).toEqual({
      open: 2, risks: { r: 'nobody-named', r2: 'nobody-named' },
      counts: { 'can-decide-seen': 0, 'can-decide-not-seen': 0, 'cannot-decide-seen': 0, 'cannot-decide-not-seen': 0, 'nobody-named': 2, 'cannot-tell': 0 },
    });
    expect(report.asOf).toBe(TODAY);
  });

  test('leaves closed risks out, from the day they are closed', () => {
    expect(evaluationReport(viewOn(TODAY, 'risk r closedAt=2026-06-30')).readiness.open).toBe(0);
    expect(evaluationReport(viewOn(TODAY, 'risk r closedAt=2026-07-01')).readiness.open).toBe(1);
    expect(evaluateRisk(indexOn(TODAY, 'risk r closedAt=2026-06-30'), 'r')).toBeUndefined();
    expect(evaluateRisk(indexOn(TODAY), 'no such risk')).toBeUndefined();
  });
});

describe('the evaluation of one risk', () => {
  test('tells who knew when', () => {
    expect(riskToday('r').knowledge).toMatchObject({ firstKnownAt: '2026-06-26', ownerKnewAt: '2026-06-27', lagDays: 1 });
  });

  test('a flag about nobody names no person at all', () => {
    const [flag] = flagsOn(TODAY, 'risk r ownerId=-');
    expect(flag?.flag).toBe('A1');
    expect(Object.keys(flag ?? {})).not.toContain('person');
  });
});
