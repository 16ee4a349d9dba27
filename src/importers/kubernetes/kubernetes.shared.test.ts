import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { grantChain } from '#core/authority/grant-chain.ts';
import type { Entry } from '#core/record/entry.ts';
import { indexRecord } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import type { ImportContext, Importer } from '#importers/importer.ts';
import { ownersAliasesImporter } from '#importers/kubernetes/owners-aliases-importer.ts';
import { ownersImporter } from '#importers/kubernetes/owners-importer.ts';
import { securityContactsImporter } from '#importers/kubernetes/security-contacts-importer.ts';
import { sigsImporter } from '#importers/kubernetes/sigs-importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';
import { sharedFile, sharedFiles } from '#test/support/shared-data.ts';

const sigs = sharedFile('data/org-kubernetes/raw/sigs.yaml');
const files = sharedFiles('data/k8s-owners');

const read = (importer: Importer, path: string, context: ImportContext) =>
  itemsOf(importer.read(memorySource(basename(path), readFileSync(path)), context));
const kinds = (entries: readonly Entry[], kind: string) => entries.filter((entry) => entry.kind === kind).map(({ entity }) => entity.id);

/** A record built file by file, as a batch is: each file sees what came before. */
async function kubernetes() {
  const entries: Entry[] = [];
  const notes: string[] = [];
  const take = async (importer: Importer, path: string) => {
    const prefix = basename(path).split('.')[0] ?? '';
    const siblings = Object.fromEntries(files.filter((file) => basename(file).startsWith(`${prefix}.`)).map((file) => [basename(file).slice(prefix.length + 1), readFileSync(file, 'utf8')]));
    for (const item of await read(importer, path, importContext({ held: entries, siblings }))) {
      if (item.type === 'entry') entries.push(item.entry);
      else if (item.type === 'note') notes.push(`${basename(path)}: ${item.text}`);
      else if (item.type !== 'held') throw new Error(`${item.rejection.file} ${item.rejection.place}: ${item.rejection.reason}`);
    }
  };
  await take(sigsImporter, sigs ?? '');
  for (const [end, importer] of [['.OWNERS_ALIASES', ownersAliasesImporter], ['.OWNERS', ownersImporter], ['.SECURITY_CONTACTS', securityContactsImporter]] as const) {
    for (const file of files) if (file.endsWith(end)) await take(importer, file);
  }
  return { entries, notes };
}

/** First column of a CSV whose first column needs no quotes. */
const column = (path: string): string[] => readFileSync(path, 'utf8').trim().split('\n').slice(1).map((line) => line.split(',')[0] ?? '');

describe.runIf(sigs !== undefined && files.length > 0)('the Kubernetes organisation', () => {
  it('has the 35 teams and 236 services counted apart from this code, each team with a lead', async () => {
    const entries = entriesIn(await read(sigsImporter, sigs ?? '', importContext()));
    const teams = sharedFile('data/org-kubernetes/derived/teams.csv') ?? '';
    expect(kinds(entries, 'teams').toSorted()).toEqual(readFileSync(teams, 'utf8').match(/^(sig|wg|committee)-[\w-]+(?=,)/gm)?.toSorted());
    expect(kinds(entries, 'teams')).toHaveLength(35);
    expect(new Set(kinds(entries, 'services')).size).toBe(236);
    expect(kinds(entries, 'persons')).toHaveLength(column(sharedFile('data/org-kubernetes/derived/people.csv') ?? '').length);
    const view = viewAsOf(entries, '2026-11-21');
    for (const team of view.teams.values()) expect(view.persons.has(team.leadId ?? '')).toBe(true);
    for (const service of view.services.values()) expect(view.teams.has(service.teamId ?? '')).toBe(true);
  });

  it('has manager lines that end at the steering committee', async () => {
    const view = viewAsOf(entriesIn(await read(sigsImporter, sigs ?? '', importContext())), '2026-11-21');
    for (const person of view.persons.values()) {
      const line = [person.id];
      for (let at = person; at.managerId !== undefined;) {
        const manager = view.persons.get(at.managerId);
        if (manager === undefined || line.includes(manager.id)) throw new Error(`The line of ${person.id} runs ${line.join(', ')} and then to ${at.managerId}.`);
        line.push(manager.id);
        at = manager;
      }
      if (person.teamId !== undefined) expect(view.persons.get(line.at(-1) ?? '')?.teamId).toBe('committee-steering');
    }
  });

  it('has approvers whose right goes back to the governing body, emeritus ones whose right ended, and aliases nobody can resolve', async () => {
    const { entries, notes } = await kubernetes();
    const view = viewAsOf(entries, '2026-11-21');
    const index = indexRecord(view);
    const grant = (id: string) => view.grants.get(id);
    expect(grant('owners/kops/hakman')).toMatchObject({ grantorId: view.teams.get('sig-cluster-lifecycle')?.leadId, scope: { services: ['kops'] } });
    expect(grant('owners/ingress-nginx/rikatz')).toMatchObject({ to: '2024-12-15' });
    expect(grant('owners/image-builder/mboersma')).toMatchObject({ granteeId: 'mboersma' });
    for (const id of ['owners/kops/justinsb', 'owners/kops/hakman', 'owners/release/saschagrunert', 'owners/apiserver/liggitt']) {
      const held = grant(id);
      expect(held === undefined ? id : grantChain(index, held)).toBe('reaches-root');
    }
    expect(view.persons.has('sig-cli-maintainers')).toBe(false);
    expect(grant('owners/kubectl/sig-cli-maintainers')).toBeDefined();
    expect(grant('owners/external-provisioner/kubernetes-csi-approvers')).toBeDefined();
    expect(view.services.get('dashboard')?.teamId).toBeUndefined();
    expect(view.services.get('client-go')).toMatchObject({ teamId: 'sig-api-machinery', repository: 'github.com/kubernetes/client-go' });
    const told = notes.filter((text) => text.includes('listed as emeritus')).map((text) => `${text.split('.')[0]} ${text.split(': ').at(-1)?.split(', ').length}`);
    expect(told).toEqual(['apiserver 1', 'client-go 2', 'kops 5']);
  });

  it('is the same entries when it is read a second time', async () => {
    const first = await kubernetes();
    const again = await kubernetes();
    expect(again).toEqual(first);
    const view = viewAsOf(first.entries, '2026-11-21');
    const second = entriesIn(await read(sigsImporter, sigs ?? '', importContext({ held: first.entries })));
    for (const { kind, entity } of second) expect(entity).toEqual(view[kind === 'policy' ? 'teams' : kind].get(entity.id));
  });
});
