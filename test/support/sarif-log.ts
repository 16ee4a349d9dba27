import type { Decision, Finding } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import type { ImportItem } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { sarifImporter } from '#importers/sarif/sarif-importer.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';

export type Json = Readonly<Record<string, unknown>>;
type Options = Parameters<typeof importContext>[0];

/** The service whose repository the runs below name. */
export const shop: Entry = { kind: 'services', entity: { id: 'shop', exposure: 'internet', repository: 'github.com/acme/shop' }, stamp: {} };
const provenance = [{ repositoryUri: 'https://github.com/acme/shop', revisionId: 'abc' }];
export const rule: Json = { id: 'R1', shortDescription: { text: 'Rule one' }, defaultConfiguration: { level: 'error' } };

/** One result of rule R1 on line 10 of src/a.ts. */
export function result(fields: Json = {}): Json {
  return {
    ruleId: 'R1', message: { text: 'A finding' },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a.ts' }, region: { startLine: 10 } } }], ...fields,
  };
}

/** One run with one result, on the repository of the service. */
export function run(fields: Json = {}, rules: readonly Json[] = [rule]): Json {
  return { tool: { driver: { name: 'Code Scan', rules } }, versionControlProvenance: provenance, results: [result()], ...fields };
}

export function log(...runs: readonly Json[]): Json {
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs };
}

export interface SarifRead {
  items: readonly ImportItem[];
  entries: readonly Entry[];
  findings: readonly Finding[];
  decisions: readonly Decision[];
  /** Place and code of each. */
  rejected: readonly string[];
  repaired: readonly string[];
  notes: readonly string[];
}

/** Reads a log into a record that holds the service. */
export async function readSarif(content: Json | string, options: Options = {}): Promise<SarifRead> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const items = await itemsOf(sarifImporter.read(memorySource('scan.sarif', text), importContext({ held: [shop], ...options })));
  const entries = entriesIn(items);
  return {
    items,
    entries,
    findings: entries.flatMap((entry) => (entry.kind === 'findings' ? [entry.entity] : [])),
    decisions: entries.flatMap((entry) => (entry.kind === 'decisions' ? [entry.entity] : [])),
    rejected: items.flatMap((item) => (item.type === 'rejected' ? [`${item.rejection.place} ${item.rejection.code}`] : [])),
    repaired: items.flatMap((item) => (item.type === 'repaired' ? [`${item.rejection.place} ${item.rejection.code}`] : [])),
    notes: items.flatMap((item) => (item.type === 'note' ? [item.text] : [])),
  };
}

/** The first finding of a log. */
export async function oneFinding(content: Json, options?: Options): Promise<Finding | undefined> {
  return (await readSarif(content, options)).findings[0];
}
