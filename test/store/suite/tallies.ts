import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/time.ts';
import { severities } from '#core/record/entities.ts';
import type { Entry, EntryOf } from '#core/record/entry.ts';
import type { FindingTallies, TallyLimits } from '#core/record/finding-tallies.ts';
import { viewAsOf } from '#core/record/view.ts';
import { countFindings, heldUntraced } from '#core/flags/count-findings.ts';
import { everything, finding, freshStore, save, team, type Engine } from '#test/store/suite/store-under-test.ts';

const START = '2026-03-01';
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(START, days));
const moment = fc.oneof(day, day.map((on) => `${on}T23:30:00-05:00`));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** Any finding of a small pool: everything that is counted by changes between versions. */
const arbitraryFinding: fc.Arbitrary<EntryOf<'findings'>> = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }).map((n) => `f${n}`),
    serviceId: fc.constantFrom('pay', 'Über "x"'),
    severity: fc.constantFrom(...severities),
    at: moment,
    fixedAt: maybe(moment),
    fixedByTeamId: maybe(fc.constantFrom('shield', 'orders')),
    fixKind: maybe(fc.constantFrom('fix', 'shield')),
    external: maybe(fc.boolean()),
    exploited: maybe(fc.boolean()),
    automatable: maybe(fc.boolean()),
    totalControl: maybe(fc.boolean()),
    introducedByTeamId: maybe(fc.constant('orders')),
    introducedReleaseId: maybe(fc.constantFrom('v1', 'v2', 'v3')),
    escapedStageId: maybe(fc.constantFrom('review', 'test')),
    defectClass: maybe(fc.constantFrom('token-check', 'injection')),
  }, { requiredKeys: ['id', 'serviceId', 'severity', 'at'] })
  .chain((entity) => maybe(day).map((recordedAt) => ({ kind: 'findings' as const, entity, stamp: { recordedAt } })));

/** One shipped, one not yet on some of the days, one whose day changed hands; the findings name a third that nobody recorded. */
const releases: readonly Entry[] = [
  { kind: 'releases', entity: { id: 'v1', serviceId: 'pay', at: '2026-02-27T23:30:00-05:00', shippedByTeamId: 'orders' }, stamp: {} },
  { kind: 'releases', entity: { id: 'v2', serviceId: 'pay', at: addDays(START, 25) }, stamp: {} },
  { kind: 'releases', entity: { id: 'v2', serviceId: 'pay', at: addDays(START, 22) }, stamp: { recordedAt: addDays(START, 31) } },
];

const far: TallyLimits = { fixDays: 365, quickDays: 3, tracedWithin: 7, passDays: 365, passCount: 3 };
const quarter: TallyLimits = { ...far, fixDays: 90, passDays: 90 };
const near: TallyLimits = { fixDays: 10, quickDays: 9, tracedWithin: 0, passDays: 12, passCount: 1 };

/** The rows in one order, without what is not there: the database gives them as it comes to them. */
function spelled(tallies: FindingTallies): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(tallies).map(([name, rows]) => [name, rows.map((row: object) => JSON.stringify(row, Object.keys(row).sort())).sort()]));
}

export function describeTallies(engine: Engine, runs: number): void {
  describe('tallies of findings', () => {
    test('equal the count the core makes over the same findings, on every date and over any window', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(arbitraryFinding, { maxLength: 15 }), { minLength: 1, maxLength: 3 }), async (batches) => {
          const { store } = await freshStore(engine);
          await save(store, releases, { recordedAt: START });
          for (const [at, batch] of batches.entries()) await save(store, batch, { recordedAt: addDays(START, 15 * (at + 1)) });
          const stored = await everything(store.allEntries());
          for (const asOf of [0, 20, 31, 60].map((days) => addDays(START, days))) {
            const view = viewAsOf(stored, asOf);
            const held = heldUntraced([...view.findings.values()].filter(({ id }) => id < 'f5'), asOf);
            for (const limits of [near, far]) {
              const counted = countFindings(view.findings.values(), asOf, { limits, held, releasedOn: (id) => view.releases.get(id)?.at });
              expect(spelled(await store.findingTallies(asOf, limits, held))).toEqual(spelled(counted));
            }
          }
        }),
        { seed: 20_261_121, numRuns: runs },
      );
    });

    test('an empty record has none', async () => {
      const { store } = await freshStore(engine);
      expect(await store.findingTallies('2026-06-01', quarter, [])).toEqual({ fixed: [], open: [], passed: [], untraced: [] });
    });

    test('are counted anew for every finding that is recorded, and not for anything else', async () => {
      const { store } = await freshStore(engine);
      await save(store, [finding('f1')], { recordedAt: '2026-02-01' });
      const first = await store.findingTallies('2026-06-01', quarter, []);
      await save(store, [team('orders', 'Orders')], { recordedAt: '2026-02-02' });
      expect(await store.findingTallies('2026-06-01', quarter, [])).toBe(first);
      expect(await store.findingTallies('2026-06-01', { ...quarter, passDays: 89 }, [])).not.toBe(first);
      expect(await store.findingTallies('2026-06-02', quarter, [])).not.toBe(first);
      await save(store, [finding('f1', { severity: 'low' })], { recordedAt: '2026-02-03' });
      expect((await store.findingTallies('2026-06-01', quarter, [])).untraced).toEqual([]);
      expect(first.untraced).toHaveLength(1);
    });

    test('of a past day stay, whatever is recorded after it; what is recorded late for that day is counted', async () => {
      const { store } = await freshStore(engine);
      await save(store, [finding('f1')], { recordedAt: '2026-02-01' });
      const cells = await store.findingCells('2026-02-15');
      await save(store, [finding('f2'), finding('f1', { severity: 'low' })], { recordedAt: '2026-03-01' });
      expect(await store.findingCells('2026-02-15')).toEqual(cells);
      await save(store, [finding('f3')], { recordedAt: '2026-02-10' });
      expect(await store.findingCells('2026-02-15')).toEqual([{ serviceId: 'pay', stageId: null, severity: 'high', count: 2 }]);
    });

    test('count every finding, whether or not a risk links to it, and what was recorded later only from then on', async () => {
      const { store } = await freshStore(engine);
      await save(store, [finding('f1', { defectClass: 'token-check', escapedStageId: 'review' })], { recordedAt: '2026-02-01' });
      await save(store, [finding('f2'), finding('f1', { fixedAt: '2026-02-10', fixedByTeamId: 'shield' })], { recordedAt: '2026-03-01' });
      const before = await store.findingTallies('2026-02-28', quarter, []);
      expect(before.open).toEqual([{ serviceId: 'pay', count: 1, untraced: 1, newestUntraced: '2026-01-05' }]);
      expect(before.fixed).toEqual([]);
      expect(before.passed).toEqual([{ serviceId: 'pay', stageId: 'review', defectClass: 'token-check', count: 1, first: ['2026-01-05'] }]);
      const after = await store.findingTallies('2026-03-01', quarter, []);
      expect(after.untraced).toEqual([{ serviceId: 'pay', count: 1, first: '2026-01-05' }]);
      expect(after.fixed).toEqual([{ serviceId: 'pay', fixedByTeamId: 'shield', quick: false, newestOn: '2026-02-10', count: 1 }]);
    });
  });
}
