import { describe, expect, test, vi } from 'vitest';
import { importReportSchema, type ImportReport } from '#contract/import-report.ts';
import { viewAsOf } from '#core/record/view.ts';
import { importers } from '#importers/detect.ts';
import type { Importer, Source } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { settingNames } from '#server/context.ts';
import { importSources, type ImportOptions, type ImportProgress } from '#server/imports/import-sources.ts';
import type { Store } from '#store/store.ts';
import { emptyStore } from '#test/support/test-store.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const run = async (
  into: Store,
  sources: readonly Source[],
  options: Partial<ImportOptions> = {},
  list: readonly Importer[] = importers,
  onProgress?: (progress: ImportProgress) => void,
): Promise<readonly ImportReport[]> => {
  const reports = await importSources({ store: into, sources, importers: list, options: { at: '2026-11-21', recordedBy: 'test', ...options }, onProgress });
  for (const report of reports) {
    importReportSchema.parse(report);
    if (!report.refused) expect(report.read).toBe(report.added + report.updated + report.unchanged + report.rejected.length + report.moreRejected);
  }
  return reports;
};

const people = memorySource('people.yaml', `schema: whose-call/1
teams:
  - { id: pay, name: Payments, kind: engineering, leadId: ana }
persons:
  - { id: ana, name: Ana Ruiz, kind: person, teamId: pay }
services:
  - { id: checkout, name: Checkout, teamId: pay, exposure: internet }
`);
const register = memorySource('register.csv', `Risk ID,Title,Owner,Service,Low,High
R-1,Refund limit,Ana Ruiz,checkout,1000,9000
R-2,,Ana Ruiz,checkout,700,9000
R-3,Old cipher,Ana Ruiz,checkout,500,800
`);

