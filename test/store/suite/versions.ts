import { describe, expect, test } from 'vitest';
import { viewAsOf } from '#core/record/view.ts';
import { END_OF_TIME } from '#core/time.ts';
import { everything, finding, freshStore, save, team, type Engine } from '#test/store/suite/store-under-test.ts';

export function describeVersions(engine: Engine): void {
  describe('versions', () => {
    test('an entry that is not held is added, a different one updates, an equal one is not stored again', async () => {
      const { store } = await freshStore(engine);
      expect(await save(store, [team('a', 'Alpha'), finding('f')])).toEqual({ added: 2, updated: 0, unchanged: 0 });
      expect(await save(store, [team('a', 'Alpha'), finding('f')], { recordedAt: '2026-06-02' })).toEqual({
        added: 0, updated: 0, unchanged: 2,
      });
      expect(await save(store, [team('a', 'Beta'), finding('f', { severity: 'low' })], { recordedAt: '2026-06-03' })).toEqual({
        added: 0, updated: 2, unchanged: 0,
      });
      expect(await everything(store.allEntries())).toHaveLength(4);
    });

    test('the order of keys and absent fields make no difference', async () => {
      const { store } = await freshStore(engine);
      await save(store, [{ kind: 'services', entity: { id: 's', exposure: 'internal', name: 'Pay', teamId: undefined }, stamp: {} }]);
      expect(await save(store, [{ kind: 'services', entity: { name: 'Pay', exposure: 'internal', id: 's' }, stamp: {} }])).toEqual({
        added: 0, updated: 0, unchanged: 1,
      });
    });

    test('the stamp is completed from the batch and makes no new version', async () => {
      const { store } = await freshStore(engine);
      await save(store, [team('a', 'Alpha', { basis: 'documented' })]);
      expect(await store.entries()).toEqual([
        team('a', 'Alpha', { basis: 'documented', recordedAt: '2026-06-01', recordedBy: 'ci', source: 'scan.json' }),
      ]);
      expect(await save(store, [team('a', 'Alpha', { recordedAt: '2026-07-01', basis: 'alleged' })])).toMatchObject({ unchanged: 1 });
    });

    test('a past day is answered from what was recorded by its end', async () => {
      const { store } = await freshStore(engine);
      await save(store, [team('a', 'Alpha')], { recordedAt: '2026-06-01T23:59:59Z' });
      await save(store, [team('a', 'Beta')], { recordedAt: '2026-06-02T00:00:01Z' });
      const names = async (asOf: string) => viewAsOf(await store.entries(asOf), asOf).teams.get('a')?.name;
      expect(await names('2026-05-31')).toBeUndefined();
      expect(await names('2026-06-01')).toBe('Alpha');
      expect(await names('2026-06-02')).toBe('Beta');
    });

    test('as of the last day a record can hold, all of it is there', async () => {
      const { store } = await freshStore(engine);
      await save(store, [team('a', 'Alpha'), finding('f')], { recordedAt: '2026-06-01' });
      await save(store, [team('a', 'Beta'), finding('f', { fixedAt: '9999-12-31' })], { recordedAt: '9999-12-31T23:59:59Z' });
      expect(viewAsOf(await store.entries(END_OF_TIME), END_OF_TIME).teams.get('a')?.name).toBe('Beta');
      expect(await store.finding('f', END_OF_TIME)).toMatchObject({ fixedAt: '9999-12-31' });
      expect((await store.findings({ asOf: END_OF_TIME, limit: 10, openOnly: false })).total).toBe(1);
      expect((await store.findings({ asOf: '9999-12-30', limit: 10 })).total).toBe(1);
    });

    test('an offset counts on its UTC day', async () => {
      const { store } = await freshStore(engine);
      await save(store, [finding('f')], { recordedAt: '2026-06-01T23:30:00-05:00' });
      expect(await store.finding('f', '2026-06-01')).toBeUndefined();
      expect(await store.finding('f', '2026-06-02')).toBeDefined();
    });

    test('a version that arrives late stands before the newer one and does not replace it', async () => {
      const { store } = await freshStore(engine);
      await save(store, [finding('f', { severity: 'low' })], { recordedAt: '2026-06-10' });
      expect(await save(store, [finding('f', { severity: 'critical' })], { recordedAt: '2026-06-05' })).toMatchObject({ updated: 1 });
      expect(await store.finding('f', '2026-06-07')).toMatchObject({ severity: 'critical' });
      expect(await store.finding('f', '2026-06-10')).toMatchObject({ severity: 'low' });
      expect(await store.findingCells('2026-06-10')).toEqual([{ serviceId: 'pay', stageId: null, severity: 'low', count: 1 }]);
      expect(await store.findingCells('2026-06-07')).toEqual([{ serviceId: 'pay', stageId: null, severity: 'critical', count: 1 }]);
    });

    test('a file of several versions of one entity is taken once, however often it comes', async () => {
      const { store } = await freshStore(engine);
      const file = [
        team('a', 'Alpha', { recordedAt: '2026-01-01' }),
        team('a', 'Beta', { recordedAt: '2026-02-01' }),
        team('a', 'Alpha', { recordedAt: '2026-03-01' }),
        finding('f', { fixedAt: '2026-02-02' }, { recordedAt: '2026-02-03' }),
        finding('f', {}, { recordedAt: '2026-01-06' }),
      ];
      expect(await save(store, file)).toEqual({ added: 2, updated: 3, unchanged: 0 });
      expect(await save(store, file)).toEqual({ added: 0, updated: 0, unchanged: 5 });
      expect(await everything(store.allEntries())).toHaveLength(5);
    });

    test('a version that repeats the one before it in the same file is not stored', async () => {
      const { store } = await freshStore(engine);
      await save(store, [team('a', 'Alpha')], { recordedAt: '2026-01-01' });
      const file = [
        team('a', 'Beta', { recordedAt: '2026-02-01' }),
        team('a', 'Beta', { recordedAt: '2026-03-01' }),
        team('a', 'Alpha', { recordedAt: '2026-04-01' }),
        team('b', 'New', { recordedAt: '2026-02-01' }),
        team('b', 'New', { recordedAt: '2026-03-01' }),
      ];
      expect(await save(store, file)).toEqual({ added: 1, updated: 2, unchanged: 2 });
    });

    test('of two entries with one id at one moment the later stays, within and across appends', async () => {
      const { store } = await freshStore(engine);
      const twice = async () => {
        const batch = await store.begin({ kind: 'import', recordedAt: '2026-06-01', recordedBy: 'ci', source: 'x' });
        await batch.append([finding('f', { title: 'one' }), finding('f', { title: 'two' })]);
        await batch.append([finding('f', { title: 'three' })]);
        await batch.append([finding('f', { title: 'two' })]);
        await batch.commit({});
      };
      await twice();
      await twice();
      expect((await everything(store.allEntries())).map(({ entity }) => 'title' in entity && entity.title)).toEqual(['two']);
    });

    test('text no database can hold is kept with a mark in the place of what cannot', async () => {
      const { store } = await freshStore(engine);
      await save(store, [finding('f', { title: 'a\u0000b\ud800c' })]);
      expect(await store.finding('f', '2026-06-01')).toMatchObject({ title: 'a\ufffdb\ufffdc' });
    });

    test('a date that is none refuses the append and leaves nothing', async () => {
      const { store } = await freshStore(engine);
      const batch = await store.begin({ kind: 'import', recordedAt: '2026-06-01', recordedBy: 'ci', source: 'x' });
      await expect(batch.append([finding('f', { at: '2026-02-30' })])).rejects.toThrow(RangeError);
      await batch.rollback();
      expect(await everything(store.allEntries())).toEqual([]);
    });

    test('findings come with the entries only where a risk known by then links to them', async () => {
      const { store } = await freshStore(engine);
      await save(store, [finding('linked'), finding('other')], { recordedAt: '2026-05-01' });
      await save(store, [finding('linked', { severity: 'low' })], { recordedAt: '2026-07-01' });
      await save(store, [
        { kind: 'risks', entity: { id: 'r', serviceIds: ['pay'], findingIds: ['linked'], openedAt: '2026-05-02' }, stamp: {} },
      ], { recordedAt: '2026-06-01' });
      const ids = async (asOf?: string) => (await store.entries(asOf)).map(({ entity }) => entity.id);
      expect(await ids('2026-05-10')).toEqual([]);
      expect(await ids('2026-06-01')).toEqual(['linked', 'r']);
      expect(await ids()).toEqual(['linked', 'r', 'linked']);
    });
  });
}
