import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#core/time.ts';
import type { Finding } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { riverWeeks } from '#core/release/river-weeks.ts';
import { everything, finding, freshStore, save, type Engine } from '#test/store/suite/store-under-test.ts';

const START = '2026-03-01';
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(START, days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** Any finding of a small pool, fixed, found again, fixed before it was found, traced in part or not at all. */
const arbitraryFinding = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }).map((n) => `f${n}`),
    serviceId: fc.constantFrom('pay', 'ship'),
    severity: fc.constant('high' as const),
    at: day,
    fixedAt: maybe(day),
    foundStageId: maybe(fc.constantFrom('code', 'run')),
    introducedStageId: maybe(fc.constantFrom('code', 'build')),
    introducedByTeamId: maybe(fc.constantFrom('orders', 'shield')),
    introducedReleaseId: maybe(fc.constantFrom('v1', 'v2', 'v3')),
    fixedByTeamId: maybe(fc.constantFrom('orders', 'shield')),
  }, { requiredKeys: ['id', 'serviceId', 'severity', 'at'] })
  .chain((entity) => maybe(day).map((recordedAt): Entry => ({ kind: 'findings', entity, stamp: { recordedAt } })));

const releases: readonly Entry[] = [
  { kind: 'releases', entity: { id: 'v1', serviceId: 'pay', at: START, shippedByTeamId: 'orders' }, stamp: {} },
  { kind: 'releases', entity: { id: 'v2', serviceId: 'pay', at: '2026-03-02T23:30:00-05:00' }, stamp: {} },
];

const fixedOn = ({ at, fixedAt }: Finding, asOf: string): string | undefined =>
  fixedAt === undefined || fixedAt > asOf ? undefined : fixedAt < at ? at : fixedAt;

