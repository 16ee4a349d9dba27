import type { When } from '#core/time.ts';
import { numberOf, onlyRow, textOf, textOrNullOf, type Queries } from '#store/database.ts';
import { countTouchedFindings } from '#store/roll-up.ts';
import type { BatchHeader } from '#store/store.ts';

/** Stored versions in one line of the ledger. */
const LEDGER_CHUNK = 500;

/** Canonical JSON of a staged version, as `ledgerLine` spells it. */
const LINE = `'{"entity":' || entity::text || ',"kind":"' || kind || '","stamp":' || stamp::text || '}'`;

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
  known: number;
  /** Staged versions that replaced another of the same moment. */
  replaced: number;
  /** Latest `recorded_at` of a staged finding. */
  newestFinding: string | null;
}

/** Reads the state and keeps it from changing until the caller's transaction ends. */
export async function lockState(queries: Queries): Promise<StagedState> {
  const row = onlyRow(
    await queries.query(`
      select writer::float8 as writer, version, last_seq::float8 as last_seq, versions, findings, known, replaced,
        staged_newest
      from record_state, (
        select count(*)::int as versions, (count(*) filter (where kind = 'findings'))::int as findings,
          (count(*) filter (where kind = 'findings' and known))::int as known, (count(*) filter (where replaced))::int as replaced,
          max(recorded_at) filter (where kind = 'findings') as staged_newest
        from staged
      ) counted for update of record_state`),
  );
  return {
    writer: numberOf(row, 'writer'), version: numberOf(row, 'version'), lastSeq: numberOf(row, 'last_seq'),
    versions: numberOf(row, 'versions'), findings: numberOf(row, 'findings'), known: numberOf(row, 'known'),
    replaced: numberOf(row, 'replaced'), newestFinding: textOrNullOf(row, 'staged_newest'),
  };
}

/**
 * Stores what is staged as versions of the record: numbers it, sets what it supersedes, and brings
 * the roll-ups up to date. Part of the caller's transaction; `finishBatch` ends it.
 */
export async function applyStaged(queries: Queries, batch: AppliedBatch, state: StagedState): Promise<void> {
  const { lastSeq, versions, findings, known } = state;
  if (known > 0) await countTouchedFindings(queries, -1);
  if (versions > 0) await store(queries, lastSeq, versions > findings, findings > 0);
  if (known > 0) await setSuperseded(queries);
  if (findings > 0) await countTouchedFindings(queries, 1);
  await queries.query(
    'insert into batch (version, header, committed_at, report, first_seq, last_seq) values ($1, $2::json, $3, $4::json, $5, $6)',
    [batch.version, JSON.stringify(batch.header), batch.committedAt, batch.report, lastSeq + 1, lastSeq + versions],
  );
}

/** Last statement of a batch's transaction: where the record and the ledger stand now, and nothing staged. */
export async function finishBatch(queries: Queries, state: StagedState, position: string): Promise<void> {
  // Emptying many rows one by one leaves their space behind; truncating costs more than a few of them.
  if (state.versions > FEW) await queries.exec('truncate staged');
  await queries.query(
    `with emptied as (delete from staged)
     update record_state set version = version + 1, last_seq = last_seq + $1::bigint, ledger_position = $2,
       newest_finding = greatest(newest_finding, $3)`,
    [state.versions, position, state.newestFinding],
  );
}

async function store(queries: Queries, lastSeq: number, entries: boolean, findings: boolean): Promise<void> {
  const numbered = `(select *, $1::bigint + row_number() over (order by position) as seq from staged) numbered`;
  if (entries) {
    await queries.query(
      `insert into entry (seq, kind, id, recorded_at, stamp, body)
       select seq, kind, id, recorded_at, stamp, entity from ${numbered} where kind <> 'findings'`,
      [lastSeq],
    );
  }
  if (findings) {
    await queries.query(
      `insert into finding (seq, id, recorded_at, service_id, stage_id, severity, severity_rank, at_day, fixed_day, stamp, body)
       select seq, id, recorded_at, service_id, stage_id, severity, severity_rank, at_day, fixed_day, stamp, entity
         from ${numbered} where kind = 'findings'`,
      [lastSeq],
    );
  }
}

/** Recomputed for every finding with more than one version in play: also right for one that arrives late. */
async function setSuperseded(queries: Queries): Promise<void> {
  await queries.exec(`
    update finding f set superseded_at = chain.next_at from (
      select seq, lead(recorded_at) over (partition by id order by recorded_at, seq) as next_at
      from finding where id in (select id from staged where kind = 'findings' and known)
    ) chain where f.seq = chain.seq and f.superseded_at is distinct from chain.next_at`);
}

/**
 * The staged versions as the ledger keeps them, in the order of storing, in chunks. Inside the
 * caller's transaction.
 */
export async function* stagedLines(queries: Queries, versions: number): AsyncIterable<readonly string[]> {
  if (versions === 0) return;
  if (versions <= LEDGER_CHUNK) {
    const row = onlyRow(await queries.query(`select string_agg(${LINE}, e'\\n' order by position) as lines from staged`));
    yield textOf(row, 'lines').split('\n');
    return;
  }
  await queries.exec(`
    declare staged_lines no scroll cursor for
      select string_agg(${LINE}, e'\\n' order by position) as lines from (
        select *, (row_number() over (order by position) - 1) / ${LEDGER_CHUNK} as chunk from staged
      ) numbered group by chunk order by chunk`);
  for (;;) {
    const [row] = await queries.query('fetch 1 from staged_lines');
    if (row === undefined) break;
    yield textOf(row, 'lines').split('\n');
  }
  await queries.exec('close staged_lines');
}
