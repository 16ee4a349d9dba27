import { describe, expect, test } from 'vitest';
import { addDays } from '#core/time.ts';
import { severities, type Finding } from '#core/record/entities.ts';
import { viewAsOf } from '#core/record/view.ts';
import { CursorRefused, type FindingQuery, type Store } from '#store/store.ts';
import { openOn } from '#test/store/suite/roll-ups.ts';
import { everything, finding, freshStore, save, type Engine } from '#test/store/suite/store-under-test.ts';

const stages = ['code', 'run', undefined];
const services = ['pay', 'ship', 'search', 'mail'];

/** 300 findings in every combination, some fixed, some changed later. */
async function filled(engine: Engine): Promise<Store> {
  const { store } = await freshStore(engine);
  const make = (n: number, change: Partial<Finding> = {}) =>
    finding(`f-${n % 7}-${n}`, {
      serviceId: services[n % 4] ?? 'pay', foundStageId: stages[n % 3], severity: severities[n % 5] ?? 'low',
      at: addDays('2026-01-01', n % 90), fixedAt: n % 6 === 0 ? addDays('2026-04-01', n % 20) : undefined, ...change,
    });
  const all = Array.from({ length: 300 }, (_, n) => n);
  await save(store, all.map((n) => make(n)), { recordedAt: '2026-04-30' });
  await save(store, all.filter((n) => n % 10 === 0).map((n) => make(n, { severity: 'critical', serviceId: 'mail' })), { recordedAt: '2026-06-01' });
  return store;
}

async function walk(store: Store, query: FindingQuery): Promise<{ ids: string[]; totals: Set<number> }> {
  const ids: string[] = [];
  const totals = new Set<number>();
  let cursor: string | undefined;
  do {
    const page = await store.findings({ ...query, cursor });
    expect(page.findings.length).toBeLessThanOrEqual(query.limit);
    ids.push(...page.findings.map(({ id }) => id));
    totals.add(page.total);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { ids, totals };
}

function ordered(findings: readonly Finding[]): string[] {
  const key = ({ severity, at, id }: Finding): string => `${severities.indexOf(severity)} ${at} ${id}`;
  return findings.map((item) => ({ id: item.id, key: key(item) })).sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id }) => id);
}

