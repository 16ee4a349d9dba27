import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { limits } from '#importers/reading/limits.ts';
import { sarifImporter } from '#importers/sarif/sarif-importer.ts';
import { refusalLater } from '#test/support/refusal.ts';
import { log, oneFinding, readSarif, result, rule, run, shop } from '#test/support/sarif-log.ts';

describe('a SARIF log', () => {
  it('becomes findings on the service whose repository it names', async () => {
    const { items, entries, notes } = await readSarif(log(run({ invocations: [{ executionSuccessful: true, startTimeUtc: '2026-11-20T04:00:00Z' }] })), {
      defaults: { stageId: 'build', releaseId: 'shop-1', teamId: 'web' },
    });
    expect(entries).toEqual([
      {
        kind: 'findings',
        entity: {
          id: expect.stringMatching(/^shop:code-scan:[0-9a-f]{16}$/), serviceId: 'shop', at: '2026-11-20T04:00:00Z', severity: 'high',
          severityWord: 'error', title: 'A finding', source: 'Code Scan', externalId: 'R1', location: 'src/a.ts:10', foundStageId: 'build',
          introducedReleaseId: 'shop-1', introducedByTeamId: 'web', originMethod: 'scan', scanScope: 'https://github.com/acme/shop',
          firstScan: { build: { at: '2026-11-20T04:00:00Z', names: ['abc', 'shop-1'] }, stage: { at: '2026-11-20T04:00:00Z', id: 'build' } },
        },
        stamp: { recordedAt: '2026-11-21', recordedBy: 'importer', source: 'scan.sarif', basis: 'documented' },
      },
    ]);
    expect(items[0]).toMatchObject({ place: '/runs/0/results/0' });
    expect(notes).toEqual(['1 run: 1 result, 1 finding.']);
  });

  it('reads the same wherever tool, provenance and version stand', async () => {
    const { tool, versionControlProvenance, results } = run();
    const late = `{"runs":[{"results":${JSON.stringify(results)},"versionControlProvenance":${JSON.stringify(versionControlProvenance)},"tool":${JSON.stringify(tool)}}],"version":"2.1.0"}`;
    expect((await readSarif(late)).findings).toEqual((await readSarif(log(run()))).findings);
  });

  it('puts each run on its own service and takes the others where one cannot be placed', async () => {
    const elsewhere = run({ versionControlProvenance: [{ repositoryUri: 'https://github.com/acme/none' }] });
    const { findings, rejected } = await readSarif(log(elsewhere, run()));
    expect(findings).toHaveLength(1);
    expect(rejected).toEqual(['/runs/0 service-unknown']);
  });

  it('is refused where no run can be placed, with the way to name the service', async () => {
    const { versionControlProvenance: _, ...unplaced } = run();
    const refusal = await refusalLater(() => readSarif(log(unplaced)));
    expect(refusal).toMatchObject({ code: 'service-unknown', place: '/runs/0' });
    expect(refusal.remedy).toContain('--service ID');
    expect(await oneFinding(log(unplaced), { defaults: { serviceId: 'shop' } })).toMatchObject({ serviceId: 'shop' });
  });

  it('never puts a run on a service by chance where two share the repository', async () => {
    const twin: Entry = { kind: 'services', entity: { id: 'twin', exposure: 'internal', repository: 'github.com/acme/shop' }, stamp: {} };
    expect((await refusalLater(() => readSarif(log(run()), { held: [shop, twin] }))).reason).toContain('"shop", "twin"');
  });

  it('is refused for another version, also where the version stands last', async () => {
    expect((await refusalLater(() => readSarif({ ...log(run()), version: '1.0.0' }))).code).toBe('version');
    expect((await refusalLater(() => readSarif({ runs: [run()], version: '2.2.0' }))).code).toBe('version');
  });

  it.each([
    ['no runs', log(), 'no-runs'],
    ['no list of runs', { version: '2.1.0' }, 'no-runs'],
    ['runs that are no list', { version: '2.1.0', runs: {} }, 'schema'],
    ['a run that is no object', { version: '2.1.0', runs: [1] }, 'schema'],
    ['too many runs', log(...Array.from({ length: limits.runs + 1 }, () => ({}))), 'too-many-runs'],
  ])('is refused for %s', async (_name, content, code) => {
    expect((await refusalLater(() => readSarif(content))).code).toBe(code);
  });

  it.each([['null', 'schema'], ['[]', 'no-runs'], ['{"runs":[{"results":[', 'json-syntax'], ['<html>', 'not-json'], ['', 'empty']])(
    'is refused for the text %s', async (text, code) => {
      expect((await refusalLater(() => readSarif(text))).code).toBe(code);
    },
  );

  it('is read with as many runs as the limit', async () => {
    expect((await readSarif(log(...Array.from({ length: limits.runs }, () => ({ results: [] }))))).notes.at(-1)).toBe('100 runs: 0 results, 0 findings.');
  });

  it('tells a scan that found nothing from one that did not scan and one that did not end well', async () => {
    expect((await readSarif(log(run({ results: [] })))).notes[0]).toBe('Run 1 (Code Scan) reports no results. Findings on the record stay as they are.');
    const { results: _, ...unscanned } = run();
    expect((await readSarif(log(unscanned))).notes[0]).toContain('has no list of results: it did not scan');
    expect((await readSarif(log(run({ invocations: [{ executionSuccessful: false }] })))).notes[0]).toContain('did not succeed');
  });

  it('takes the other runs where the results of one are no list, and the other results where one is no object', async () => {
    const { rejected, findings } = await readSarif(log(run({ results: 42 }), run({ results: [7, result(), null] })));
    expect(rejected).toEqual(['/runs/0/results schema', '/runs/1/results/0 schema', '/runs/1/results/2 schema']);
    expect(findings).toHaveLength(1);
  });
});

describe('what a SARIF log says beside its results', () => {
  it('is listed where it is set right or not read', async () => {
    const { repaired, notes } = await readSarif({
      ...log(run({ externalPropertyFileReferences: { results: [{ location: { uri: 'http://169.254.169.254/' } }] } }, [{ ...rule, helpUri: 'javascript:alert(1)' }])),
      inlineExternalProperties: [{}], extra: { a: 1 },
    });
    expect(repaired).toEqual(['/runs/0/externalPropertyFileReferences external-not-followed', '/runs/0/tool url-scheme', '/inlineExternalProperties external-not-followed']);
    expect(notes).toContain('Not read: "extra".');
  });

  it('may lack a version', async () => {
    const { version: _, ...bare } = log(run());
    expect((await readSarif(bare)).repaired).toEqual(['file version']);
  });

  it('may hold numbers and keys that are not taken', async () => {
    const text = JSON.stringify(log(run())).replace('"startLine":10', '"startLine":9007199254740993,"constructor":{"prototype":1}');
    const { findings, repaired } = await readSarif(text);
    expect(findings[0]?.location).toBe('src/a.ts');
    expect(repaired.map((line) => line.split(' ')[1])).toEqual(['number-range', 'forbidden-key', 'forbidden-key']);
  });

  it.each([
    ['a log by its fields', '{"version":"2.1.0","runs":[', 'x', true],
    ['a log by its schema', '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json"', 'x', true],
    ['a file by its name', '', 'x.sarif', true],
    ['a component list', '{"bomFormat":"CycloneDX","runs":[]', 'x.json', false],
    ['another JSON', '{"results":[]}', 'x.json', false],
  ])('tells %s', (_name, start, name, expected) => {
    expect(sarifImporter.detects(start, name)).toBe(expected);
  });
});
