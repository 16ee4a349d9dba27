import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#core/time.ts';
import type { Entry } from '#core/record/entry.ts';
import { indexRecord } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { findingReach } from '#core/mapping/finding-reach.ts';
import { findingRoutes, reachOfFinding } from '#core/mapping/finding-routes.ts';
import { cellKey, isOpenFinding, mappingCells } from '#core/mapping/mapping-cell.ts';
import { routeConditions } from '#core/mapping/route-conditions.ts';
import { everything, freshStore, save, type Engine } from '#test/store/suite/store-under-test.ts';

const START = '2026-03-01';
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(START, days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const service = fc.constantFrom('pay', 'Über "x"', 'unowned');
const family = fc.constantFrom('1409', '1407', 'unclassified');
const findingId = fc.integer({ min: 1, max: 9 }).map((n) => `f${n}`);
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[] | undefined> => maybe(fc.uniqueArray(arbitrary, { maxLength: 2 }));

const entry: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 5, arbitrary: fc.record({
    id: findingId, serviceId: service, severity: fc.constantFrom('high' as const, 'low' as const), at: day, fixedAt: maybe(day), exploited: maybe(fc.boolean()),
    defectClass: maybe(fc.constantFrom('CWE-89', 'cwe-89/pay', 'CWE-79', 'odd')), source: maybe(fc.constantFrom('zap', 'trivy')), externalId: maybe(fc.constantFrom('a', 'b')),
  }, { requiredKeys: ['id', 'serviceId', 'severity', 'at'] }).map((entity) => ({ kind: 'findings' as const, entity, stamp: {} })) },
  { weight: 2, arbitrary: fc.record({
    id: fc.constantFrom('r1', 'r2', 'd1', 'd2'), serviceIds: fc.constant(['pay']), openedAt: fc.constant(START), closedAt: maybe(day),
    findingIds: maybe(fc.uniqueArray(findingId, { maxLength: 3 })), derivedFrom: maybe(fc.record({ serviceId: service, family })),
  }, { requiredKeys: ['id', 'serviceIds', 'openedAt'] }).map((entity) => ({ kind: 'risks' as const, entity, stamp: {} })) },
  { weight: 2, arbitrary: fc.record({
    id: fc.constantFrom('m1', 'm2', 'm3'), way: fc.constantFrom('link' as const, 'rule' as const), at: day, riskId: fc.constantFrom('r1', 'r2', 'd1', 'ghost'), withdrawnAt: maybe(day),
    findingIds: maybe(fc.uniqueArray(findingId, { maxLength: 3 })),
    match: fc.record({
      serviceIds: some(service), teamIds: some(fc.constantFrom('top', 'orders', 'shield')), families: some(family),
      weaknesses: some(fc.constantFrom('CWE-89', 'CWE-079', 'odd')), ruleIds: some(fc.constantFrom('a', 'b')), tools: some(fc.constantFrom('zap', 'trivy')),
    }, { requiredKeys: [] }),
  }, { requiredKeys: ['id', 'way', 'at', 'riskId'] }).map((entity) => ({ kind: 'mappings' as const, entity, stamp: {} })) },
);

const organisation: readonly Entry[] = [
  { kind: 'teams', entity: { id: 'top', kind: 'business' }, stamp: {} },
  { kind: 'teams', entity: { id: 'orders', kind: 'engineering', parentId: 'top' }, stamp: {} },
  { kind: 'services', entity: { id: 'pay', exposure: 'internet', teamId: 'orders' }, stamp: {} },
  { kind: 'services', entity: { id: 'Über "x"', exposure: 'internal', teamId: 'top' }, stamp: {} },
];

export function describeReach(engine: Engine, runs: number): void {
  describe('how findings reach risks', () => {
    test('is counted and listed by the database as the core has it, finding by finding, on every date', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(entry, { maxLength: 18 }), { minLength: 1, maxLength: 2 }), async (batches) => {
          const { store } = await freshStore(engine);
          await save(store, organisation, { recordedAt: START });
          for (const [at, batch] of batches.entries()) await save(store, batch, { recordedAt: addDays(START, 15 * (at + 1)) });
          const stored = await everything(store.allEntries());
          for (const asOf of [20, 31, 60].map((days) => addDays(START, days))) {
            const whole = indexRecord(viewAsOf(stored, asOf));
            const routes = findingRoutes(whole);
            const named = [...routes.namedRules].toSorted();
            const cells = await store.mappingCells(asOf, named);
            const spelled = (list: typeof cells): readonly string[] => list.map((cell) => `${cellKey(cell)} ${cell.count}`).toSorted();
            expect(spelled(cells)).toEqual(spelled(mappingCells(whole.view.findings.values(), dayOf(asOf), routes.namedRules)));

            const index = indexRecord(viewAsOf(await store.entries(asOf), asOf, undefined, cells));
            const reached = [...whole.view.findings.values()].filter((finding) => isOpenFinding(finding, dayOf(asOf)))
              .map((finding) => ({ id: finding.id, ...reachOfFinding(routes, finding) }));
            const all = routeConditions(index);
            const ids = async (reach: object): Promise<readonly string[]> => {
              const page = await store.findings({ asOf, reach: { all, ...reach }, limit: 100 });
              expect(page.total).toBe(page.findings.length);
              return page.findings.map(({ id }) => id).toSorted();
            };
            expect(await ids({})).toEqual(reached.filter(({ way }) => way === 'unmapped').map(({ id }) => id).toSorted());
            expect(findingReach(index).unmapped).toBe(findingReach(whole).unmapped);
            for (const risk of ['r1', 'r2', 'd1', 'd2']) {
              expect(await ids({ own: routeConditions(index, { riskId: risk }) })).toEqual(reached.filter(({ riskIds }) => riskIds.includes(risk)).map(({ id }) => id).toSorted());
            }
          }
        }),
        { seed: 20_261_121, numRuns: runs },
      );
    });
  });
}
