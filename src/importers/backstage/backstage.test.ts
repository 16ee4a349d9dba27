import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { backstageImporter } from '#importers/backstage/backstage-importer.ts';
import { parseRef, serviceIdOfRef } from '#importers/backstage/entity-ref.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';
import { refusalLater } from '#test/support/refusal.ts';

const catalog = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: Company}
spec:
  type: organization
  lead: ceo
  profile: {displayName: The Company, email: all@x.example}
  children: [Payments]
---
apiVersion: backstage.io/v1beta1
kind: Group
metadata:
  name: payments
  description: Takes money
  annotations: {whose-call.io/lead: "user:default/Maya"}
spec: {type: team, children: []}
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: guards
  annotations: {whose-call.io/team-kind: security, whose-call.io/lead: cy}
spec: {type: team, parent: company, children: [], members: [ben, nobody]}
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: {name: Maya, annotations: {whose-call.io/title: Head of Payments}}
spec: {profile: {displayName: Maya M, email: maya@x.example}, memberOf: [Group:default/PAYMENTS]}
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: {name: ana}
spec: {memberOf: [payments, guards]}
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: {name: ben, annotations: {whose-call.io/manager: maya}}
spec: {memberOf: []}
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: {name: ceo}
spec: {memberOf: [company]}
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: {name: money, annotations: {whose-call.io/release-process: weekly}}
spec: {owner: payments}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: Checkout
  title: Checkout page
  annotations: {github.com/project-slug: Org/Checkout, whose-call.io/exposure: internet}
