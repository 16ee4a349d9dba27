import { describe, expect, it } from 'vitest';
import { backstageImporter } from '#importers/backstage/backstage-importer.ts';
import { codeOwnersImporter } from '#importers/codeowners/codeowners-importer.ts';
import { openCsv } from '#importers/csv/csv-table.ts';
import { SourceRefused, type Importer, type Source } from '#importers/importer.ts';
import { ownersImporter } from '#importers/kubernetes/owners-importer.ts';
import { JsonGuard } from '#importers/reading/json-guard.ts';
import { parseJson } from '#importers/reading/json.ts';
import { limits } from '#importers/reading/limits.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { readText, textChunks } from '#importers/reading/text.ts';
import { parseYaml } from '#importers/reading/yaml.ts';
import { sarifImporter } from '#importers/sarif/sarif-importer.ts';
import { reportImporter } from '#importers/scan/report-importer.ts';
import { workspaceImporter } from '#importers/workspace/workspace-importer.ts';
import { importContext, itemsOf } from '#test/support/import-context.ts';

/** The code a call is refused with; `read` where it goes through. */
async function outcome(call: () => unknown): Promise<string> {
  try {
    await call();
    return 'read';
  } catch (error) {
    if (error instanceof SourceRefused) return error.rejection.code;
    throw error;
  }
}

async function codes(importer: Importer, text: string): Promise<readonly string[]> {
  const items = await itemsOf(importer.read(memorySource('a', text), importContext({ defaults: { serviceId: 'shop' } })));
  return items.flatMap((item) => (item.type === 'repaired' || item.type === 'rejected' ? [item.rejection.code] : []));
}

const drain = async (chunks: AsyncIterable<unknown>): Promise<void> => {
  for await (const chunk of chunks) void chunk;
};

/** A source of so many bytes, of which none is held. */
const sized = (size: number): Source => ({
  name: 'a', size,
  async *bytes() {
    const piece = new Uint8Array(1024 * 1024).fill(0x20);
    piece[0] = 0x61;
    for (let left = size; left > 0; left -= piece.length) yield left < piece.length ? piece.subarray(0, left) : piece;
  },
});

const drainText = async (text: Promise<string>): Promise<void> => void (await text).length;

/** The text with a comment behind it that makes it so many bytes. */
const padded = (text: string, comment: string, bytes: number): string => {
  const line = `${comment}${' '.repeat(998)}\n`;
  const left = bytes - text.length;
  return `${text}${line.repeat(Math.floor(left / line.length))}${comment.repeat(left % line.length)}`;
};

const csvRows = (rows: number, most?: number) => async (): Promise<void> => drain((await openCsv(memorySource('a.csv', `a,b\n${'1,2\n'.repeat(rows)}`), most)).rows);
const flow = (steps: number): string => JSON.stringify({
  version: '2.1.0', runs: [{ tool: { driver: { name: 't', rules: [{ id: 'r' }] } }, results: [{ ruleId: 'r', message: { text: 'm' }, codeFlows: [{ threadFlows: [{ locations: Array.from({ length: steps }, () => ({})) }] }] }] }],
});
const guard = (text: string): void => {
  const checks = new JsonGuard('a');
  for (let from = 0; from < text.length; from += 65_536) checks.push(text.slice(from, from + 65_536));
  checks.end();
};

/** A report whose rows are whatever its list holds, none of them a finding. */
const plainReport = reportImporter({
  format: 'trivy', title: 'Rows', specification: 'none', tool: 'rows', header: [], rows: ['/*'], lists: [], drop: [],
  detects: () => true, subject: () => ({ repositories: [], names: [] }), scannedAt: () => undefined, reader: () => () => [{ type: 'passed-over', why: 'nothing' }],
});

