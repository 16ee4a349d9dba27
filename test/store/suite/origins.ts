import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/time.ts';
import type { Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { repeatEscapes } from '#core/release/repeat-escapes.ts';
import { defectGroups } from '#core/release/same-defect.ts';
import { everything, finding, freshStore, save, type Engine } from '#test/store/suite/store-under-test.ts';

const START = '2026-03-01';
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(START, days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

const arbitraryFinding = fc.record({
  id: fc.integer({ min: 1, max: 14 }).map((n) => `f${n}`), serviceId: fc.constantFrom('pay', 'ship'), severity: fc.constant('high' as const), at: day, fixedAt: maybe(day),
  foundStageId: maybe(fc.constantFrom('code', 'run')), introducedStageId: maybe(fc.constantFrom('code', 'build')), introducedByTeamId: maybe(fc.constantFrom('orders', 'shield')),
  introducedReleaseId: maybe(fc.constantFrom('v1', 'v2', 'v3')), fixKind: maybe(fc.constantFrom('fix' as const, 'shield' as const)), external: maybe(fc.boolean()),
  afterShipping: maybe(fc.boolean()), defectClass: maybe(fc.constantFrom('CWE-79', 'CWE-89')), externalId: maybe(fc.constantFrom('RULE-1', 'CWE-79')),
}, { requiredKeys: ['id', 'serviceId', 'severity', 'at'] }).map((entity): Entry => ({ kind: 'findings', entity, stamp: {} }));

const releases: readonly Entry[] = [
  { kind: 'releases', entity: { id: 'v1', serviceId: 'pay', at: START, shippedByTeamId: 'orders' }, stamp: {} },
  { kind: 'releases', entity: { id: 'v2', serviceId: 'pay', at: '2026-04-02T23:30:00-05:00' }, stamp: {} },
];

export function describeOrigins(engine: Engine, runs: number): void {
  describe('where findings came from', () => {
    test('kinds that escaped again are those of a count over all findings, and each number is the length of its list', async () => {
      await fc.assert(fc.asyncProperty(fc.array(fc.array(arbitraryFinding, { maxLength: 20 }), { minLength: 1, maxLength: 2 }), async (batches) => {
        const { store } = await freshStore(engine);
        await save(store, releases, { recordedAt: START });
        for (const [at, batch] of batches.entries()) await save(store, batch, { recordedAt: addDays(START, 20 * (at + 1)) });
        const stored = await everything(store.allEntries());
        for (const asOf of [30, 64].map((days) => addDays(START, days))) {
          const view = viewAsOf(stored, asOf);
          const repeats = await store.repeatEscapes(asOf);
          expect(repeats).toEqual(repeatEscapes(view, view.findings.values()));
          for (const row of repeats.rows) {
            const list = { asOf, serviceIds: [row.serviceId], kind: row.kind, introducedTeamIds: row.introducedTeamId === null ? null : [row.introducedTeamId], escaped: true, openOnly: false, limit: 50 };
            expect((await store.findings(list)).total).toBe(row.escapes);
            expect((await store.findings({ ...list, introducedAfter: row.firstFixedOn })).total).toBe(row.again);
            expect((await store.findings({ ...list, openOnly: true })).total).toBe(row.open);
          }
          const { stages, untraced } = await store.riverCounts(asOf);
          const listed = async (filter: object): Promise<number> => (await store.findings({ asOf, openOnly: false, limit: 50, ...filter })).total;
          expect([await listed({ origin: 'untraced' }), await listed({ origin: 'untraced', openOnly: true })]).toEqual([untraced.all, untraced.open]);
          for (const { introducedStageId, foundStageId, afterShipping, count } of stages) {
            expect(await listed({ introducedStageId, stageId: foundStageId, afterShipping })).toBe(count);
          }
        }
      }), { seed: 20_261_122, numRuns: runs });
    });

    test('a list of what one release brought, and a page marker of another list is refused', async () => {
      const { store } = await freshStore(engine);
      await save(store, [...releases, ...['a', 'b', 'c'].map((id) => finding(id, { introducedReleaseId: id === 'c' ? 'v2' : 'v1' }))]);
      const first = await store.findings({ asOf: '2026-06-30', introducedReleaseId: 'v1', limit: 1 });
      expect([first.total, first.findings.map(({ id }) => id)]).toEqual([2, ['a']]);
      await expect(store.findings({ asOf: '2026-06-30', introducedReleaseId: 'v2', limit: 1, cursor: first.nextCursor ?? '' })).rejects.toThrow('does not belong to this list');
    });

    test('what may be the same defect is found by any of its names, by its file, on its service, fixed or not', async () => {
      const { store } = await freshStore(engine);
      const log4j = finding('trivy', { externalId: 'CVE-1', aliases: ['GHSA-1'], component: 'pkg:maven/a/b@1', source: 'Trivy' });
      await save(store, [
        log4j, finding('osv', { externalId: 'GHSA-1', component: 'pkg:maven/a/b@1', source: 'OSV' }), finding('fixed', { externalId: 'cve-1', component: 'a:b@1', source: 'Grype', fixedAt: '2026-02-01' }),
        finding('far', { externalId: 'PYSEC-1', aliases: ['GHSA-1'], component: 'pkg:maven/a/b@2', source: 'Snyk' }), finding('other', { externalId: 'CVE-2', component: 'pkg:maven/a/b@1' }),
        finding('elsewhere', { serviceId: 'ship', externalId: 'CVE-1', component: 'pkg:maven/a/b@1' }),
        finding('line', { location: 'src/a.ts:4', endLine: 9, defectClass: 'CWE-79', source: 'CodeQL' }), finding('lines', { location: './src/a.ts:7', defectClass: 'CWE-79', source: 'Semgrep' }),
      ]);
      const related = async (id: string, asOf = '2026-06-30'): Promise<readonly (readonly string[])[]> => {
        const entity = await store.finding(id, asOf);
        const found = entity === undefined ? [] : await store.relatedFindings(entity, asOf);
        return defectGroups(found).filter((group) => group.some((one) => one.id === id)).map((group) => group.map((one) => one.id));
      };
      expect(await related('trivy')).toEqual([['far', 'fixed', 'osv', 'trivy']]);
      expect(await related('far')).toEqual([['far', 'fixed', 'osv', 'trivy']]);
      expect(await related('lines')).toEqual([['line', 'lines']]);
      expect(await related('other')).toEqual([['other']]);
      // A later version without the name and in another file: the past still has what it was.
      await save(store, [
        finding('osv', { externalId: 'GHSA-9', component: 'pkg:maven/a/b@1', source: 'OSV', aliases: ['ghsa-10', 'GHSA-11'] }), finding('ten', { externalId: 'GHSA-10', component: 'pkg:maven/a/b@1', source: 'Trivy' }),
        finding('lines', { location: 'file:///src/a.ts:7:3', defectClass: 'CWE-79', source: 'Semgrep' }), finding('line', { location: 'src/b.ts:4', defectClass: 'CWE-79', source: 'CodeQL' }),
      ], { recordedAt: '2026-07-15' });
      expect(await related('trivy', '2026-07-31')).toEqual([['far', 'fixed', 'trivy']]);
      expect(await related('ten', '2026-07-31')).toEqual([['osv', 'ten']]);
      expect(await related('lines', '2026-07-31')).toEqual([['lines']]);
      expect(await related('trivy')).toEqual([['far', 'fixed', 'osv', 'trivy']]);
      expect(await related('line')).toEqual([['line', 'lines']]);
    });
  });
}
