import { describe, expect, it } from 'vitest';
import { grantChain } from '#core/authority/grant-chain.ts';
import type { Entry } from '#core/record/entry.ts';
import { indexRecord } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import type { Importer } from '#importers/importer.ts';
import { ownersAliasesImporter } from '#importers/kubernetes/owners-aliases-importer.ts';
import { ownersImporter } from '#importers/kubernetes/owners-importer.ts';
import { securityContactsImporter } from '#importers/kubernetes/security-contacts-importer.ts';
import { sigsImporter } from '#importers/kubernetes/sigs-importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';

const sigs = `sigs:
- dir: sig-storage
  name: Storage
  mission_statement: >
    Keeps bytes.
  leadership:
    chairs:
    - {github: Ana, name: Ana A, email: a@x}
    - {github: ben, name: Ben B}
    tech_leads:
    - {github: cy, name: Cy C}
    emeritus_leads:
    - {github: dee, name: Dee D}
  contact:
    liaison: {github: stee, name: Stee E}
  subprojects:
  - name: Disk Tools
    description: Tools for disks
    owners:
    - https://raw.githubusercontent.com/org/disk-lib/main/OWNERS
    - https://raw.githubusercontent.com/org/disk-tools/main/OWNERS
    leads:
    - {github: lee, name: Lee L}
  - name: site
    owners: [https://raw.githubusercontent.com/org/site/main/OWNERS]
  - owners: []
- dir: sig-testing
  name: Testing
  subprojects:
  - name: site
- name: nowhere
committees:
- dir: committee-steering
  name: Steering
  leadership:
    chairs:
    - {github: stee, name: Stee E}
    - {github: ana, name: Ana A}
`;

async function run(importer: Importer, name: string, text: string, options: Parameters<typeof importContext>[0] = {}) {
  return itemsOf(importer.read(memorySource(name, text), importContext(options)));
}
const sigsRecord = async (): Promise<Entry[]> => entriesIn(await run(sigsImporter, 'sigs.yaml', sigs));
const find = (entries: readonly Entry[], kind: string, id: string) => entries.find((entry) => entry.kind === kind && entry.entity.id === id)?.entity;
const idsOf = (entries: readonly Entry[], kind: string) => entries.filter((entry) => entry.kind === kind).map(({ entity }) => entity.id);
const notesIn = (items: Awaited<ReturnType<typeof run>>) => items.flatMap((item) => (item.type === 'note' ? [item.text] : []));

describe('sigs.yaml', () => {
  it('gives teams under the steering committee with the first chair as lead', async () => {
    const entries = await sigsRecord();
    expect(idsOf(entries, 'teams')).toEqual(['sig-storage', 'sig-testing', 'committee-steering']);
    expect(find(entries, 'teams', 'sig-storage')).toEqual({
      id: 'sig-storage', name: 'SIG Storage', kind: 'engineering', leadId: 'ana', parentId: 'committee-steering', label: 'Keeps bytes.',
    });
    expect(find(entries, 'teams', 'committee-steering')).toEqual({ id: 'committee-steering', name: 'Committee Steering', kind: 'governing', leadId: 'stee' });
    expect(find(entries, 'teams', 'sig-testing')).toMatchObject({ kind: 'platform' });
  });

  it('gives each person one place, a manager line, and no mail address', async () => {
    const entries = await sigsRecord();
    expect(find(entries, 'persons', 'ana')).toEqual({ id: 'ana', kind: 'person', name: 'Ana A', teamId: 'committee-steering', title: 'Member, Committee Steering' });
    expect(find(entries, 'persons', 'ben')).toMatchObject({ teamId: 'sig-storage', managerId: 'stee', title: 'Chair, SIG Storage' });
    expect(find(entries, 'persons', 'cy')).toMatchObject({ managerId: 'ana', title: 'Tech lead, SIG Storage' });
    expect(find(entries, 'persons', 'dee')).toEqual({ id: 'dee', kind: 'person', name: 'Dee D' });
    expect(JSON.stringify(entries)).not.toContain('a@x');
  });

  it('gives a service for each subproject, with its repositories, and tells two of one name apart', async () => {
    const entries = await sigsRecord();
    expect(idsOf(entries, 'services')).toEqual(['disk-tools', 'sig-storage/site', 'sig-testing/site']);
    expect(find(entries, 'services', 'disk-tools')).toEqual({
      id: 'disk-tools', name: 'Disk Tools', label: 'Tools for disks', teamId: 'sig-storage', exposure: 'unknown',
      repository: 'github.com/org/disk-tools', otherRepositories: ['github.com/org/disk-lib'],
    });
  });

  it('gives leads what their group owns, to hand on; an emeritus lead held it; members of the governing body need none', async () => {
    const entries = await sigsRecord();
    expect(idsOf(entries, 'grants')).toEqual([
      'sigs/sig-storage/ana', 'sigs/sig-storage/ben', 'sigs/sig-storage/cy', 'sigs/sig-storage/dee', 'sigs/sig-storage/disk-tools/lee',
    ]);
    expect(find(entries, 'grants', 'sigs/sig-storage/cy')).toMatchObject({ grantorId: 'ROOT', delegable: true, scope: { teams: ['sig-storage'] } });
    expect(find(entries, 'grants', 'sigs/sig-storage/dee')).toMatchObject({ to: '2026-11-20' });
    expect(find(entries, 'grants', 'sigs/sig-storage/disk-tools/lee')).toMatchObject({ grantorId: 'ana', delegable: false, scope: { services: ['disk-tools'] } });
  });

  it('rejects a group or subproject it cannot read, with the line, and keeps the rest', async () => {
    const items = await run(sigsImporter, 'sigs.yaml', sigs);
    expect(items.flatMap((item) => (item.type === 'rejected' ? [item.rejection.place] : []))).toEqual(['line 26', 'line 31']);
  });

  it('ends the grant of a lead who is no longer in the file, once', async () => {
    const before = await sigsRecord();
    const after = sigs.replace('    - {github: cy, name: Cy C}\n', '').replace('    tech_leads:\n', '');
    const items = entriesIn(await run(sigsImporter, 'sigs.yaml', after, { held: before, at: '2026-12-10' }));
    expect(items.filter(({ entity }) => entity.id === 'sigs/sig-storage/cy')).toMatchObject([{ entity: { to: '2026-12-09' } }]);
    const again = entriesIn(await run(sigsImporter, 'sigs.yaml', after, { held: [...before, ...items], at: '2027-01-10' }));
    expect(find(again, 'grants', 'sigs/sig-storage/cy')).toBeUndefined();
    expect(find(again, 'grants', 'sigs/sig-storage/dee')).toMatchObject({ to: '2026-11-20' });
  });
});

