import { isWhen, type When } from '#core/time.ts';
import type { Source } from '#importers/importer.ts';
import { openCsv } from '#importers/csv/csv-table.ts';
import { faultOfFlaw } from '#importers/reading/flaw.ts';
import { lineNumber, pointerOf } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE, type Fault } from '#importers/reading/rejection.ts';
import { objectOf, textOf } from '#importers/scan/loose.ts';
import { pickJson } from '#importers/scan/pick-json.ts';

/** One line of the catalog. */
export interface KnownExploited {
  place: string;
  cve: string;
  name: string | undefined;
  addedAt: When;
  /** The catalog knows of ransomware that uses it. */
  ransomware: boolean;
}

export type KevItem = { type: 'row'; row: KnownExploited } | { type: 'rejected' | 'repaired'; fault: Fault };

const columns = ['cveID', 'vulnerabilityName', 'dateAdded', 'knownRansomwareCampaignUse'] as const;
type Field = (typeof columns)[number];

/** The lines of the catalog as JSON, streamed. */
export async function* kevFromJson(source: Source): AsyncGenerator<KevItem, void, undefined> {
  const rows: KevItem[] = [];
  const rules = { take: ['/vulnerabilities/*'], drop: new Set(['shortDescription', 'requiredAction', 'notes']), watchDepth: 0 };
  const pieces = pickJson(source, rules, {
    begins() {},
    ends() {},
    taken(path, value) {
      const row = objectOf(value);
      rows.push(itemOf((field) => textOf(row?.[field]), pointerOf(path)));
    },
  });
  for (let piece = await pieces.next(); ; piece = await pieces.next()) {
    yield* rows.splice(0);
    if (piece.done !== true) continue;
    for (const flaw of piece.value) yield { type: 'repaired', fault: faultOfFlaw(flaw) };
    return;
  }
}

/** The lines of the catalog as CSV. */
export async function* kevFromCsv(source: Source): AsyncGenerator<KevItem, void, undefined> {
  const { header, rows } = await openCsv(source);
  const index = new Map(columns.map((column) => [column, header.names.findIndex((name) => name.toLowerCase() === column.toLowerCase())]));
  if (index.get('cveID') === -1) refuse(source.name, { place: WHOLE_FILE, code: 'csv-no-header', reason: 'No column is named cveID.', remedy: 'Download the catalog again.' });
  for await (const item of rows) {
    if (item.type === 'rejected') yield item;
    else yield itemOf((field) => textOf(item.row.cells[index.get(field) ?? -1]?.trim()), lineNumber(item.row.line));
  }
}

function itemOf(get: (field: Field) => string | undefined, place: string): KevItem {
  const cve = get('cveID')?.toUpperCase();
  const addedAt = get('dateAdded');
  if (cve === undefined || !/^CVE-\d{4}-\d{4,}$/.test(cve)) {
    return { type: 'rejected', fault: { place, code: 'id-missing', reason: 'The line names no CVE.', remedy: 'Download the catalog again.' } };
  }
  if (addedAt === undefined || !isWhen(addedAt)) {
    return { type: 'rejected', fault: { place, code: 'date-format', reason: `${cve} does not say since when it is in the catalog.`, remedy: 'Download the catalog again.' } };
  }
  return { type: 'row', row: { place, cve, name: get('vulnerabilityName'), addedAt, ransomware: /^known$/i.test(get('knownRansomwareCampaignUse') ?? '') } };
}
