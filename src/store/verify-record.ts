import { canonicalJson } from '#store/canonical-json.ts';
import { numberOf, onlyRow, textOf, type Database, type Row } from '#store/database.ts';
import { derivedDifferences } from '#store/derived-check.ts';
import { bodyOf } from '#store/ledger-body.ts';
import { readLine } from '#store/ledger-line.ts';
import { sha256 } from '#store/sha256.ts';
import { ledgerLine, stagedVersion } from '#store/staged-version.ts';
import type { BatchHeader } from '#store/store.ts';
import { verifyLedger, type LedgerReport } from '#store/verify-ledger.ts';

/** Differences listed; beyond these the answer is the same: the database is not what the ledger says. */
const LISTED = 20;

/** Batches read in one statement. */
const PAGE = 500;

export interface VerifyReport {
  ok: boolean;
  ledger: LedgerReport;
  /** The database against the ledger: versions compared, and the first differences in plain words. */
  database: { versions: number; differences: readonly string[] };
}

/**
 * Checks the ledger's chain, then that the database holds exactly what the ledger says, then that
 * what is derived from it (what supersedes what, the roll-ups) equals a recount.
 */
export async function verifyRecord(
  database: Database,
  lines: () => AsyncIterable<string>,
  mark?: { seq: number; hash: string },
): Promise<VerifyReport> {
  const ledger = await verifyLedger(lines(), mark);
  if (!ledger.ok) return { ok: false, ledger, database: { versions: 0, differences: [] } };
  const differences: string[] = [];
  const batches = new Map<number, string>();
  const settings = new Map<string, string>();
  let versions = 0;
  let header: BatchHeader | undefined;
  for await (const text of lines()) {
    const line = readLine(text);
    const body = line === undefined ? undefined : bodyOf(line);
    if (body?.type === 'begin') ({ header } = body);
    if (body?.type === 'commit') batches.set(body.version, await sha256(canonicalJson([header, body.committedAt, JSON.parse(body.report)])));
    if (body?.type === 'setting') settings.set(body.name, body.value);
    if (body?.type !== 'entries' || header === undefined) continue;
    const from = header;
    const expected = body.entries.map((entry) => stagedVersion(entry, from));
    const held = await heldVersions(database, versions, expected.length);
    expected.forEach((version, index) => {
      const seq = versions + index + 1;
      const row = held.get(seq);
      const columns = canonicalJson({ id: version.id, recorded_at: version.recordedAt, ...version.finding });
      if (row === undefined) differences.push(`Version ${seq} (${version.kind} ${version.id}) is not in the database.`);
      else if (canonicalJson(JSON.parse(textOf(row, 'line'))) !== ledgerLine(version) || canonicalJson(JSON.parse(textOf(row, 'columns'))) !== columns) {
        differences.push(`Version ${seq} (${version.kind} ${version.id}) is not what the ledger says.`);
      }
    });
    versions += expected.length;
    if (differences.length >= LISTED) break;
  }
  if (differences.length < LISTED) {
    differences.push(...(await batchDifferences(database, batches)), ...(await settingDifferences(database, settings)));
    differences.push(...(await derivedDifferences(database, versions)));
  }
  return { ok: differences.length === 0, ledger, database: { versions, differences: differences.slice(0, LISTED) } };
}

/** Headers and reports, as digests: a record may hold a hundred thousand acts. */
async function batchDifferences(database: Database, expected: ReadonlyMap<number, string>): Promise<readonly string[]> {
  const differences: string[] = [];
  const count = numberOf(onlyRow(await database.query('select count(*)::int as n from batch')), 'n');
  if (count !== expected.size) differences.push(`The database holds ${count} batches, the ledger ${expected.size}.`);
  for (let after = 0; after < expected.size && differences.length < LISTED; after += PAGE) {
    const rows = await database.query(
      `select version, json_build_array(header, committed_at, report)::text as said from batch
        where version > $1::int and version <= $2::int order by version`,
      [after, after + PAGE],
    );
    for (const row of rows) {
      const version = numberOf(row, 'version');
      const said = await sha256(canonicalJson(JSON.parse(textOf(row, 'said'))));
      if (said !== expected.get(version)) differences.push(`The header or report of batch ${version} is not what the ledger says.`);
    }
  }
  return differences;
}

async function settingDifferences(database: Database, expected: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const rows = await database.query('select name, value from setting order by name');
  const held = new Map(rows.map((row) => [textOf(row, 'name'), textOf(row, 'value')]));
  const names = new Set([...held.keys(), ...expected.keys()]);
  return [...names]
    .filter((name) => held.get(name) !== expected.get(name))
    .map((name) => `The setting ${name} is not what the ledger says.`);
}

async function heldVersions(database: Database, after: number, count: number): Promise<ReadonlyMap<number, Row>> {
  const rows = await database.query(
    `select seq::float8 as seq, json_build_object('kind', kind, 'entity', body, 'stamp', stamp)::text as line,
        json_build_object('id', id, 'recorded_at', recorded_at)::text as columns
      from entry where seq > $1::bigint and seq <= $2::bigint
     union all
     select seq::float8, json_build_object('kind', 'findings', 'entity', body, 'stamp', stamp)::text,
        json_build_object('id', id, 'recorded_at', recorded_at, 'service_id', service_id, 'stage_id', stage_id,
          'severity', severity, 'severity_rank', severity_rank, 'at_day', at_day, 'fixed_day', fixed_day)::text
      from finding where seq > $1::bigint and seq <= $2::bigint`,
    [after, after + count],
  );
  return new Map(rows.map((row) => [numberOf(row, 'seq'), row]));
}
