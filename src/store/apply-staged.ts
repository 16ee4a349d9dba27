import type { When } from '#core/time.ts';
import { numberOf, onlyRow, textOrNullOf, type Queries } from '#store/database.ts';
import { countTouchedFindings } from '#store/roll-up.ts';
import type { BatchHeader } from '#store/store.ts';

/** Up to this many staged rows are deleted, more are truncated. */
const FEW = 200;

export interface AppliedBatch {
  version: number;
  header: BatchHeader;
  committedAt: When;
  /** Canonical JSON. */
  report: string;
}

/** Where the record stands and what is staged beside it. */
export interface StagedState {
  /** Number of the writer's turn. */
  writer: number;
  version: number;
  lastSeq: number;
  versions: number;
  findings: number;
  /** Staged findings of which an earlier version is held or staged. */
  touched: number;
  /** Latest `recorded_at` of a staged finding. */
  newestFinding: string | null;
}

/** Reads the state and keeps it from changing until the caller's transaction ends. */
export async function lockState(queries: Queries): Promise<StagedState> {
  const row = onlyRow(
    await queries.query(`
      select writer::float8 as writer, version, last_seq::float8 as last_seq, entries, findings, touched, newest
      from record_state, lateral (
        select (select count(*)::int from staged) as entries, (select count(*)::int from touched) as touched, count(*)::int as findings,
          max(recorded_at) as newest
        from finding_row where seq > last_seq
      ) counted for update of record_state`),
  );
  const findings = numberOf(row, 'findings');
  return {
    writer: numberOf(row, 'writer'), version: numberOf(row, 'version'), lastSeq: numberOf(row, 'last_seq'),
    versions: numberOf(row, 'entries') + findings, findings, touched: numberOf(row, 'touched'), newestFinding: textOrNullOf(row, 'newest'),
  };
}

/**
 * Makes what is staged part of the record: moves its end, sets what the new versions supersede, and brings the roll-ups
 * up to date. Part of the caller's transaction; `finishBatch` ends it.
 */
export async function applyStaged(queries: Queries, batch: AppliedBatch, state: StagedState): Promise<void> {
  const { lastSeq, versions, findings, touched } = state;
  if (touched > 0) await countTouchedFindings(queries, -1);
  if (versions > findings) {
    await queries.query(
      `insert into entry (seq, kind, id, recorded_at, stamp, body)
       select $1::bigint + position, kind, id, recorded_at, stamp, entity from staged`,
      [lastSeq],
    );
  }
  if (touched > 0) await setSuperseded(queries);
  await queries.query(
    'update record_state set last_seq = last_seq + $1::bigint, newest_finding = greatest(newest_finding, $2)',
    [versions, state.newestFinding],
  );
  if (findings > 0) await countTouchedFindings(queries, 1);
  await queries.query(
    'insert into batch (version, header, committed_at, report, first_seq, last_seq) values ($1, $2::json, $3, $4::json, $5, $6)',
    [batch.version, JSON.stringify(batch.header), batch.committedAt, batch.report, lastSeq + 1, lastSeq + versions],
  );
}

/** Last statement of a batch's transaction: where the record and the ledger stand now, and nothing staged. */
export async function finishBatch(queries: Queries, state: StagedState, position: string): Promise<void> {
  // Emptying many rows one by one leaves their space behind; truncating costs more than a few of them.
  if (state.versions - state.findings > FEW || state.touched > FEW) await queries.exec('truncate staged, touched');
  else if (state.versions > 0) await queries.exec('delete from staged; delete from touched');
  await queries.query('update record_state set version = version + 1, counted_seq = last_seq, ledger_position = $1', [position]);
}

/** Recomputed for every finding with more than one version in play: also right for one that arrives late. */
async function setSuperseded(queries: Queries): Promise<void> {
  await queries.exec(`
    update finding_row f set superseded_at = chain.next_at from (
      select seq, lead(recorded_at) over (partition by id order by recorded_at, seq) as next_at
      from finding_row where id in (select id from touched)
    ) chain where f.seq = chain.seq and f.superseded_at is distinct from chain.next_at`);
}
