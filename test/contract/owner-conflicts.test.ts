import { beforeAll, expect, test, vi } from 'vitest';
import { sourceListSchema } from '#contract/sources.ts';
import { importers } from '#importers/detect.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { importSources } from '#server/imports/import-sources.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const group = (name: string): string => `apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: ${name}}\nspec: {type: team, children: []}\n`;
const component = (name: string, owner: string): string => `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: ${name}, annotations: {github.com/project-slug: acme/${name}}}\nspec: {type: service, lifecycle: production, owner: ${owner}}\n`;
const catalog = [...['team-a', 'team-b', 'sig-ops', 'team-d'].map(group), component('till', 'team-a'), component('desk', 'team-a')].join('---\n');

/** Four sources that disagree about the till, and agree about the desk. */
const files: Readonly<Record<string, string>> = {
  'catalog-info.yaml': catalog,
  'till/CODEOWNERS': '* @acme/team-b\n',
  'till/OWNERS': 'approvers: [ana]\nlabels: [sig/ops]\n',
  'services.csv': 'service,owning team\ntill,team-d\ndesk,team-a\n',
  'desk/CODEOWNERS': '* @acme/team-a\n',
};

let company: TestApp;

async function send(names: readonly string[], changed: Readonly<Record<string, string>> = {}): Promise<void> {
  const sources = names.map((name) => memorySource(name, changed[name] ?? files[name] ?? ''));
  const reports = await importSources({ store: company.store, importers, sources, options: { at: '2026-11-20', recordedBy: 'ana', keepArrivals: true } });
  expect(reports.flatMap(({ rejected }) => rejected)).toEqual([]);
}

async function conflicts() {
  const { conflicts: list } = sourceListSchema.parse(await company.json('/api/v1/sources'));
  return list.map(({ service, team, why, statements }) => ({
    service: service.id, team: team?.id, why,
    said: statements.map(({ source, format, team: named, inForce }) => `${source} (${format ?? 'none'}): ${named.id}${inForce ? ', in force' : ''}`).toSorted(),
  }));
}

beforeAll(async () => {
  company = await testApp(smallCompanyEntries());
  await send(Object.keys(files));
});

test('four sources that disagree are each shown with what they say, which is in force and why', async () => {
  expect(await conflicts()).toEqual([{
    service: 'till', team: 'team-a', why: 'It states the owner each time it arrives, and the last such statement counts.',
    said: ['backstage (backstage): team-a, in force', 'services.csv (owners-csv): team-d', 'till/CODEOWNERS (codeowners): team-b', 'till/OWNERS (k8s-owners): sig-ops'],
  }]);
});

test('why is said in the language that was asked for', async () => {
  const { conflicts: [conflict] } = sourceListSchema.parse(await company.json('/api/v1/sources?language=de'));
  expect(conflict?.why).toBe('Sie nennt das zuständige Team bei jedem Eintreffen, und die letzte solche Angabe gilt.');
});

test('nothing is settled by the order in which they arrive again', async () => {
  const before = await conflicts();
  await send(Object.keys(files).toReversed());
  expect(await conflicts()).toEqual(before);
});

test('a source that is corrected agrees, and the others still do not', async () => {
  await send(['services.csv'], { 'services.csv': 'service,owning team\ntill,team-a\ndesk,team-a\n' });
  expect((await conflicts()).map(({ said }) => said)).toEqual([['backstage (backstage): team-a, in force', 'till/CODEOWNERS (codeowners): team-b', 'till/OWNERS (k8s-owners): sig-ops']]);
});

test('once all agree, no conflict is left', async () => {
  await send(['till/CODEOWNERS', 'till/OWNERS'], { 'till/CODEOWNERS': '* @acme/team-a\n', 'till/OWNERS': 'approvers: [ana]\n' });
  expect(await conflicts()).toEqual([]);
});
