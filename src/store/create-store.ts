import type { When } from '#core/time.ts';
import { canonicalJson, storableText } from '#store/canonical-json.ts';
import { applyStaged, finishBatch } from '#store/apply-staged.ts';
import type { Database, Queries, WriterLock } from '#store/database.ts';
import { findingCells } from '#store/finding-cells.ts';
import { findingById, findingPage } from '#store/finding-pages.ts';
import { findingsLike } from '#store/finding-search.ts';
import { findingTallies } from '#store/finding-tallies.ts';
import { keepAnswers } from '#store/kept-answers.ts';
import { StoreStopped, type Ledger } from '#store/ledger-port.ts';
import { mappingCells, mappingCellsOf } from '#store/mapping-cells.ts';
import { migrate } from '#store/migrate.ts';
import { everyEntry, linkedEntries, newestImports, recordVersion, settingValue } from '#store/record-reading.ts';
import { oldestEscaped } from '#store/oldest-escaped.ts';
import { relatedFindings } from '#store/same-defect.ts';
import { repeatEscapes } from '#store/repeat-escapes.ts';
import { rollUps } from '#store/roll-ups.ts';
import { riverCounts } from '#store/river-counts.ts';
import { shippedSpan } from '#store/shipped-span.ts';
import { setPosition, writeSetting } from '#store/replay.ts';
import { memorySpill, type Spill } from '#core/spill.ts';
import { startStaging, type Staging } from '#store/staging.ts';
import type { Batch, BatchHeader, Store } from '#store/store.ts';

export interface StoreParts {
  database: Database;
  ledger: Ledger;
  /** Where a large batch keeps what does not fit into memory. Default: in memory. */
  spill?: () => Promise<Spill>;
  /** Now, for `committedAt`. */
  clock?: () => When;
}

/** Versions in a batch that change what the tables look like. */
const ANALYSED_FROM = 1_000;

/**
 * The record over a database and a ledger. Brings the schema up to date first. Throws SchemaTooNew
 * or ServerTooOld and changes nothing where it cannot. `close` closes both parts.
 */
