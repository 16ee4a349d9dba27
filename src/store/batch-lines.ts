import { canonicalJson } from '#store/canonical-json.ts';
import { textOf, type Queries } from '#store/database.ts';
import { memorySpill, type Spill } from '#core/spill.ts';

/** Stored versions in one line of the ledger. */
const LEDGER_CHUNK = 500;

/** Characters kept in memory. */
const KEPT = 1 << 20;

/** Rows read in one statement. */
const PAGE = 2_000;

/** What the ledger keeps of the versions of an open batch, collected while they are stored. */
export interface BatchLines {
  /** Canonical JSON of versions, in the order of their numbers. */
  add(lines: readonly string[]): Promise<void>;
  /** All of them, in chunks. */
  chunks(): AsyncIterable<readonly string[]>;
  close(): Promise<void>;
}

export function batchLines(spillTo: () => Promise<Spill> = memorySpill): BatchLines {
  let spill: Spill | undefined;
  let kept: string[] = [];
  let size = 0;
  return {
    async add(lines) {
      for (const line of lines) {
        kept.push(line);
        size += line.length;
      }
      if (size < KEPT) return;
      spill ??= await spillTo();
      await spill.write(`${kept.join('\n')}\n`);
      kept = [];
      size = 0;
    },
    async *chunks() {
      let waiting: string[] = [];
      let rest = '';
      for await (const text of spill?.read() ?? []) {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        waiting.push(...lines);
        while (waiting.length >= LEDGER_CHUNK) yield waiting.splice(0, LEDGER_CHUNK);
      }
      waiting = [...waiting, ...kept];
      while (waiting.length > 0) yield waiting.splice(0, LEDGER_CHUNK);
    },
    async close() {
      kept = [];
      await spill?.close();
      spill = undefined;
    },
  };
}

/**
 * The versions of a batch read back, for one of which a version was taken out again. Call inside the transaction that
 * stored them.
 */
export async function* linesOfBatch(queries: Queries, after: number, versions: number): AsyncGenerator<readonly string[], void, undefined> {
  for (let from = after; from < after + versions; from += PAGE) {
    const rows = await queries.query(
      `select json_build_object('kind', kind, 'entity', body, 'stamp', stamp)::text as line from (
         select seq, kind, body, stamp from entry where seq > $1::bigint and seq <= $2::bigint
         union all
         select seq, 'findings', body, stamp from finding_row where seq > $1::bigint and seq <= $2::bigint
       ) batch order by seq`,
      [from, Math.min(from + PAGE, after + versions)],
    );
    const lines = rows.map((row) => canonicalJson(JSON.parse(textOf(row, 'line'))));
    for (let at = 0; at < lines.length; at += LEDGER_CHUNK) yield lines.slice(at, at + LEDGER_CHUNK);
  }
}
