import { describe, expect, test } from 'vitest';
import { migrate, SchemaTooNew } from '#store/migrate.ts';
import { migrations } from '#store/schema.ts';
import { everything, finding, freshStore, header, save, team, type Engine } from '#test/store/suite/store-under-test.ts';

export function describeBatches(engine: Engine): void {
  describe('batches', () => {
    test('nothing shows before the commit, everything after it', async () => {
      const { store } = await freshStore(engine);
      const batch = await store.begin(header);
      await batch.append([team('a', 'Alpha'), finding('f')]);
      expect(await store.entries()).toEqual([]);
      expect(await store.findingCells('2026-06-01')).toEqual([]);
      expect(await store.version()).toBe(0);
      expect(await batch.commit({ rows: 2 })).toEqual({ version: 1 });
      expect(await store.version()).toBe(1);
      expect(await everything(store.allEntries())).toHaveLength(2);
    });

    test('a rollback leaves nothing, and the next batch begins clean', async () => {
      const { store } = await freshStore(engine);
      const batch = await store.begin(header);
      await batch.append([team('a', 'Alpha'), finding('f')]);
      await batch.rollback();
      await batch.rollback();
      expect(await save(store, [team('b', 'Beta')])).toEqual({ added: 1, updated: 0, unchanged: 0 });
      expect((await everything(store.allEntries())).map(({ entity }) => entity.id)).toEqual(['b']);
      expect(await store.imports(9)).toHaveLength(1);
    });

    test('a batch that has ended takes nothing more', async () => {
      const { store } = await freshStore(engine);
      const batch = await store.begin(header);
      await batch.commit({});
      await expect(batch.append([team('a', 'Alpha')])).rejects.toThrow('ended');
      await expect(batch.commit({})).rejects.toThrow('ended');
    });

    test('a second batch waits for the first and compares with what the first left', async () => {
      const { store } = await freshStore(engine);
      const order: string[] = [];
      const first = await store.begin(header);
      const second = store.begin(header).then(async (batch) => {
        order.push('second begins');
        const counts = await batch.append([team('a', 'Alpha')]);
        await batch.commit({});
        return counts;
      });
      await first.append([team('a', 'Alpha')]);
      await store.version();
      order.push('first commits');
      await first.commit({});
      expect(await second).toEqual({ added: 0, updated: 0, unchanged: 1 });
      expect(order).toEqual(['first commits', 'second begins']);
    });

    test('a hundred acts at once are all kept, each with its own version', async () => {
      const { store } = await freshStore(engine);
      const versions = await Promise.all(
        Array.from({ length: 100 }, async (_, index) => {
          const batch = await store.begin({ ...header, kind: 'act' });
          await batch.append([team(`team-${index}`, 'T')]);
          return (await batch.commit({})).version;
        }),
      );
      expect(new Set(versions).size).toBe(100);
      expect(await store.entries()).toHaveLength(100);
    });

    test('imports are listed newest first with their report; acts are not among them', async () => {
      const { store } = await freshStore(engine);
      await save(store, [team('a', 'Alpha')], { source: 'one.yaml', format: 'whose-call' });
      await save(store, [team('b', 'Beta')], { source: 'open-evidence', kind: 'act' });
      await save(store, [team('c', 'Gamma')], { source: 'two.yaml' });
      const imports = await store.imports(10);
      expect(imports.map(({ header: { source } }) => source)).toEqual(['two.yaml', 'one.yaml']);
      expect(imports[1]).toMatchObject({ id: 1, header: { format: 'whose-call' }, report: { counts: { added: 1 } } });
      expect(await store.imports(1)).toHaveLength(1);
    });

    test('a setting is saved, read and replaced', async () => {
      const { store } = await freshStore(engine);
      expect(await store.setting('mapping')).toBeUndefined();
      await store.saveSetting('mapping', '{"a":1}');
      await store.saveSetting('mapping', '{"a":2}');
      expect(await store.setting('mapping')).toBe('{"a":2}');
    });

    test('a database of a newer schema is refused by name and left as it is', async () => {
      const { database } = await freshStore(engine);
      await database.query(`insert into schema_step (version, name) values (99, 'from the future')`);
      await expect(migrate(database)).rejects.toThrow(SchemaTooNew);
      await expect(migrate(database)).rejects.toThrow('schema 99');
      await database.query('delete from schema_step where version = 99');
    });

    test('a migration that fails leaves the schema before it', async () => {
      const { database } = await freshStore(engine);
      const broken = { version: migrations.length + 1, name: 'broken', sql: 'create table half (id text); select no_such_function();' };
      await expect(migrate(database, [...migrations, broken])).rejects.toThrow('no_such_function');
      await expect(database.query('select * from half')).rejects.toThrow('half');
      await migrate(database);
    });
  });
}