export async function createStore({ database, ledger, spill = memorySpill, clock = now }: StoreParts): Promise<Store> {
  await migrate(database);
  let stopped: StoreStopped | undefined;

  /** Ledger first, then database: once `durable`, a refused COMMIT must not be mistaken for a rollback. */
  async function change<T>(work: (keep: <L>(write: Promise<L>) => Promise<L>) => Promise<T>): Promise<T> {
    if (stopped !== undefined) throw stopped;
    let durable = false;
    try {
      return await work(async (write) => {
        const position = await write;
        durable = ledger.kept === 'before-commit';
        return position;
      });
    } catch (error) {
      if (error instanceof StoreStopped) stopped = error;
      else if (durable) stopped = new StoreStopped(error);
      throw stopped ?? error;
    }
  }

  async function commit(header: BatchHeader, staging: Staging, report: unknown): Promise<{ version: number }> {
    let versions = 0;
    const committed = await change((keep) =>
      database.transaction(async (queries) => {
        // Sorting a large batch in memory instead of on disk.
        await queries.exec(`set local work_mem = '64MB'`);
        const state = await staging.settle(queries);
        const version = state.version + 1;
        const batch = { version, header, committedAt: clock(), report: canonicalJson(report) };
        await applyStaged(queries, batch, state);
        const chunks = () => staging.lines(queries, state);
        await finishBatch(queries, state, await keep(ledger.write({ ...batch, chunks }, queries)));
        ({ versions } = state);
        return { version };
      }),
    );
    // The embedded engine never looks at its tables by itself; a plan for the table of before can be a bad one.
    if (versions >= ANALYSED_FROM) await database.exec(`analyze entry, finding_row, ${rollUps.map(({ table }) => table).join(', ')}`).catch(() => undefined);
    return committed;
  }

  const kept = keepAnswers();
  /** Asks the database once for every state of the findings and releases on a day: see `keepAnswers`. */
  const counted = <T>(asOf: When, question: string, about: unknown, ask: (queries: Queries) => Promise<T>): Promise<T> =>
    database.snapshot((queries) => kept(queries, asOf, `${question} ${JSON.stringify(about)}`, () => ask(queries)));

  return {
    spill,
    async begin(header) {
      if (stopped !== undefined) throw stopped;
      const writer = await database.lockWriter();
      try {
        return openBatch(header, await startStaging(database, header, spill), writer, commit);
      } catch (error) {
        await writer.release();
        throw error;
      }
    },
    entries: (asOf) => linkedEntries(database, asOf),
    async *allEntries() {
      for await (const page of everyEntry(database)) yield* page;
    },
    findings: (query) => database.snapshot((queries) => findingPage(queries, query, kept)),
    finding: (id, asOf) => findingById(database, id, asOf),
    searchFindings: (text, asOf, limit) => database.snapshot((queries) => findingsLike(queries, text, asOf, limit)),
    findingCells: (asOf) => counted(asOf, 'cells', [], (queries) => findingCells(queries, asOf)),
    findingTallies: (asOf, limits, held) => counted(asOf, 'tallies', [limits, held], (queries) => findingTallies(queries, asOf, limits, held)),
    riverCounts: (asOf, serviceIds) => counted(asOf, 'river', [serviceIds], (queries) => riverCounts(queries, asOf, serviceIds)),
    shippedSpan: (asOf, teamIds, from, to) => counted(asOf, 'shipped', [teamIds, from, to], (queries) => shippedSpan(queries, asOf, { teamIds, from, to })),
    oldestEscaped: (asOf, serviceIds, limit) => counted(asOf, 'oldest', [serviceIds, limit], (queries) => oldestEscaped(queries, asOf, serviceIds, limit)),
    relatedFindings: (finding, asOf) => database.snapshot((queries) => relatedFindings(queries, finding, asOf)),
    repeatEscapes: (asOf, serviceIds) => counted(asOf, 'repeats', [serviceIds], (queries) => repeatEscapes(queries, asOf, serviceIds)),
    mappingCells: (asOf, namedRules) => counted(asOf, 'mapping', namedRules, (queries) => mappingCells(queries, asOf, namedRules)),
    mappingCellsOf: (filter, namedRules) => database.snapshot((queries) => mappingCellsOf(queries, filter, namedRules)),
    imports: (limit) => newestImports(database, limit),
    version: () => recordVersion(database),
    setting: (name) => settingValue(database, name),
    async saveSetting(name, value) {
      const writer = await database.lockWriter();
      try {
        await change((keep) =>
          database.transaction(async (queries) => {
            const setting = { name: storableText(name), value: storableText(value) };
            await writeSetting(queries, setting);
            await setPosition(queries, await keep(ledger.writeSetting(setting, queries)));
          }),
        );
      } finally {
        await writer.release();
      }
    },
    async close() {
      await database.close();
      await ledger.close();
    },
  };
}

type Commit = (header: BatchHeader, staging: Staging, report: unknown) => Promise<{ version: number }>;

/** A batch that ends once: after `commit` or `rollback` it takes nothing more. */
function openBatch(header: BatchHeader, staging: Staging, writer: WriterLock, commit: Commit): Batch {
  let ended = false;
  const end = async <T>(work: () => Promise<T>): Promise<T> => {
    if (ended) throw new Error('This batch has ended.');
    ended = true;
    try {
      return await work();
    } finally {
      await staging.close();
      await writer.release();
    }
  };
  return {
    newestFindings: (ids) => staging.newestFindings(ids),
    findingsOfService: (query) => staging.findingsOfService(query),
    append(entries) {
      if (ended) return Promise.reject(new Error('This batch has ended.'));
      return staging.append(entries);
    },
    commit: (report) => end(() => commit(header, staging, report)),
    async rollback() {
      if (!ended) await end(() => staging.discard());
    },
  };
}

function now(): When {
  return new Date().toISOString();
}
