import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { importerOf } from '#importers/detect.ts';
import { SourceRefused } from '#importers/importer.ts';
import { ownersCsvImporter } from '#importers/owners-csv/owners-csv-importer.ts';
import { isOwnersHeader } from '#importers/owners-csv/owner-columns.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';

const stamp = { recordedAt: '2026-10-01' };
const team = (id: string, name: string): Entry => ({ kind: 'teams', entity: { id, name, kind: 'engineering' }, stamp });
const service = (id: string, more: object, source: string): Entry => ({ kind: 'services', entity: { id, exposure: 'unknown', ...more }, stamp: { ...stamp, source } });
const held: readonly Entry[] = [
  team('pay', 'Payments'), team('web', 'Web shop'), service('till', { name: 'Till', teamId: 'pay', repository: 'github.com/acme/till' }, 'catalog-info.yaml'),
  service('desk', { teamId: 'pay' }, 'services-2026-09.csv'), service('bare', {}, 'catalog-info.yaml'),
];

async function read(text: string, file = 'services-2026-10.csv') {
  const items = await itemsOf(ownersCsvImporter.read(memorySource(file, text), importContext({ held })));
  return {
    services: entriesIn(items).map(({ entity }) => entity),
    claims: items.flatMap((item) => (item.type === 'note' && item.claim !== undefined ? [item.claim] : [])),
    rejected: items.flatMap((item) => (item.type === 'rejected' ? [`${item.rejection.place} ${item.rejection.code}`] : [])),
    repaired: items.flatMap((item) => (item.type === 'repaired' ? [`${item.rejection.place} ${item.rejection.code}`] : [])),
    notes: items.flatMap((item) => (item.type === 'note' ? [item.text] : [])),
  };
}

describe('a table of services and their teams', () => {
  it('is told from registers, findings, grants and lists of people by its columns', async () => {
    const headers: readonly (readonly [string, boolean])[] = [
      ['service,owning team', true], ['Application Name;Support Group', true], ['CI,Assignment Group,Exposure', true],
      ['Risk ID,Service,Team', false], ['id,title,service,team,severity', false], ['grantee,grantor,team,service', false], ['person,manager,team', false], ['service,owner', false],
    ];
    expect(headers.map(([header]) => [header, isOwnersHeader(header.split(/[,;]/))])).toEqual(headers);
    expect((await importerOf(memorySource('x.csv', 'service,team\ntill,pay\n'))).format).toBe('owners-csv');
  });

  it('gives a service its team where the record has none, by id or name of both, and adds a service nobody listed', async () => {
    const { services } = await read('service,name,team,exposure,repository\nbare,,web SHOP,internal,\nnew-one,New one,pay,public,github.com/acme/new\n');
    expect(services).toEqual([
      { id: 'bare', teamId: 'web', exposure: 'internal' },
      { id: 'new-one', name: 'New one', teamId: 'pay', exposure: 'internet', repository: 'github.com/acme/new' },
    ]);
  });

  it('contradicts another source without changing what that one said', async () => {
    const { services, claims, notes } = await read('service,team\nTill,web\n');
    expect([services, claims]).toEqual([[], [{ serviceId: 'till', teamId: 'web' }]]);
    expect(notes).toContain('It names "web" as owner of "till"; the record holds "pay", which stays.');
  });

  it('corrects what an earlier copy of it said', async () => {
    expect((await read('service,team\ndesk,web\n')).services).toEqual([{ id: 'desk', teamId: 'web', exposure: 'unknown' }]);
  });

  it('keeps the good rows beside those that name no service or no team, and says which words it passes over', async () => {
    const { services, rejected, repaired, notes } = await read('service,team,exposure\n,pay,\nbare,,\nbare,Night crew,moon\n');
    expect([rejected, repaired]).toEqual([['line 2 id-missing', 'line 3 owner-missing'], ['line 4 enum']]);
    expect(services).toEqual([{ id: 'bare', teamId: 'Night crew', exposure: 'unknown' }]);
    expect(notes.at(-1)).toBe('1 team not on the record: "Night crew". Their services count as without a team until they are.');
  });

  it('is refused where it names two teams for one service, and taken where it repeats one', async () => {
    await expect(read('service,team\nbare,pay\nbare,web\n')).rejects.toThrow(SourceRefused);
    await expect(read('service,team\nbare,pay\nbare,web\n')).rejects.toMatchObject({ rejection: { code: 'owner-ambiguous', place: 'line 3' } });
    expect((await read('service,team\nbare,pay\nbare,pay\n')).services).toHaveLength(1);
  });

  it('is refused by name where its columns say nothing of the kind', async () => {
    await expect(read('a,b\n1,2\n')).rejects.toMatchObject({ rejection: { code: 'not-owners' } });
  });
});
