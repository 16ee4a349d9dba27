import { describe, expect, test, vi } from 'vitest';
import { viewAsOf } from '#core/record/view.ts';
import { importers } from '#importers/detect.ts';
import type { Importer, Source } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { settingNames } from '#server/context.ts';
import { loadSample, loadSteps, readStepsFile } from '#server/imports/load-steps.ts';
import { emptyStore } from '#test/support/test-store.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const workspace = (name: string, text: string): Source => memorySource(name, `schema: whose-call/1\n${text}`);
const files: readonly Source[] = [
  workspace('company/org/teams.yaml', 'teams: [{ id: pay, kind: engineering, name: Payments }]\n'),
  workspace('company/org/people.yaml', 'persons: [{ id: ana, kind: person, name: Ana Ruiz, teamId: pay }]\n'),
  workspace('company/later.yaml', 'teams: [{ id: pay, kind: engineering, name: Payments and refunds }]\n'),
  memorySource('company/notes.txt', 'nothing anybody reads'),
  memorySource('company/load.json', JSON.stringify({
    sampleAsOf: '2026-06-30', organisation: 'Acme',
    steps: [{ at: '2026-01-31', paths: ['org'] }, { at: '2026-03-31', paths: ['later.yaml', 'notes.txt'] }],
  })),
];

describe(loadSample, () => {
  test('loads a history, each step known from its day on and not before', async () => {
    const into = await emptyStore();
    const load = await loadSample({ store: into, files, importers });
    expect(load).toMatchObject({ state: 'loaded', asOf: '2026-06-30' });
    const nameOn = async (day: string): Promise<string | undefined> => viewAsOf(await into.entries(), day).teams.get('pay')?.name;
    expect([await nameOn('2026-01-30'), await nameOn('2026-01-31'), await nameOn('2026-04-01')]).toEqual([undefined, 'Payments', 'Payments and refunds']);
    expect([await into.setting(settingNames.sampleAsOf), await into.setting(settingNames.organisation)]).toEqual(['2026-06-30', 'Acme']);
    expect(await into.version()).toBe(2);
  });

  test('within a step loses a file that cannot be used alone', async () => {
    const load = await loadSample({ store: await emptyStore(), files, importers });
    expect(load.state === 'loaded' ? load.reports.map((report) => [report.file, report.refused]) : []).toEqual([
      ['org/teams.yaml', false], ['org/people.yaml', false], ['later.yaml', false], ['notes.txt', true],
    ]);
  });

  test('a second time finds it there and changes nothing', async () => {
    const into = await emptyStore();
    await loadSample({ store: into, files, importers });
    expect(await loadSample({ store: into, files, importers })).toEqual({ state: 'present' });
    expect(await into.version()).toBe(2);
  });

  test('goes on where it was cut off', async () => {
    const into = await emptyStore();
    const cut = loadSample({ store: into, files, importers, onStep: () => { throw new Error('killed'); } });
    await expect(cut).rejects.toThrow('killed');
    expect(await into.version()).toBe(1);
    const load = await loadSample({ store: into, files, importers });
    expect(load.state === 'loaded' ? load.reports.map((report) => report.file) : []).toEqual(['later.yaml', 'notes.txt']);
    expect(await into.version()).toBe(2);
  });

  test('is never mixed into a record of one\'s own', async () => {
    const into = await emptyStore();
    await loadSteps({ store: into, steps: [{ at: '2026-01-31', paths: ['company/org'] }], sources: files, importers, recordedBy: 'test' });
    expect(await loadSample({ store: into, files, importers })).toEqual({ state: 'own-record' });
  });
});

test('a step that names what is not there is refused by name, and nothing of it stays', async () => {
  const into = await emptyStore();
  const steps = [{ at: '2026-01-31', paths: ['company/org', 'company/nowhere'] }];
  await expect(loadSteps({ store: into, steps, sources: files, importers, recordedBy: 'test' })).rejects.toThrow('company/nowhere');
  expect(await into.version()).toBe(0);
});

test('a long file that cannot be used after all leaves nothing in the batch it shares', async () => {
  const into = await emptyStore();
  const long: Importer = {
    format: 'whose-call', title: 'A reader', specification: '', detects: () => true,
    async *read(source) {
      for (let index = 0; index < 1_200; index += 1) {
        yield { type: 'entry', place: `line ${index}`, entry: { kind: 'teams', entity: { id: `${source.name}-${index}`, kind: 'engineering' }, stamp: {} } };
      }
      await Promise.resolve();
      if (source.name === 'bad.yaml') throw new Error('cut short');
    },
  };
  const sources = ['good.yaml', 'bad.yaml'].map((name) => workspace(name, 'teams: []\n'));
  const known = importers.map((importer) => (importer.format === 'whose-call' ? long : importer));
  await loadSteps({ store: into, steps: [{ at: '2026-01-31', paths: ['good.yaml', 'bad.yaml'] }], sources, importers: known, recordedBy: 'test' });
  expect(await into.entries()).toHaveLength(1_200);
});

test('the stage and the service of a step are what its files do not say', async () => {
  const into = await emptyStore();
  const sarif = memorySource('scan.sarif', JSON.stringify({
    version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [{ tool: { driver: { name: 'quill', rules: [] } }, results: [{ ruleId: 'X1', level: 'error', message: { text: 'Bad' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'a.ts' } } }] }] }],
  }));
  const service = workspace('s.yaml', 'services: [{ id: checkout, exposure: internal }]\n');
  await loadSteps({
    store: into, sources: [sarif, service], importers, recordedBy: 'test',
    steps: [{ at: '2026-01-31', paths: ['s.yaml'] }, { at: '2026-02-01', paths: ['scan.sarif'], service: 'checkout', stage: 'build' }],
  });
  expect(await into.findingCells('2026-02-02')).toMatchObject([{ serviceId: 'checkout', stageId: 'build', count: 1 }]);
});

test.each([
  ['no JSON', '{', 'is not JSON'],
  ['a day that is none', '{"steps":[{"at":"2026-02-30","paths":["a"]}]}', 'steps.0.at'],
  ['no paths', '{"steps":[{"at":"2026-02-01","paths":[]}]}', 'steps.0.paths'],
  ['a field nobody knows', '{"steps":[],"stage":"x"}', 'Unrecognized key'],
])('a steps file with %s is refused', (_, text, message) => {
  expect(() => readStepsFile(text)).toThrow(message);
});
