import { expect, test } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { attributionOf } from '#core/release/attribution.ts';
import { importers } from '#importers/detect.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { importSources } from '#server/imports/import-sources.ts';
import type { Store } from '#store/store.ts';
import { emptyStore } from '#test/support/test-store.ts';

const company = JSON.stringify({
  schema: 'whose-call/1', teams: [{ id: 'orders', kind: 'engineering' }], processes: [{ id: 'train', stages: [{ id: 'code', gate: 'none' }, { id: 'run', gate: 'none' }] }],
  services: [{ id: 'shop', teamId: 'orders', exposure: 'internet', processId: 'train', repository: 'github.com/acme/shop' }],
});

const trivy = (tag: string, day: string, ...found: readonly (readonly [name: string, published: string])[]): string => JSON.stringify({
  SchemaVersion: 2, CreatedAt: `${day}T10:00:00Z`, ArtifactName: `acme/shop:${tag}`,
  Results: [{ Target: 'lock', Class: 'lang-pkgs', Vulnerabilities: found.map(([VulnerabilityID, PublishedDate]) => ({ VulnerabilityID, PublishedDate: `${PublishedDate}T00:00:00Z`, PkgName: 'a', InstalledVersion: '1', Severity: 'LOW', PkgIdentifier: { PURL: 'pkg:npm/a@1' } })) }],
});
const [old, fresh, later] = [['CVE-2025-1001', '2025-11-01'], ['CVE-2026-1002', '2026-01-05'], ['CVE-2026-1003', '2026-09-01']] as const;

const files = {
  releases: JSON.stringify([['v1.0', '2026-05-01'], ['v1.1', '2026-08-01']].map(([tag, day]) => ({ tag_name: tag, published_at: `${day}T00:00:00Z`, url: 'https://api.github.com/repos/acme/shop/releases/1' }))),
  first: trivy('1.0', '2026-04-30', old),
  second: trivy('1.1', '2026-07-31', old, fresh),
  third: trivy('1.1', '2026-09-10', old, fresh, later),
};
type FileName = keyof typeof files;

async function take(store: Store, name: string, text: string, stageId?: string): Promise<void> {
  const [report] = await importSources({ store, sources: [memorySource(name, text)], importers, options: { at: '2026-10-01', recordedBy: 'test', defaults: { serviceId: 'shop', stageId }, completeScan: stageId !== undefined } });
  expect(report).toMatchObject({ refused: false, rejected: [] });
}

/** Where each finding came from, after the files were imported in this order. */
async function originsAfter(order: readonly FileName[]) {
  const store = await emptyStore();
  await take(store, 'company.json', company);
  for (const name of order) await take(store, `${name}.json`, files[name], name === 'releases' ? undefined : name === 'third' ? 'run' : 'code');
  const entries: Entry[] = [];
  for await (const entry of store.allEntries()) entries.push(entry);
  const view = viewAsOf(entries, '2026-11-21');
  return [...view.findings.values()]
    .map((finding) => ({ name: finding.externalId, fixedAt: finding.fixedAt, ...attributionOf(view, finding) }))
    .toSorted((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

test('a finding is traced to the release its scan names, and what became public after shipping is told apart', async () => {
  const [one, two, three] = await originsAfter(['releases', 'first', 'second', 'third']);
  expect(one).toMatchObject({ introduced: { version: 'v1.0', confidence: 'at-latest', teamId: 'orders', shipped: 'shipped-vulnerable' }, madeAt: { stageId: 'code', method: 'first-stage' }, gotPast: { method: 'contained' } });
  expect(two).toMatchObject({ introduced: { version: 'v1.1', confidence: 'shown', absentIn: 'v1.0', shipped: 'shipped-vulnerable' } });
  expect(three).toMatchObject({ introduced: { version: 'v1.1', shipped: 'became-vulnerable' }, madeAt: { method: 'after-shipping' }, gotPast: { method: 'after-shipping' }, found: { stageId: 'run', tool: 'Trivy' } });
});

test.each<{ order: readonly FileName[] }>([
  { order: ['first', 'second', 'third', 'releases'] }, { order: ['first', 'releases', 'second', 'third'] }, { order: ['third', 'second', 'releases', 'first'] },
])('the release, the stages and what came after shipping are the same when files come as $order', async ({ order }) => {
  const told = (all: Awaited<ReturnType<typeof originsAfter>>) => all.map(({ name, fixedAt, introduced: { version, teamId, shipped }, gotPast, found }) => ({ name, fixedAt, version, teamId, shipped, gotPast, found }));
  expect(told(await originsAfter(order))).toEqual(told(await originsAfter(['releases', 'first', 'second', 'third'])));
});