export function describeRiver(engine: Engine, runs: number): void {
  describe('the river of findings', () => {
    test('in every week open before plus found less fixed is open after, as counted finding by finding', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(arbitraryFinding, { maxLength: 15 }), { minLength: 1, maxLength: 3 }), async (batches) => {
          const { store } = await freshStore(engine);
          await save(store, releases, { recordedAt: START });
          for (const [at, batch] of batches.entries()) await save(store, batch, { recordedAt: addDays(START, 15 * (at + 1)) });
          const stored = await everything(store.allEntries());
          for (const asOf of [20, 31, 64].map((days) => addDays(START, days))) {
            const held = [...viewAsOf(stored, asOf).findings.values()].filter(({ at }) => at <= asOf);
            const openAt = (on: string): number => held.filter((one) => one.at <= on && (fixedOn(one, asOf) ?? '9') > on).length;
            const counts = await store.riverCounts(asOf);
            const weeks = riverWeeks(counts);
            expect(daysBetween(weeks.at(-1)?.week ?? '', asOf)).toBeLessThan(7);
            expect(weeks.map((row) => row.open)).toEqual(weeks.map(({ week }) => openAt(addDays(week, 6) < asOf ? addDays(week, 6) : asOf)));
            expect(counts.openBefore).toBe(openAt(addDays(counts.firstWeek, -1)));
            expect(weeks.at(-1)?.open).toBe(counts.open);
            expect(counts.stages.reduce((sum, row) => sum + row.count, 0)).toBe(held.length);
            expect(counts.teams.reduce((sum, row) => sum + row.count, 0)).toBe(held.length);
          }
        }),
        { seed: 20_261_121, numRuns: runs },
      );
    });

    test('every count is the length of the list it opens', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(arbitraryFinding, { minLength: 6, maxLength: 20 }), async (batch) => {
          const { store } = await freshStore(engine);
          await save(store, releases, { recordedAt: START });
          await save(store, batch, { recordedAt: '2026-03-20' });
          for (const asOf of ['2026-03-21', '2026-05-04']) {
            const counts = await store.riverCounts(asOf, ['pay']);
            const listed = async (filter: object): Promise<number> => {
              const page = await store.findings({ asOf, serviceIds: ['pay'], openOnly: false, limit: 100, ...filter });
              expect(page.findings).toHaveLength(page.total);
              return page.total;
            };
            for (const { introducedStageId, foundStageId, count } of counts.stages) {
              expect(await listed({ introducedStageId, stageId: foundStageId })).toBe(count);
            }
            const escaped = counts.stages.filter((row) => row.introducedStageId !== null && row.foundStageId !== null);
            const sum = (rows: readonly { count: number }[]): number => rows.reduce((total, row) => total + row.count, 0);
            expect(await listed({ escaped: true })).toBe(sum(escaped.filter((row) => row.introducedStageId !== row.foundStageId)));
            expect(await listed({ escaped: false })).toBe(sum(escaped.filter((row) => row.introducedStageId === row.foundStageId)));
            for (const { introducedTeamId, fixedTeamId, fixed, count } of counts.teams) {
              if (!fixed) continue;
              expect(await listed({ introducedTeamIds: introducedTeamId === null ? null : [introducedTeamId], fixedTeamId: fixedTeamId ?? undefined, fixNamesTeam: fixedTeamId !== null })).toBe(count);
            }
            for (const { week, found, fixed } of counts.weeks) {
              expect([await listed({ foundWeek: week }), await listed({ fixedWeek: week })]).toEqual([found, fixed]);
            }
            for (const { week, count } of counts.openByWeek) expect(await listed({ openOnly: true, foundWeek: week })).toBe(count);
            expect(sum(counts.openByWeek)).toBe(counts.open);
            expect(await listed({ stageIds: ['code', 'run'], introducedStageIds: ['build'] })).toBe(sum(counts.stages.filter((row) => row.introducedStageId === 'build' && row.foundStageId !== null)));
            expect(await listed({ introducedTeamIds: ['orders', 'shield'], fixedTeamIds: ['orders'] })).toBe(sum(counts.teams.filter((row) => row.introducedTeamId !== null && row.fixedTeamId === 'orders')));
            const [from, to] = [counts.weeks[0]?.week ?? START, addDays(counts.weeks[1]?.week ?? START, 6)];
            const within = counts.weeks.filter(({ week }) => week >= from && week <= to);
            expect(await listed({ foundFrom: from, foundTo: to })).toBe(within.reduce((total, row) => total + row.found, 0));
            expect(await listed({ fixedFrom: from, fixedTo: to })).toBe(within.reduce((total, row) => total + row.fixed, 0));
            const oldest = await store.oldestEscaped(asOf, ['pay'], 100);
            expect(oldest).toHaveLength(await listed({ openOnly: true, escaped: true }));
            expect(oldest.map(({ at }) => at)).toEqual(oldest.map(({ at }) => at).toSorted());
            expect(await listed({ openOnly: true, foundWeek: counts.weeks[0]?.week })).toBeLessThanOrEqual(counts.open);
          }
        }),
        { seed: 20_261_121, numRuns: runs },
      );
    });

    test('an empty record is still a river', async () => {
      const { store } = await freshStore(engine);
      expect(await store.riverCounts('2026-06-01')).toEqual({
        firstWeek: '2025-12-08', openBefore: 0, weeks: [], open: 0, openByWeek: [], medianAgeDays: null, stages: [], teams: [], untraced: { open: 0, all: 0 },
      });
    });

    test('a team that only its release names introduced what the release brought', async () => {
      const { store } = await freshStore(engine);
      await save(store, [...releases, finding('a', { introducedReleaseId: 'v1' }), finding('b', { introducedReleaseId: 'v2' })], { recordedAt: START });
      expect((await store.riverCounts('2026-06-01')).teams).toEqual([
        { introducedTeamId: 'orders', fixedTeamId: null, fixed: false, count: 1 },
        { introducedTeamId: null, fixedTeamId: null, fixed: false, count: 1 },
      ]);
    });

    test('what a team shipped is told of a span of days, with how many cases each median rests on', async () => {
      const { store } = await freshStore(engine);
      const made = { introducedReleaseId: 'v1', introducedStageId: 'code' } as const;
      await save(store, [
        ...releases,
        finding('a', { ...made, at: '2026-03-11', foundStageId: 'run', fixedAt: '2026-03-31' }),
        finding('b', { ...made, at: '2026-03-21', foundStageId: 'code' }),
        finding('c', { ...made, at: '2026-05-30', foundStageId: 'run' }),
        finding('d', { introducedByTeamId: 'shield', at: '2026-03-11', foundStageId: 'run' }),
      ], { recordedAt: '2026-05-31' });
      expect(await store.shippedSpan('2026-06-01', ['orders'], START, '2026-04-01')).toEqual({
        from: START, to: '2026-04-01', releases: 1, introduced: 2, traced: 2, escaped: 1,
        shippedToFound: { days: 15, cases: 2 }, foundToFixed: { days: 20, cases: 1 },
      });
      const listed = (filter: object) => store.findings({ asOf: '2026-06-01', introducedTeamIds: ['orders'], openOnly: false, limit: 10, ...filter });
      expect((await listed({ foundFrom: START, foundTo: '2026-04-01', shippedFirst: true })).total).toBe(2);
      expect((await listed({ introducedTeamIds: ['shield'], shippedFirst: true })).total).toBe(0);
    });
  });
}