export function describePages(engine: Engine): void {
  describe('pages', () => {
    test('pages cover every finding once, in order, and the total is their number', async () => {
      const store = await filled(engine);
      const entries = await everything(store.allEntries());
      const filters: Omit<FindingQuery, 'asOf' | 'limit'>[] = [
        {}, { openOnly: false }, { serviceIds: ['pay', 'mail'] }, { serviceIds: [] }, { stageId: 'run' }, { stageId: null },
        { severity: 'critical' }, { serviceIds: ['ship'], stageId: null, severity: 'high' }, { ids: ['f-0-0', 'f-1-1', 'f-2-2', 'none'] },
      ];
      for (const asOf of ['2026-04-29', '2026-04-30', '2026-05-15', '2026-06-01', '2026-11-21']) {
        for (const filter of filters) {
          const held = entries.filter(({ stamp }) => (stamp.recordedAt ?? '') <= asOf);
          const wide = filter.openOnly === false ? openOn(held.map(withoutFix), asOf) : openOn(held, asOf);
          const expected = ordered(
            wide.filter(
              (item) =>
                (filter.serviceIds?.includes(item.serviceId) ?? true) &&
                (filter.stageId === undefined || (item.foundStageId ?? null) === filter.stageId) &&
                (filter.severity === undefined || item.severity === filter.severity) &&
                (filter.ids?.includes(item.id) ?? true),
            ),
          );
          for (const limit of [37, 500]) {
            const { ids, totals } = await walk(store, { ...filter, asOf, limit });
            expect(ids).toEqual(expected);
            expect([...totals]).toEqual([expected.length]);
          }
        }
      }
    });

    test('a list of a week or of a span of days holds what was found or fixed in it, in order, whatever else is asked', async () => {
      const store = await filled(engine);
      const entries = await everything(store.allEntries());
      const week = (day: string, first: string): boolean => day >= first && day <= addDays(first, 6);
      const fixedOn = ({ at, fixedAt = '' }: Finding): string => (fixedAt === '' || fixedAt > at ? fixedAt : at);
      const cases: [Omit<FindingQuery, 'asOf' | 'limit'>, (item: Finding, asOf: string) => boolean][] = [
        [{ foundWeek: '2026-02-02' }, ({ at }) => week(at, '2026-02-02')],
        [{ foundFrom: '2026-03-01', foundTo: '2026-03-20' }, ({ at }) => at >= '2026-03-01' && at <= '2026-03-20'],
        [{ foundWeek: '2026-03-30', severity: 'high', serviceIds: ['pay', 'mail'] }, ({ at, severity, serviceId }) => week(at, '2026-03-30') && severity === 'high' && ['pay', 'mail'].includes(serviceId)],
        [{ fixedWeek: '2026-04-06' }, (item, asOf) => item.fixedAt !== undefined && item.fixedAt <= asOf && week(fixedOn(item), '2026-04-06')],
        [{ fixedWeek: '2026-04-13', stageId: 'run' }, (item, asOf) => item.fixedAt !== undefined && item.fixedAt <= asOf && week(fixedOn(item), '2026-04-13') && item.foundStageId === 'run'],
        [{ foundFrom: '2026-02-01', fixedWeek: '2026-04-06' }, (item, asOf) => item.fixedAt !== undefined && item.fixedAt <= asOf && item.at >= '2026-02-01' && week(fixedOn(item), '2026-04-06')],
      ];
      for (const asOf of ['2026-04-08', '2026-04-30', '2026-06-01', '2026-11-21']) {
        const held = [...viewAsOf(entries.filter(({ stamp }) => (stamp.recordedAt ?? '') <= asOf), asOf).findings.values()];
        for (const [filter, isAsked] of cases) {
          for (const openOnly of [false, true]) {
            const expected = ordered(held.filter((item) => isAsked(item, asOf) && (!openOnly || item.fixedAt === undefined || item.fixedAt > asOf)));
            const { ids, totals } = await walk(store, { ...filter, openOnly, asOf, limit: 7 });
            expect(ids).toEqual(expected);
            expect([...totals]).toEqual([expected.length]);
          }
        }
      }
    });

    test('every cell counts exactly the list it opens', async () => {
      const store = await filled(engine);
      for (const asOf of ['2026-05-15', '2026-06-01']) {
        for (const cell of await store.findingCells(asOf)) {
          const list = await store.findings({ asOf, serviceIds: [cell.serviceId], stageId: cell.stageId, severity: cell.severity, limit: 500 });
          expect(list.findings).toHaveLength(cell.count);
          expect(list.total).toBe(cell.count);
        }
      }
    });

    test('a finding dated after the day is not in its list, one to be fixed after it is', async () => {
      const { store } = await freshStore(engine);
      await save(store, [
        finding('now'), finding('ahead', { at: '2026-07-01' }), finding('planned', { fixedAt: '2026-07-01' }),
        finding('ahead and planned', { at: '2026-06-20', fixedAt: '2026-07-01' }),
      ]);
      const counted = async (asOf: string) => (await store.findingCells(asOf)).reduce((sum, { count }) => sum + count, 0);
      for (const [asOf, ids] of [
        ['2026-06-01', ['now', 'planned']],
        ['2026-06-20', ['now', 'planned', 'ahead and planned']],
        ['2026-07-01', ['now', 'ahead']],
      ] as const) {
        const page = await store.findings({ asOf, limit: 9 });
        expect(page.findings.map(({ id }) => id)).toEqual(ids);
        expect(page.total).toBe(ids.length);
        expect(await counted(asOf)).toBe(ids.length);
      }
    });

    test('a marker of another list, an edited one and a made-up one are refused', async () => {
      const store = await filled(engine);
      const query = { asOf: '2026-06-01', serviceIds: ['pay'], limit: 5 };
      const { nextCursor } = await store.findings(query);
      if (nextCursor === null) throw new Error('The list has only one page.');
      await expect(store.findings({ ...query, cursor: nextCursor })).resolves.toMatchObject({ findings: { length: 5 } });
      await expect(store.findings({ ...query, cursor: nextCursor, serviceIds: ['ship'] })).rejects.toThrow(CursorRefused);
      await expect(store.findings({ ...query, cursor: nextCursor, asOf: '2026-06-02' })).rejects.toThrow(CursorRefused);
      await expect(store.findings({ ...query, cursor: nextCursor, openOnly: false })).rejects.toThrow(CursorRefused);
      await expect(store.findings({ ...query, cursor: nextCursor, ids: ['f-0-0'] })).rejects.toThrow(CursorRefused);
      await expect(store.findings({ ...query, cursor: nextCursor, severity: 'low' })).rejects.toThrow(CursorRefused);
      await expect(store.findings({ ...query, cursor: nextCursor, stageId: null })).rejects.toThrow(CursorRefused);
      for (let index = 0; index < nextCursor.length; index += 1) {
        const edited = `${nextCursor.slice(0, index)}${nextCursor[index] === '1' ? '2' : '1'}${nextCursor.slice(index + 1)}`;
        await expect(store.findings({ ...query, cursor: edited })).rejects.toThrow(CursorRefused);
      }
      for (const cursor of ['', '.', 'x', `${nextCursor}0`, nextCursor.slice(1), '%', `${nextCursor}.x`]) {
        await expect(store.findings({ ...query, cursor })).rejects.toThrow(CursorRefused);
      }
    });

    test('search finds by id, external id and title in any case, equal ones first, and takes % as text', async () => {
      const { store } = await freshStore(engine);
      await save(store, [
        finding('one', { externalId: 'CVE-2026-1000', severity: 'critical' }),
        finding('two', { externalId: 'CVE-2026-100' }),
        finding('three', { title: 'Path 100% open_ended' }),
      ]);
      const ids = async (text: string, limit = 9) => (await store.searchFindings(text, '2026-06-01', limit)).map(({ id }) => id);
      expect(await ids('cve-2026-100')).toEqual(['two', 'one']);
      expect(await ids('THREE')).toEqual(['three']);
      expect(await ids('0% OPEN')).toEqual(['three']);
      expect(await ids('0%OPEN')).toEqual([]);
      expect(await ids('open-ended')).toEqual([]);
      expect(await ids('cve', 1)).toEqual(['one']);
      expect(await store.searchFindings('one', '2026-05-31', 9)).toEqual([]);
    });

    test('search for what thousands are called gives the most severe of them, oldest first, and the equal one before all', async () => {
      const { store } = await freshStore(engine);
      await save(store, [
        ...Array.from({ length: 2_100 }, (_, n) => finding(`f${n}`, { title: `Rule ${n % 7}: path`, severity: n < 3 ? 'critical' : 'low', ...(n % 2 === 0 ? { fixedAt: '2026-02-01' } : {}) })),
        finding('exact', { title: 'path', severity: 'info' }), finding('named', { externalId: 'PATH-1', severity: 'critical', at: '2026-01-04' }),
      ]);
      expect((await store.searchFindings('path', '2026-06-01', 5)).map(({ id }) => id)).toEqual(['exact', 'named', 'f0', 'f1', 'f2']);
    });
  });
}

function withoutFix<E extends { kind: string; entity: object }>(entry: E): E {
  return { ...entry, entity: { ...entry.entity, fixedAt: undefined } };
}