spec: {type: website, lifecycle: production, owner: payments, system: money, consumesApis: [ledger, elsewhere], dependsOn: ["resource:ledger-db", component:cart, system:money]}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: ledger, annotations: {backstage.io/source-location: "url:https://github.com/org/ledger/tree/main/"}}
spec: {type: service, owner: user:maya, providesApis: [ledger]}
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: {name: ledger}
spec: {type: openapi, owner: payments, definition: {$text: ./secret.yaml}}
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: {name: ledger-db}
spec: {type: database, owner: group:other/unknown}
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: {name: nobodys}
spec: {type: openapi}
---
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: {name: more}
spec: {targets: [/etc/passwd, https://x.example/catalog.yaml]}
`;

const run = (text: string, options: Parameters<typeof importContext>[0] = {}, name = 'catalog-info.yaml') =>
  itemsOf(backstageImporter.read(memorySource(name, text), importContext(options)));
const find = (entries: readonly Entry[], kind: string, id: string) => entries.find((entry) => entry.kind === kind && entry.entity.id === id);
const idsOf = (entries: readonly Entry[], kind: string) => entries.filter((entry) => entry.kind === kind).map(({ entity }) => entity.id);
const notesIn = (items: Awaited<ReturnType<typeof run>>) => items.flatMap((item) => (item.type === 'note' ? [item.text] : []));
const rejectionsIn = (items: Awaited<ReturnType<typeof run>>) => items.flatMap((item) => (item.type === 'rejected' ? [`${item.rejection.place} ${item.rejection.code}`] : []));

describe('a Backstage catalog', () => {
  it('gives teams with kind, lead and parent from either side', async () => {
    const entries = entriesIn(await run(catalog));
    expect(idsOf(entries, 'teams')).toEqual(['company', 'payments', 'guards']);
    expect(find(entries, 'teams', 'company')?.entity).toEqual({ id: 'company', kind: 'business', name: 'The Company', leadId: 'ceo' });
    expect(find(entries, 'teams', 'payments')?.entity).toEqual({ id: 'payments', kind: 'engineering', label: 'Takes money', leadId: 'maya', parentId: 'company' });
    expect(find(entries, 'teams', 'guards')?.entity).toMatchObject({ kind: 'security', leadId: 'cy', parentId: 'company' });
  });

  it('gives people with a team and a manager: as annotated, else who leads the team or the one above', async () => {
    const entries = entriesIn(await run(catalog));
    expect(find(entries, 'persons', 'maya')?.entity).toEqual({ id: 'maya', kind: 'person', name: 'Maya M', title: 'Head of Payments', teamId: 'payments', managerId: 'ceo' });
    expect(find(entries, 'persons', 'ana')).toMatchObject({ entity: { teamId: 'payments', managerId: 'maya' }, stamp: { basis: 'inferred: the manager is who leads the team' } });
    expect(find(entries, 'persons', 'ben')).toMatchObject({ entity: { teamId: 'guards', managerId: 'maya' }, stamp: { basis: 'documented' } });
    expect(find(entries, 'persons', 'ceo')?.entity).not.toHaveProperty('managerId');
    expect(idsOf(entries, 'persons')).toEqual(['maya', 'ana', 'ben', 'ceo']);
    expect(JSON.stringify(entries)).not.toContain('@x.example');
  });

  it('gives services with owner, exposure, process, repository and what they depend on', async () => {
    const entries = entriesIn(await run(catalog));
    expect(find(entries, 'services', 'checkout')?.entity).toEqual({
      id: 'checkout', name: 'Checkout page', teamId: 'payments', exposure: 'internet', processId: 'weekly', repository: 'github.com/org/checkout',
      dependsOn: ['resource:ledger-db', 'cart', 'ledger', 'api:elsewhere'],
    });
    expect(find(entries, 'services', 'ledger')?.entity).toEqual({ id: 'ledger', exposure: 'unknown', teamId: 'payments', repository: 'github.com/org/ledger' });
    expect(find(entries, 'services', 'api:ledger')?.entity).toMatchObject({ teamId: 'payments', dependsOn: ['ledger'] });
    expect(idsOf(entries, 'services')).toEqual(['checkout', 'ledger', 'api:ledger', 'resource:ledger-db']);
    expect(find(entries, 'processes', 'weekly')?.entity).toEqual({ id: 'weekly', stages: [] });
  });

  it('says what cannot be told and what was not read, and fetches nothing', async () => {
    const items = await run(catalog);
    const notes = notesIn(items).join('\n');
    expect(notes).toContain('"ledger" is owned by the user "maya" in person; the team "payments" counts as owner.');
    expect(notes).toContain('"resource:ledger-db" is owned by "other/unknown", which is no team on the record so far.');
    expect(notes).toContain('"guards" lists members no user is on the record for: nobody.');
    expect(notes).toContain('"ana" is a member of 2 groups; the first, "payments", counts as the team.');
    expect(notes).toContain('1 of kind "location" was counted and not read');
    expect(find(entriesIn(items), 'services', 'resource:ledger-db')?.entity).toMatchObject({ teamId: 'other/unknown' });
  });

  it('starts from what is on the record, and links across files', async () => {
    const held: Entry[] = [
      { kind: 'services', entity: { id: 'checkout', exposure: 'partner', processId: 'daily', dataClasses: ['cards'] }, stamp: {} },
      { kind: 'persons', entity: { id: 'zed', kind: 'person', teamId: 'payments' }, stamp: {} },
      { kind: 'services', entity: { id: 'api:ledger', exposure: 'unknown' }, stamp: {} },
    ];
    const part = 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: checkout}\nspec: {owner: payments}\n---\n'
      + 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: ledger}\nspec: {owner: payments, providesApis: [ledger]}\n---\n'
      + 'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: payments}\nspec: {type: team, lead: maya, children: []}\n';
    const entries = entriesIn(await run(part, { held }));
    expect(find(entries, 'services', 'checkout')?.entity).toMatchObject({ exposure: 'partner', processId: 'daily', dataClasses: ['cards'], teamId: 'payments' });
    expect(find(entries, 'services', 'api:ledger')?.entity).toMatchObject({ dependsOn: ['ledger'] });
    expect(find(entries, 'persons', 'zed')?.entity).toMatchObject({ managerId: 'maya' });
    const consumer = 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: shop}\nspec: {owner: payments, consumesApis: [ledger]}\n';
    expect(find(entriesIn(await run(consumer, { held: [...held, ...entries] })), 'services', 'shop')?.entity).toMatchObject({ dependsOn: ['ledger'] });
  });

  it('gives the same entities when it is read again, and a new manager when the lead changes', async () => {
    const first = entriesIn(await run(catalog));
    const second = entriesIn(await run(catalog, { held: first }));
    expect(second.filter(({ kind }) => kind !== 'processes').map(({ entity }) => entity)).toEqual(first.filter(({ kind }) => kind !== 'processes').map(({ entity }) => entity));
    const changed = entriesIn(await run(catalog.replace('user:default/Maya', 'user:default/cy'), { held: second }));
    expect(find(changed, 'persons', 'ana')?.entity).toMatchObject({ managerId: 'cy' });
    const alone = entriesIn(await run(catalog.replace(', dependsOn: ["resource:ledger-db", component:cart, system:money]', ''), { held: second }));
    expect(find(alone, 'services', 'checkout')?.entity).toMatchObject({ dependsOn: ['ledger', 'api:elsewhere'] });
  });

  it('keeps its good documents when others are bad', async () => {
    const good = 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: good}\nspec: {owner: a}\n';
    const items = await run(`${good}---\nkind: Component\n---\n- a list\n---\na: [1\n---\na: 1\na: 2\n---\n${good.replace('owner: a', 'owner: b')}---\n${good}---\n${good.replaceAll('good', 'better')}`);
    expect(idsOf(entriesIn(items), 'services')).toEqual(['good', 'better']);
    expect(rejectionsIn(items).toSorted()).toEqual([
      'document 2, line 6 schema', 'document 3, line 8 schema', 'document 4, line 11 yaml-syntax', 'document 5, line 13 duplicate-key', 'document 6, line 15 duplicate-id',
    ]);
  });

  it('is refused for an alias bomb in any document', async () => {
    const bomb = Array.from({ length: 10 }, (_, level) => `l${level}: &l${level} [${Array.from({ length: 10 }, () => (level === 0 ? 'x' : `*l${level - 1}`)).join(', ')}]`).join('\n');
    expect((await refusalLater(() => run(`apiVersion: backstage.io/v1alpha1\nkind: Group\n${bomb}\n`))).code).toBe('too-many-nodes');
    expect((await refusalLater(() => run(`apiVersion: backstage.io/v1alpha1\nkind: Group\na: ${'['.repeat(90)}`))).code).toBe('too-deep');
  });
});

describe('an entity reference', () => {
  it.each([
    ['team-a', 'group', 'group:default/team-a'], ['Team-A', 'group', 'group:default/team-a'], ['user:frank', 'group', 'user:default/frank'],
    ['backstage/maintainers', 'group', 'group:backstage/maintainers'], ['Component:ns/x', 'group', 'component:ns/x'],
  ])('%s', (ref, kind, expected) => {
    const parsed = parseRef(ref, kind);
    expect(`${parsed?.kind}:${parsed?.namespace}/${parsed?.name}`).toBe(expected);
  });

  it('is nothing with spaces, with too many parts, or not as text', () => {
    expect([parseRef('a b', 'x'), parseRef('a/b/c', 'x'), parseRef('a:b:c', 'x'), parseRef({ name: 'a' }, 'x'), parseRef('', 'x')]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('keeps a component, an API and a resource of one name apart', () => {
    expect(['component:pet', 'api:pet', 'resource:ns/pet'].map((ref) => parseRef(ref, 'component')).map((ref) => (ref === undefined ? '' : serviceIdOfRef(ref)))).toEqual(['pet', 'api:pet', 'resource:ns/pet']);
  });
});

describe('detection', () => {
  it.each([
    ['apiVersion: backstage.io/v1alpha1\nkind: Component\n', true],
    ['# c\n---\napiVersion: "backstage.io/v1beta1"\nkind: Group\n', true],
    ['apiVersion: devtools.example/v1alpha1\nkind: Component\nmetadata:\n  name: x\nspec:\n  owner: y\n', true],
    ['apiVersion: devtools.example/v1alpha1\nkind: Group\nmetadata:\n  name: x\nspec:\n  type: team\n  children: []\n', true],
    ['apiVersion: dapr.io/v1alpha1\nkind: Component\nmetadata:\n  name: x\nspec:\n  owner: y\n', false],
    ['apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nmetadata:\n  name: x\nspec:\n  owner: y\n', false],
    ['apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\nspec:\n  replicas: 1\n', false],
    ['apiVersion: example.org/v1\nkind: Component\nmetadata:\n  name: x\nspec:\n  other: y\n', false],
    ['teams:\n- id: a\n', false],
  ])('%j: %s', (start, expected) => {
    expect(backstageImporter.detects(start, 'x.yaml')).toBe(expected);
  });
});
