import type { Entry } from '#core/record/entry.ts';
import type { Finding } from '#core/record/entities.ts';
import { lockState, type StagedState } from '#store/apply-staged.ts';
import { batchLines, linesOfBatch, type BatchLines } from '#store/batch-lines.ts';
import { numberOf, onlyRow, textOf, type Database, type Queries } from '#store/database.ts';
import { KnownFindings } from '#store/known-findings.ts';
import { findingsOfService, newestOfBatch } from '#store/batch-findings.ts';
import type { Spill } from '#core/spill.ts';
import { closeGaps, dropRestored, stageEntries, stageFindings } from '#store/stage-sql.ts';
import { findingLine, findingRowColumns, ledgerLine, stagedRow, stagedVersion, type StagedVersion } from '#store/staged-version.ts';
import type { AppendCounts, BatchHeader, ServiceFindings } from '#store/store.ts';

/** Versions sent to the database in one statement: entries, which are compared one by one, and findings. */
const CHUNK = 1_000;
const LOADED = 5_000;

/** Rows taken out again, from which on the table is tidied up. */
const MANY = 1_000;

/** The versions of one batch, collected in the database beside the record until the batch commits. */
export interface Staging {
  append(entries: readonly Entry[]): Promise<AppendCounts>;
  /** The newest version of each of these findings, those of this batch included. */
  newestFindings(ids: readonly string[]): Promise<readonly Finding[]>;
  findingsOfService(query: ServiceFindings): AsyncIterable<Finding>;
  /**
   * Before the staged versions become part of the record, in the same transaction: makes sure the turn is still this
   * writer's, and drops replaced versions that in the end say what was held already.
   */
  settle(queries: Queries): Promise<StagedState>;
  /** What the ledger keeps of them, in the same transaction. */
  lines(queries: Queries, state: StagedState): AsyncIterable<readonly string[]>;
  /** Takes everything out again. */
  discard(): Promise<void>;
  /** After the commit, or instead of it. */
  close(): Promise<void>;
}

/** The connection that held the writer's turn was lost and another writer has begun; nothing was changed. */
export class TurnLost extends Error {
  constructor() {
    super('Another process began to write meanwhile, because the connection to the database was lost. Nothing was changed; try again.');
    this.name = 'TurnLost';
  }
}

/** Empties what an earlier, unfinished batch left and stages for a new one. The caller holds the writer's lock. */
export async function startStaging(database: Database, header: BatchHeader, spillTo?: () => Promise<Spill>): Promise<Staging> {
  const begun = onlyRow(
    await database.query(
      `update record_state set writer = writer + 1
       returning writer::float8 as writer, last_seq::float8 as last_seq,
         exists (select from staged) or exists (select from touched) or exists (select from finding_row where seq > last_seq) as unfinished`,
    ),
  );
  const writer = numberOf(begun, 'writer');
  const lastSeq = numberOf(begun, 'last_seq');
  if (begun['unfinished'] === true) await emptyStaging(database);
  const known = new KnownFindings();
  const lines: BatchLines = batchLines(spillTo);
  let stored = 0;
  let replaced = 0;

  /** Compares, and stores what is new or different. */
  async function compare(sql: string, versions: readonly StagedVersion[]): Promise<AppendCounts> {
    if (versions.length === 0) return noCounts;
    const { kept, equal, other } = lastOfEachMoment(versions);
    const rows = kept.map((version, index) => stagedRow(version, index));
    const row = onlyRow(await database.query(sql, [`[${rows.join(',')}]`, writer, stored]));
    if (numberOf(row, 'taken') !== rows.length) throw new TurnLost();
    const changed = numberOf(row, 'changed');
    const updated = numberOf(row, 'updated');
    replaced += numberOf(row, 'replaced');
    stored += changed;
    // Written by the statement: the positions that were sent.
    const positions = JSON.parse(textOf(row, 'positions')) as number[];
    await lines.add(positions.flatMap((position) => kept[position] ?? []).map(ledgerLine));
    return { added: changed - updated, updated: updated + other, unchanged: kept.length - changed + equal };
  }

  /** Stores findings of which there is no version yet: there is nothing to compare them with. */
  async function load(versions: readonly StagedVersion[]): Promise<AppendCounts> {
    if (versions.length === 0) return noCounts;
    // In the order of their ids: neighbours in most of the indexes.
    const rows = versions.map((version, index) => ({ id: version.id, line: findingLine(version, lastSeq + stored + index + 1) }));
    rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    await database.transaction(async (queries) => {
      const turn = await queries.query('select writer from record_state where writer = $1::bigint for share', [writer]);
      if (turn.length === 0) throw new TurnLost();
      await queries.load('finding_row', findingRowColumns, rows.map(({ line }) => line).join(''));
    });
    stored += versions.length;
    await lines.add(versions.map(ledgerLine));
    return { added: versions.length, updated: 0, unchanged: 0 };
  }

  async function appendFindings(versions: readonly StagedVersion[]): Promise<AppendCounts> {
    const isKnown = await known.take(database, versions.map(({ id }) => id));
    const seen = new Set<string>();
    const twice = new Set<string>();
    for (const { id } of versions) (seen.has(id) ? twice : seen).add(id);
    const counts = await load(versions.filter(({ id }) => !isKnown.has(id) && !twice.has(id)));
    const others = versions.filter(({ id }) => isKnown.has(id) || twice.has(id));
    let sum = counts;
    for (const chunk of chunksOf(others, CHUNK)) sum = plus(sum, await compare(stageFindings, chunk));
    return sum;
  }

  return {
    async append(entries) {
      let counts = noCounts;
      for (const chunk of chunksOf(entries, LOADED)) {
        const versions = chunk.map((entry) => stagedVersion(entry, header));
        for (const part of chunksOf(versions.filter(({ kind }) => kind !== 'findings'), CHUNK)) counts = plus(counts, await compare(stageEntries, part));
        const findings = versions.filter(({ kind }) => kind === 'findings');
        if (findings.length > 0) counts = plus(counts, await appendFindings(findings));
      }
      return counts;
    },
    async newestFindings(ids) {
      const asked = await known.worthReading(database, ids);
      if (asked.length === 0) return [];
      const held = await newestOfBatch(database, asked);
      known.learn(asked, held.map(({ id }) => id));
      return held;
    },
    findingsOfService: (query) => findingsOfService(database, query),
    async settle(queries) {
      const state = await lockState(queries);
      if (state.writer !== writer) throw new TurnLost();
      if (replaced === 0) return state;
      await queries.exec(dropRestored);
      await queries.exec(closeGaps);
      return lockState(queries);
    },
    lines: (queries, state) => (replaced === 0 ? lines.chunks() : linesOfBatch(queries, state.lastSeq, state.versions)),
    async discard() {
      if (stored > 0) await emptyStaging(database);
    },
    close: () => lines.close(),
  };
}