describe('OWNERS', () => {
  const owners = 'approvers:\n- disk-approvers\n- Ana\n- @fay\nreviewers:\n- gil\nemeritus_approvers:\n- hal # 2024-12-15\n- ivy\n';

  it('gives approvers a grant from the lead of the owning team; a lead in person holds it from above', async () => {
    const held = await sigsRecord();
    const entries = entriesIn(await run(ownersImporter, 'org/site/OWNERS', owners, { held, siblings: { OWNERS_ALIASES: 'aliases:\n  disk-approvers: [Jo, ben]\n' } }));
    expect(idsOf(entries, 'grants')).toEqual(['owners/sig-storage/site/jo', 'owners/sig-storage/site/ben', 'owners/sig-storage/site/ana', 'owners/sig-storage/site/fay', 'owners/sig-storage/site/hal', 'owners/sig-storage/site/ivy']);
    const grant = (id: string) => find(entries, 'grants', `owners/sig-storage/site/${id}`);
    expect(grant('jo')).toMatchObject({ grantorId: 'ana', scope: { services: ['sig-storage/site'] }, delegable: false });
    expect(grant('jo')).not.toHaveProperty('maxExposure');
    expect(grant('ana')).toMatchObject({ grantorId: 'ROOT' });
    expect(grant('hal')).toMatchObject({ to: '2024-12-15' });
    expect(grant('ivy')).toMatchObject({ to: '2026-11-20' });
    expect(idsOf(entries, 'persons')).toEqual(['hal', 'ivy', 'jo', 'fay']);
    const index = indexRecord(viewAsOf([...held, ...entries], '2026-11-21'));
    for (const { kind, entity } of entries) if (kind === 'grants') expect(grantChain(index, entity)).toBe('reaches-root');
  });

  it('leaves an alias that is not defined as an id the record does not hold, and names it', async () => {
    const items = await run(ownersImporter, 'site.OWNERS', 'approvers: [sig-cli-maintainers, pohly]\n', { held: await sigsRecord(), defaults: { serviceId: 'sig-testing/site' } });
    const entries = entriesIn(items);
    expect(idsOf(entries, 'persons')).toEqual(['pohly']);
    expect(find(entries, 'grants', 'owners/sig-testing/site/sig-cli-maintainers')).toMatchObject({ granteeId: 'sig-cli-maintainers' });
    expect(notesIn(items).join('\n')).toContain('The alias "sig-cli-maintainers" is not defined');
  });

  it('says that it cannot tell who gave the right where no lead is on the record', async () => {
    const items = await run(ownersImporter, 'lonely.OWNERS', 'approvers: [ana]\n');
    const entries = entriesIn(items);
    expect(find(entries, 'services', 'lonely')).toEqual({ id: 'lonely', exposure: 'unknown' });
    const index = indexRecord(viewAsOf(entries, '2026-11-21'));
    for (const { kind, entity } of entries) if (kind === 'grants') expect(grantChain(index, entity)).toBe('cannot-tell');
    expect(notesIn(items)).toHaveLength(2);
  });

  it('makes a repository that is one of several of a service a service of its own, in the same team', async () => {
    const entries = entriesIn(await run(ownersImporter, 'disk-lib.OWNERS', 'approvers: [ana]\n', { held: await sigsRecord() }));
    expect(find(entries, 'services', 'disk-lib')).toEqual({ id: 'disk-lib', exposure: 'unknown', teamId: 'sig-storage', repository: 'github.com/org/disk-lib' });
  });

  it('takes the team from a label where nothing else names one, and keeps what is on the record', async () => {
    const held: Entry[] = [...(await sigsRecord()), { kind: 'services', entity: { id: 'x', exposure: 'internet', name: 'X' }, stamp: {} }];
    const entries = entriesIn(await run(ownersImporter, 'x/OWNERS', 'approvers: [ana]\nlabels: [area/y, sig/storage]\n', { held }));
    expect(find(entries, 'services', 'x')).toEqual({ id: 'x', exposure: 'internet', name: 'X', teamId: 'sig-storage' });
  });

  it('ends the grant of an approver who is no longer listed, and brings the same entries twice', async () => {
    const held = await sigsRecord();
    const first = entriesIn(await run(ownersImporter, 'org/site/OWNERS', owners, { held }));
    const again = entriesIn(await run(ownersImporter, 'org/site/OWNERS', owners, { held: [...held, ...first], at: '2026-12-24' }));
    const grants = (entries: readonly Entry[]) => entries.filter(({ kind }) => kind === 'grants').map(({ entity }) => entity);
    expect(grants(again)).toEqual(grants(first));
    const later = entriesIn(await run(ownersImporter, 'org/site/OWNERS', 'approvers: [ana]\n', { held: [...held, ...first], at: '2026-12-24' }));
    expect(find(later, 'grants', 'owners/sig-storage/site/fay')).toMatchObject({ to: '2026-12-23', granteeId: 'fay' });
    expect(find(later, 'grants', 'owners/sig-storage/site/hal')).toBeUndefined();
  });
});

