import type { When } from '#core/time.ts';
import type { Source } from '#importers/importer.ts';
import { openCsv } from '#importers/csv/csv-table.ts';
import { faultOfFlaw } from '#importers/reading/flaw.ts';
import { limits } from '#importers/reading/limits.ts';
import { lineNumber, pointerOf, quoted } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE, type Fault } from '#importers/reading/rejection.ts';
import { objectOf, textOf } from '#importers/scan/loose.ts';
import { pickJson } from '#importers/scan/pick-json.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** What one line says: `probability` and `percentile` are from 0 to 1. */
export interface EpssScore {
  place: string;
  cve: string;
  probability: number;
  percentile: number | undefined;
  at: When | undefined;
}

export type EpssItem = { type: 'score'; score: EpssScore } | { type: 'rejected' | 'repaired'; fault: Fault };

/** The daily file. Its first line is a comment with the model and the day. */
export async function* epssFromCsv(source: Source): AsyncGenerator<EpssItem, void, undefined> {
  const { header, rows } = await openCsv(source, limits.scoredVulnerabilities);
  const [cve, epss, percentile] = ['cve', 'epss', 'percentile'].map((name) => header.names.indexOf(name));
  if (cve === -1 || epss === -1) refuse(source.name, { place: WHOLE_FILE, code: 'csv-no-header', reason: 'The columns cve and epss are not there.', remedy: 'Download the scores again.' });
  for await (const item of rows) {
    if (item.type === 'rejected') yield item;
    else yield itemOf(item.row.cells[cve ?? -1], item.row.cells[epss ?? -1], item.row.cells[percentile ?? -1], undefined, lineNumber(item.row.line));
  }
}

/** An answer of the EPSS API. */
export async function* epssFromJson(source: Source): AsyncGenerator<EpssItem, void, undefined> {
  const items: EpssItem[] = [];
  const pieces = pickJson(source, { take: ['/data/*'], drop: new Set(['time-series']), watchDepth: 0 }, {
    begins() {},
    ends() {},
    taken(path, value) {
      const row = objectOf(value);
      items.push(itemOf(textOf(row?.['cve']), row?.['epss'], row?.['percentile'], whenOf(row?.['date']), pointerOf(path)));
    },
  });
  for (let piece = await pieces.next(); ; piece = await pieces.next()) {
    yield* items.splice(0);
    if (piece.done !== true) continue;
    for (const flaw of piece.value) yield { type: 'repaired', fault: faultOfFlaw(flaw) };
    return;
  }
}

function itemOf(name: string | undefined, epss: unknown, percentile: unknown, at: When | undefined, place: string): EpssItem {
  const cve = name?.trim().toUpperCase() ?? '';
  const probability = shareOf(epss);
  if (/^CVE-\d{4}-\d{4,}$/.test(cve) && probability !== undefined) return { type: 'score', score: { place, cve, probability, percentile: shareOf(percentile), at } };
  return {
    type: 'rejected',
    fault: probability === undefined
      ? { place, code: 'number-range', reason: `The score ${quoted(epss)} is not a number from 0 to 1.`, remedy: 'Download the scores again.' }
      : { place, code: 'id-missing', reason: `${quoted(name)} is no CVE.`, remedy: 'Download the scores again.' },
  };
}

function shareOf(value: unknown): number | undefined {
  const share = typeof value === 'string' && /^\s*(\d+(\.\d*)?|\.\d+)(e-?\d+)?\s*$/i.test(value) ? Number(value) : value;
  return typeof share === 'number' && share >= 0 && share <= 1 ? share : undefined;
}