const cases: readonly (readonly [what: string, limit: number, code: string, at: (n: number) => unknown])[] = [
  ['depth of JSON', limits.depth, 'too-deep', (n) => parseJson('['.repeat(n) + ']'.repeat(n), 'a')],
  ['depth of YAML', limits.depth, 'too-deep', (n) => parseYaml('['.repeat(n) + ']'.repeat(n), 'a')],
  ['values of JSON', limits.nodes, 'too-many-nodes', (n) => guard(`[${'0,'.repeat(n - 2)}0]`)],
  ['keys of an object', limits.keysPerObject, 'too-many-keys', (n) => parseJson(`{${Array.from({ length: n }, (_, index) => `"k${index}":0`).join(',')}}`, 'a')],
  ['bytes of a key', limits.keyBytes, 'key-too-long', (n) => parseJson(`{"${'k'.repeat(n)}":0}`, 'a')],
  ['characters of a text in JSON', limits.stringLength, 'string-too-long', (n) => parseJson(`["${'s'.repeat(n)}"]`, 'a')],
  ['characters of a text in YAML', limits.stringLength, 'string-too-long', (n) => parseYaml(`a: ${'x'.repeat(n)}`, 'a')],
  ['characters of a cell', limits.stringLength, 'string-too-long', async (n) => drain((await openCsv(memorySource('a.csv', `a,b\n1,${'x'.repeat(n)}\n`))).rows)],
  ['columns of a table', limits.csvColumns, 'csv-too-many-columns', (n) => openCsv(memorySource('a.csv', `${Array.from({ length: n }, (_, index) => `c${index}`).join(',')}\n`))],
  ['rows of a table', limits.results, 'csv-too-many-rows', (n) => csvRows(n)()],
  ['rows of a longer list', 1_000, 'csv-too-many-rows', (n) => csvRows(n, 1_000)()],
  ['rows of a report', limits.streamedResults, 'too-many-results', (n) => codes(plainReport, `[${'0,'.repeat(n - 1)}0]`)],
  ['runs of a log', limits.runs, 'too-many-runs', (n) => codes(sarifImporter, JSON.stringify({ version: '2.1.0', runs: Array.from({ length: n }, () => ({ tool: { driver: { name: 't' } }, results: [] })) }))],
  ['documents of a YAML file', limits.yamlDocuments, 'too-many-documents', (n) => parseYaml('--- a\n'.repeat(n), 'a')],
  ['bytes of a YAML file', limits.yamlBytes, 'too-large', (n) => codes(backstageImporter, padded('apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: a}\nspec: {type: team}\n', '#', n))],
  ['bytes of a YAML workspace', limits.yamlBytes, 'too-large', (n) => codes(workspaceImporter, padded('schema: whose-call/1\nteams: []\n', '#', n))],
  ['bytes of a CODEOWNERS file', limits.lineFileBytes, 'too-large', (n) => codes(codeOwnersImporter, padded('* @acme/pay\n', '#', n))],
  ['bytes of an OWNERS file', limits.lineFileBytes, 'too-large', (n) => codes(ownersImporter, padded('approvers: [ana]\n', '#', n))],
  ['bytes of a file that is read whole', limits.wholeTextBytes, 'too-large', (n) => drainText(readText({ ...sized(n), size: n }))],
  ['bytes of a file that is streamed', limits.streamedBytes, 'too-large', (n) => drain(textChunks({ ...sized(n), size: n }))],
  ['bytes of a file that is streamed and says it is shorter', 3 * 1024 * 1024, 'too-large', (n) => drain(textChunks({ ...sized(n), size: 1 }, 3 * 1024 * 1024))],
];

describe('a limit', () => {
  it.each(cases)('on %s, %i, is held to one unit: below and at it is read, above it is refused with %s', { timeout: 120_000 }, async (_what, limit, code, at) => {
    expect([await outcome(() => at(limit - 1)), await outcome(() => at(limit)), await outcome(() => at(limit + 1))]).toEqual(['read', 'read', code]);
  });

  it('on the steps of a data flow is said where it is passed', async () => {
    expect([await codes(sarifImporter, flow(limits.flowSteps - 1)), await codes(sarifImporter, flow(limits.flowSteps)), await codes(sarifImporter, flow(limits.flowSteps + 1))])
      .toEqual([[], [], ['flow-truncated']]);
  });
});
