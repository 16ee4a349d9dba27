import { writeSync } from 'node:fs';
import { openStore } from '#server/node/open-store.ts';
import { finding, save, team } from '#test/store/suite/store-under-test.ts';

/**
 * A process that writes acts and imports until it is killed and says on standard output what was
 * acknowledged, line by line, after first saying what the record holds. Started by the crash test.
 */
const [, , dataDir = '', round = ''] = process.argv;
const say = (what: object): void => {
  writeSync(1, `${JSON.stringify(what)}\n`);
};

const { store, notices, verify } = await openStore({ dataDir });
const acts = (await store.entries()).filter(({ kind }) => kind === 'teams').map(({ entity }) => entity.id);
const imports = Object.fromEntries((await store.findingCells('2026-12-31')).map(({ serviceId, count }) => [serviceId, count]));
const { ok } = await verify();
say({ opened: { acts, imports, notices, verified: ok } });

for (let n = 1; ; n += 1) {
  if (n % 3 === 0) {
    const service = `import-${round}-${n}`;
    const batch = await store.begin({ kind: 'import', recordedAt: '2026-06-01', recordedBy: 'ci', source: service });
    for (let part = 0; part < 3; part += 1) {
      await batch.append(Array.from({ length: 100 }, (_, index) => finding(`${service}-${part}-${index}`, { serviceId: service })));
    }
    await batch.commit({});
    say({ imported: service });
  } else {
    const id = `act-${round}-${n}`;
    await save(store, [team(id, 'T')], { kind: 'act', source: 'decide' });
    say({ act: id });
  }
}