describe('SECURITY_CONTACTS', () => {
  it('gives a group of the service and says who of it is emeritus there', async () => {
    const items = await run(securityContactsImporter, 'site.SECURITY_CONTACTS', '# told first\n\nAna\nhal\ncommittee-x\n', {
      held: await sigsRecord(), defaults: { serviceId: 'sig-storage/site' }, siblings: { OWNERS: 'approvers: [ana]\nemeritus_approvers: [Hal]\n' },
    });
    const entries = entriesIn(items);
    expect(find(entries, 'persons', 'security-contacts:sig-storage/site')).toEqual({
      id: 'security-contacts:sig-storage/site', kind: 'group', name: 'Security contacts of site', teamId: 'sig-storage',
      facts: ['Told of vulnerabilities under embargo: ana, hal, committee-x'],
    });
    expect(idsOf(entries, 'persons')).toEqual(['hal', 'security-contacts:sig-storage/site']);
    expect(notesIn(items)).toEqual([
      'Who "committee-x" stands for is not said in a file beside it.',
      'Told first, and listed as emeritus approver of the same repository: hal.',
    ]);
  });
});

describe('detection', () => {
  const starts: Record<string, [string, string]> = {
    sigs: ['sigs:\n- dir: sig-a\n', 'any.yaml'], owners: ['approvers:\n- a\n', 'x.OWNERS'], byContent: ['# c\napprovers:\n- a\noptions:\n  no_parent_owners: true\n', 'x.yaml'],
    aliases: ['aliases:\n  a:\n  - b\n', 'OWNERS_ALIASES'], contacts: ['# c\nana\n', 'repo/SECURITY_CONTACTS'], codeowners: ['* @org/team\n', 'CODEOWNERS'],
    docker: ['services:\n  web:\n    image: x\n', 'compose.yaml'],
  };
  it.each([
    [sigsImporter, ['sigs']], [ownersImporter, ['owners', 'byContent']], [ownersAliasesImporter, ['aliases']], [securityContactsImporter, ['contacts']],
  ] as const)('$title takes its own files and no other', (importer, expected) => {
    expect(Object.entries(starts).filter(([, [start, name]]) => importer.detects(start, name)).map(([key]) => key)).toEqual(expected);
  });
});
