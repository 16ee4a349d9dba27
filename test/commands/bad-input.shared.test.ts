import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ImportReport } from '#contract/import-report.ts';
import { importers } from '#importers/detect.ts';
import type { Source } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { importSources } from '#server/imports/import-sources.ts';
import { unpackedZip } from '#server/node/archive/unpacked-zip.ts';
import type { Store } from '#store/store.ts';
import { sharedFile } from '#test/support/shared-data.ts';
import { emptyStore } from '#test/support/test-store.ts';

const index = sharedFile('data/bad-input/index.json');
const cases = index === undefined ? [] : z
  .array(z.object({ id: z.string(), file: z.string().nullable(), format: z.string(), name: z.string(), expect: z.enum(['REJECT', 'PARTIAL', 'ACCEPT', 'INERT']), code: z.string() }))
  .parse(JSON.parse(readFileSync(index, 'utf8')));

let opened: Promise<Store> | undefined;

async function imported(sources: readonly Source[]): Promise<ImportReport[]> {
  opened ??= emptyStore();
  return importSources({ store: await opened, importers, unpack: unpackedZip, sources, options: { at: '2026-11-21', recordedBy: 'test', defaults: { serviceId: 'shop' } } });
}

function outcomeOf(reports: readonly ImportReport[]): { outcome: string; codes: readonly string[] } {
  const codes = reports.flatMap((report) => [...report.rejected, ...report.repaired].map(({ code }) => code));
  if (reports.every(({ refused }) => refused)) return { outcome: 'REJECT', codes };
  return { outcome: codes.length > 0 ? 'PARTIAL' : 'ACCEPT', codes };
}

/** Files too large to ship are made here, as the index describes them. */
const made: Readonly<Record<string, () => Source>> = {
  J19: () => memorySource('J19.sarif', `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[{"message":{"text":"${'a'.repeat(8 * 1024 * 1024)}"}}]}]}`),
  C16: () => memorySource('C16.cdx.json', `{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"name":"a","licenses":[{"license":{"text":{"content":"${'a'.repeat(8 * 1024 * 1024)}"}}}]}]}`),
  V11: () => memorySource('V11.csv', `id,title,severity\n1,${'a'.repeat(8 * 1024 * 1024)},high\n`),
};

const files = cases.flatMap((one) => {
  if (one.format === 'text') return [];
  const path = one.file === null ? undefined : sharedFile(`data/bad-input/${one.file}`);
  const make = one.file === null ? made[one.id] : undefined;
  const name = one.file ?? '';
  const source = path === undefined ? make : () => memorySource(name, readFileSync(path));
  return source === undefined ? [] : [{ ...one, source }];
});

describe.runIf(files.length > 0)('a bad file through the import', () => {
  it.each(files)('$id, $name: $expect $code', async ({ source, code, expect: expected }) => {
    const { outcome, codes } = outcomeOf(await imported([source()]));
    expect([outcome, ...(code === '' ? codes : codes.filter((each) => each === code).slice(0, 1))]).toEqual([expected === 'INERT' ? 'ACCEPT' : expected, ...(code === '' ? [] : [code])]);
  });

  it('leaves the process up: the next good file is taken', async () => {
    const [report] = await imported([memorySource('w.yaml', 'schema: whose-call/1\nteams:\n  - {id: NO, kind: business, name: 1.10}\n  - {id: ok, kind: business, name: "010"}\n')]);
    expect([report?.added, report?.rejected.map(({ code }) => code)]).toEqual([1, ['type']]);
  });
});

const texts = cases.filter(({ format, file }) => format === 'text' && file !== null).flatMap((one) => {
  const path = sharedFile(`data/bad-input/${one.file ?? ''}`);
  return path === undefined ? [] : [{ ...one, text: readFileSync(path, 'utf8') }];
});

describe.runIf(texts.length > 0)('a text that means harm elsewhere', () => {
  it.each(texts)('$id, $name, is text in every field', async ({ id, text }) => {
    const result = { ruleId: `${id}${text}`, message: { text }, locations: [{ physicalLocation: { artifactLocation: { uri: `a/${id}.js` } } }] };
    const sarif = memorySource('x.sarif', JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 't', rules: [{ id: `${id}${text}`, name: text }] } }, results: [result] }] }));
    const trivy = memorySource('x.json', JSON.stringify({ SchemaVersion: 2, ArtifactName: text, Results: [{ Target: text, Vulnerabilities: [{ VulnerabilityID: `${id}${text}`, PkgName: text, Title: text, Severity: 'LOW' }] }] }));
    const vex = memorySource('x.openvex.json', JSON.stringify({ '@context': 'https://openvex.dev/ns', author: text, statements: [{ vulnerability: { name: `${id}${text}` }, products: [text], status: 'not_affected', impact_statement: text }] }));
    for (const source of [sarif, trivy, vex]) {
      const [report] = await imported([source]);
      expect([source.name, report?.refused, report?.rejected]).toEqual([source.name, false, []]);
    }
  });
});