describe('a mixed batch', () => {
  test('is loaded who exists first, whatever the order of the files, and reported in that order', async () => {
    const into = await emptyStore();
    const reports = await run(into, [register, people]);
    expect(reports.map((report) => [report.file, report.format])).toEqual([['register.csv', 'register-csv'], ['people.yaml', 'whose-call']]);
    const view = viewAsOf(await into.entries(), '2026-11-21');
    expect([...view.risks.values()].map((risk) => [risk.ownerId, risk.serviceIds])).toContainEqual(['ana', ['checkout']]);
    expect([...view.stamps.values()].every((stamp) => stamp.recordedAt !== undefined)).toBe(true);
  });

  test('keeps good rows beside one that is not taken, and says where and why', async () => {
    const into = await emptyStore();
    const [report] = await run(into, [register, people]);
    expect(report?.rejected).toMatchObject([{ file: 'register.csv', place: 'line 3' }]);
    expect(report?.added).toBe(2);
  });

  test('takes the members of an archive together or not at all', async () => {
    const into = await emptyStore();
    const part = (name: string, text: string) => ({ ...memorySource(`a.zip/${name}`, text), unit: 'a.zip' });
    const team = part('teams.json', '{"schema":"whose-call/1","teams":[{"id":"zip","kind":"business"}]}');
    const broken = await run(into, [team, part('cut.sarif', '{"version":"2.1.0","runs":[')]);
    expect(broken.map(({ refused, rejected }) => [refused, rejected[0]?.code])).toEqual([[true, 'unit-refused'], [true, 'json-syntax']]);
    expect(await into.version()).toBe(0);
    const whole = await run(into, [team, part('more.json', '{"schema":"whose-call/1","services":[{"id":"s","teamId":"zip","exposure":"internal"}]}')]);
    expect(whole.map(({ added }) => added)).toEqual([1, 1]);
    expect(await into.version()).toBe(1);
  });

  test('opens gzip, and archives where it is told how', async () => {
    const into = await emptyStore();
    const archive = memorySource('a.zip', 'PK');
    const [report] = await importSources({ store: into, importers, sources: [archive], unpack: () => Promise.resolve([{ ...people, unit: 'a.zip' }]), options: { at: '2026-06-30', recordedBy: 'test' } });
    expect(report).toMatchObject({ refused: false });
    expect(report?.added).toBeGreaterThan(0);
  });

  test('starts from the finding an earlier import left: its age, and what others said of it', async () => {
    const into = await emptyStore();
    const scan = (at: string) => memorySource('t.json', JSON.stringify({ SchemaVersion: 2, CreatedAt: at, ArtifactName: 'shop', Results: [{ Target: 'a', Vulnerabilities: [{ VulnerabilityID: 'CVE-2026-0001', PkgName: 'p', Severity: 'LOW' }] }] }));
    const catalog = memorySource('k.json', '{"catalogVersion":"1","vulnerabilities":[{"cveID":"CVE-2026-0001","dateAdded":"2026-02-03"}]}');
    const defaults = { serviceId: 'shop' };
    await run(into, [scan('2026-03-01T00:00:00Z')], { at: '2026-03-02', defaults });
    await run(into, [catalog], { at: '2026-03-03', defaults });
    const [again] = await run(into, [scan('2026-04-01T00:00:00Z')], { at: '2026-04-02', defaults });
    expect([again?.added, again?.updated, again?.unchanged]).toEqual([0, 0, 1]);
    const { findings } = await into.findings({ asOf: '2026-04-03', limit: 5 });
    expect(findings).toMatchObject([{ at: '2026-03-01T00:00:00Z', exploited: true }]);
  });

  test('loses a refused file alone', async () => {
    const into = await emptyStore();
    const reports = await run(into, [
      people, memorySource('empty.json', ''), memorySource('foreign.json', '{"spdxVersion":"SPDX-2.3","packages":[]}'),
      memorySource('broken.yaml', 'schema: whose-call/1\nteams: [{ id: x, kind: '), memorySource('photo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])),
    ]);
    expect(reports.map((report) => report.refused)).toEqual([false, true, true, true, true]);
    expect(reports.slice(1).every((report) => report.rejected.length === 1 && report.added === 0)).toBe(true);
    expect(reports[2]?.rejected[0]?.reason).toContain('SPDX');
    expect(await into.version()).toBe(1);
  });

  test('brought a second time changes nothing, not even the version of the record', async () => {
    const into = await emptyStore();
    await run(into, [people, register]);
    const version = await into.version();
    const reports = await run(into, [people, register]);
    expect(reports.map(({ added, updated, unchanged }) => [added, updated, unchanged])).toEqual([[0, 0, 3], [0, 0, 2]]);
    expect(await into.version()).toBe(version);
  });

  test('in a dry run is reported as it would be and leaves the record as it was', async () => {
    const into = await emptyStore();
    const dry = await run(into, [people, register], { dryRun: true });
    expect(await into.version()).toBe(0);
    expect(await into.entries()).toEqual([]);
    const real = await run(into, [people, register]);
    expect(dry.map((report) => ({ ...report, dryRun: false }))).toEqual(real);
  });

  test('reads a file as the format that is named', async () => {
    const into = await emptyStore();
    const [report] = await run(into, [people], { format: 'sarif' });
    expect([report?.format, report?.refused]).toEqual(['sarif', true]);
  });
});

describe('a reader that stops', () => {
  const stops: Importer = {
    format: 'whose-call', title: 'A reader', specification: '', detects: () => true,
    async *read() {
      yield { type: 'entry', place: 'line 1', entry: { kind: 'teams', entity: { id: 'half', kind: 'engineering' }, stamp: {} } };
      await Promise.resolve();
      throw new RangeError('too deep for me');
    },
  };

  test('takes nothing of its file with it, and leaves the rest of the batch alone', async () => {
    const into = await emptyStore();
    const [report] = await run(into, [people], { format: 'whose-call' }, [stops]);
    expect(report).toMatchObject({ refused: true, rejected: [{ code: 'reader-stopped' }] });
    expect(report?.rejected[0]?.reason).toContain('too deep for me');
    expect(await into.entries()).toEqual([]);
    expect((await run(into, [people]))[0]?.added).toBe(3);
  });

  test('is told from a store that breaks, which ends the batch', async () => {
    const real = await emptyStore();
    const broken: Store = { ...real, begin: () => Promise.reject(new Error('disk full')) };
    await expect(run(broken, [people])).rejects.toThrow('disk full');
  });
});

describe('the columns of a register', () => {
  const odd = memorySource('odd.csv', 'Nr,Gefahr,Wer entscheidet,Owner\n1,Refund limit,Ana Ruiz,\n');
  const columnMapping = { Gefahr: 'title', Nr: 'id', 'Wer entscheidet': 'owner', Owner: 'ignore' };

  test('given once are remembered for the next file with the same header line', async () => {
    const into = await emptyStore();
    await run(into, [people]);
    expect((await run(into, [odd], { columnMapping }))[0]?.added).toBe(1);
    const next = memorySource('next.csv', 'Nr,Gefahr,Wer entscheidet,Owner\n1,Refund limit,Ana Ruiz,\n2,Old cipher,Ana Ruiz,\n');
    expect((await run(into, [next]))[0]).toMatchObject({ refused: false, added: 1, unchanged: 1 });
    const view = viewAsOf(await into.entries(), '2026-11-21');
    expect([...view.risks.values()].map((risk) => [risk.label, risk.ownerId])).toEqual([['Refund limit', 'ana'], ['Old cipher', 'ana']]);
  });

  test('are not remembered from a dry run', async () => {
    const into = await emptyStore();
    await run(into, [odd], { columnMapping, dryRun: true });
    const [again] = await run(into, [odd]);
    expect(again?.refused || again?.rejected.length !== 0 || again.added === 0).toBe(true);
  });
});

test('a register finds findings by the id their scanner gave them, also those no risk links to', async () => {
  const into = await emptyStore();
  const findings = memorySource('findings.yaml', `schema: whose-call/1
findings:
  - { id: f-1, serviceId: checkout, at: 2026-11-01, severity: high, externalId: CVE-2026-1 }
`);
  await run(into, [people, findings]);
  await run(into, [memorySource('r.csv', 'ID,Title,Owner,Service,Findings\nR-1,Refund limit,Ana Ruiz,checkout,CVE-2026-1\n')]);
  const view = viewAsOf(await into.entries(), '2026-11-21');
  expect([...view.risks.values()].map((risk) => risk.findingIds)).toEqual([['f-1']]);
});

test('progress counts files and bytes', async () => {
  const into = await emptyStore();
  const seen: ImportProgress[] = [];
  await run(into, [register, people], {}, importers, (progress) => void seen.push(progress));
  expect(seen.at(0)).toMatchObject({ file: 'people.yaml', position: 1, of: 2, size: people.size });
  expect(seen.at(-1)).toMatchObject({ file: 'register.csv', position: 2, of: 2, bytes: register.size });
});

test('an import of one\'s own ends the frozen day of the sample', async () => {
  const into = await emptyStore();
  await into.saveSetting(settingNames.sampleAsOf, '2026-01-01');
  await run(into, [people], { dryRun: true });
  expect(await into.setting(settingNames.sampleAsOf)).toBe('2026-01-01');
  await run(into, [people]);
  expect(await into.setting(settingNames.sampleAsOf)).toBe('');
});
