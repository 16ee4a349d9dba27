import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#core/time.ts';
import { severities, type Finding } from '#core/record/entities.ts';
import type { Entry, EntryOf } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { derivedDifferences } from '#store/derived-check.ts';
import { countAllFindings } from '#store/roll-up.ts';
import { rollUps } from '#store/roll-ups.ts';
import { sortableMoment } from '#store/moment.ts';
import type { FindingCell, Store } from '#store/store.ts';
import { everything, finding, freshStore, header, save, type Engine } from '#test/store/suite/store-under-test.ts';

const START = '2026-03-01';
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(START, days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** Any finding of a small pool: severity, service, stage, dates and fix all change between versions. */
const arbitraryFinding: fc.Arbitrary<EntryOf<'findings'>> = fc
  .record({
    id: fc.integer({ min: 1, max: 9 }).map((n) => `f${n}`),
    serviceId: fc.constantFrom('pay', 'ship', 'Über "x"'),
    foundStageId: maybe(fc.constantFrom('code', 'run')),
    severity: fc.constantFrom(...severities.slice(0, 3)),
    at: day,
    fixedAt: maybe(day),
    introducedStageId: maybe(fc.constantFrom('code', 'build')),
    introducedByTeamId: maybe(fc.constantFrom('orders', 'shield')),
    introducedReleaseId: maybe(fc.constantFrom('v1', 'v2')),
    fixedByTeamId: maybe(fc.constantFrom('orders', 'shield')),
    fixKind: maybe(fc.constantFrom('fix', 'shield')),
    escapedStageId: maybe(fc.constantFrom('code', 'build')),
    defectClass: maybe(fc.constantFrom('injection', 'path')),
    external: maybe(fc.boolean()),
    exploited: maybe(fc.boolean()),
    totalControl: maybe(fc.boolean()),
  }, { requiredKeys: ['id', 'serviceId', 'severity', 'at'] })
  .chain((entity) => maybe(day).map((recordedAt) => ({ kind: 'findings' as const, entity, stamp: { recordedAt } })));

const arbitraryBatches = fc.array(
  fc.record({ recordedAt: day, entries: fc.array(arbitraryFinding, { maxLength: 12 }), kept: fc.boolean() }),
  { minLength: 1, maxLength: 5 },
);

/** What the brief says about appending, in a few lines: kept is what differs from the version in force at its own moment. */
function modelAppend(held: EntryOf<'findings'>[], entries: readonly EntryOf<'findings'>[], recordedAt: string): EntryOf<'findings'>[] {
  const momentOf = (entry: EntryOf<'findings'>): string => sortableMoment(entry.stamp.recordedAt ?? recordedAt);
  const stamped = entries.map((entry) => ({ ...entry, stamp: { recordedAt: momentOf(entry) } }));
  const last = stamped.filter((entry, index) =>
    !stamped.slice(index + 1).some(({ entity, stamp }) => entity.id === entry.entity.id && stamp.recordedAt === entry.stamp.recordedAt));
  const before = (entry: EntryOf<'findings'>): EntryOf<'findings'> | undefined => {
    const earlier = last.filter(({ entity, stamp }) => entity.id === entry.entity.id && momentOf({ ...entry, stamp }) < momentOf(entry));
    return [...held, ...earlier]
      .filter(({ entity }) => entity.id === entry.entity.id)
      .filter((version) => momentOf(version) <= momentOf(entry))
      .toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : momentOf(a) > momentOf(b) ? 1 : 0))
      .at(-1);
  };
  return last.filter((entry) => JSON.stringify(before(entry)?.entity) !== JSON.stringify(entry.entity));
}

export function recount(entries: readonly Entry[], asOf: string): FindingCell[] {
  const counts = new Map<string, number>();
  for (const one of openOn(entries, asOf)) {
    const key = JSON.stringify([one.serviceId, one.foundStageId ?? null, one.severity]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [serviceId, stageId, severity]: [string, string | null, FindingCell['severity']] = JSON.parse(key);
    return { serviceId, stageId, severity, count };
  });
}

export function openOn(entries: readonly Entry[], asOf: string): Finding[] {
  return [...viewAsOf(entries, asOf).findings.values()].filter(
    ({ fixedAt }) => fixedAt === undefined || dayOf(fixedAt) > dayOf(asOf),
  );
}

const sorted = (cells: readonly FindingCell[]): string[] => cells.map((cell) => JSON.stringify(cell, Object.keys(cell).sort())).sort();

export function describeRollUps(engine: Engine, runs: number): void {
  describe('roll-ups', () => {
    test('open cells equal a recount on every date, and so does every roll-up, whatever the batches did', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryBatches, async (batches) => {
          const { store, database } = await freshStore(engine);
          let model: EntryOf<'findings'>[] = [];
          for (const { recordedAt, entries, kept } of batches) {
            const batch = await store.begin({ ...header, recordedAt });
            await batch.append(entries);
            if (kept) {
              model = [...model, ...modelAppend(model, entries, recordedAt)];
              await batch.commit({});
            } else await batch.rollback();
          }
          const stored = await everything(store.allEntries());
          expect(stored.map(({ entity, stamp }) => JSON.stringify([entity.id, stamp.recordedAt])).sort()).toEqual(
            model.map(({ entity, stamp }) => JSON.stringify([entity.id, stamp.recordedAt])).sort(),
          );
          for (const days of [-1, 0, 5, 12, 20, 33, 40, 60]) {
            const asOf = addDays(START, days);
            expect(sorted(await store.findingCells(asOf))).toEqual(sorted(recount(stored, asOf)));
          }
          expect(await derivedDifferences(database, stored.length)).toEqual([]);
        }),
        { seed: 20_261_121, numRuns: runs, endOnFailure: false },
      );
    });

    test('a database of the first schema is counted as it is opened', async () => {
      const { store, database } = await freshStore(engine);
      await save(store, [finding('f1', { fixedAt: '2026-02-01', fixedByTeamId: 'orders' }), finding('f2'), finding('f1')], { recordedAt: '2026-03-01' });
      await save(store, [finding('f2', { severity: 'low' })], { recordedAt: '2026-03-02' });
      await database.exec(rollUps.map(({ table }) => `delete from ${table};`).join(''));
      expect(await derivedDifferences(database, 3)).not.toEqual([]);
      await database.exec(countAllFindings());
      expect(await derivedDifferences(database, 3)).toEqual([]);
    });

    test('a finding that is fixed leaves the cell, and comes back when it is open again', async () => {
      const { store } = await freshStore(engine);
      const put = async (fields: Partial<Finding>, recordedAt: string) => {
        const batch = await store.begin({ ...header, recordedAt });
        await batch.append([{ kind: 'findings', entity: { id: 'f', serviceId: 'pay', at: '2026-03-02', severity: 'low', ...fields }, stamp: {} }]);
        await batch.commit({});
      };
      await put({}, '2026-03-03');
      await put({ fixedAt: '2026-03-05' }, '2026-03-05');
      await put({ severity: 'critical', serviceId: 'ship' }, '2026-03-09');
      expect(await countOn(store, '2026-03-02')).toBe(0);
      expect(await countOn(store, '2026-03-04')).toBe(1);
      expect(await countOn(store, '2026-03-05')).toBe(0);
      expect(await store.findingCells('2026-03-09')).toEqual([{ serviceId: 'ship', stageId: null, severity: 'critical', count: 1 }]);
    });
  });
}

async function countOn(store: Store, asOf: string): Promise<number> {
  return (await store.findingCells(asOf)).reduce((sum, { count }) => sum + count, 0);
}