/** Takes out what a batch that was not committed left. */
export async function emptyStaging(database: Database): Promise<void> {
  const row = onlyRow(
    await database.query(`
      with gone as (delete from finding_row where seq > (select last_seq from record_state) returning 1)
      select count(*)::int as gone from gone`),
  );
  await database.exec('truncate staged, touched');
  if (numberOf(row, 'gone') >= MANY) await database.exec('vacuum finding_row');
}

/**
 * Stages versions as they are, without comparing: what a ledger holds was compared when it was
 * written. Call with what one chunk of a ledger holds, after `emptyStaging`.
 */
export async function restage(database: Database, versions: readonly StagedVersion[], known: KnownFindings, after: { seq: number; position: number }): Promise<void> {
  const numbered = versions.map((version, index) => ({ version, position: after.position + index + 1 }));
  const entries = numbered.filter(({ version }) => version.kind !== 'findings');
  const findings = numbered.filter(({ version }) => version.kind === 'findings');
  if (entries.length > 0) {
    await database.query(
      `insert into staged (position, kind, id, recorded_at, known, entity, stamp)
       select position, kind, id, recorded_at, false, entity, stamp
       from json_to_recordset($1::json) as x(position bigint, kind text, id text, recorded_at text, entity json, stamp json)`,
      [`[${entries.map(({ version, position }) => stagedRow(version, position)).join(',')}]`],
    );
  }
  if (findings.length === 0) return;
  const touched = new Set(await known.take(database, findings.map(({ version }) => version.id)));
  const seen = new Set<string>();
  for (const { version: { id } } of findings) (seen.has(id) ? touched : seen).add(id);
  await database.load('finding_row', findingRowColumns, findings.map(({ version, position }) => findingLine(version, after.seq + position)).join(''));
  if (touched.size > 0) {
    await database.query(
      'insert into touched (id, replaced) select id, false from json_array_elements_text($1::json) as id on conflict (id) do nothing',
      [JSON.stringify([...touched])],
    );
  }
}

const noCounts: AppendCounts = { added: 0, updated: 0, unchanged: 0 };

function plus(a: AppendCounts, b: AppendCounts): AppendCounts {
  return { added: a.added + b.added, updated: a.updated + b.updated, unchanged: a.unchanged + b.unchanged };
}

function* chunksOf<T>(items: readonly T[], size: number): Generator<readonly T[], void, undefined> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** Of several versions of one id at one moment the last stays, in its place; the others are only counted. */
function lastOfEachMoment(versions: readonly StagedVersion[]): {
  kept: readonly StagedVersion[];
  equal: number;
  other: number;
} {
  const last = new Map<string, StagedVersion>();
  let equal = 0;
  let other = 0;
  for (const version of versions) {
    const key = JSON.stringify([version.kind, version.id, version.recordedAt]);
    const earlier = last.get(key);
    if (earlier !== undefined) {
      if (earlier.entity === version.entity) equal += 1;
      else other += 1;
      last.delete(key);
    }
    last.set(key, version);
  }
  return { kept: [...last.values()], equal, other };
}
