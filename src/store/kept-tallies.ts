import type { When } from '#core/time.ts';
import type { FindingTallies } from '#core/record/finding-tallies.ts';
import { numberOf, onlyRow, type Database } from '#store/database.ts';
import { findingTallies } from '#store/finding-tallies.ts';
import { utcDay } from '#store/moment.ts';

/** The dates that readers stand on. */
const KEPT = 4;

/**
 * Tallies by date and window, counted once for every state of the findings: most of what is recorded is no finding, and a
 * count over a hundred thousand of them takes about a second. The table of findings only grows, so its last number tells
 * one state from every other, whichever process wrote it.
 */
export function keptTallies(database: Database): (asOf: When, days: number) => Promise<FindingTallies> {
  const kept = new Map<string, FindingTallies>();
  return (asOf, days) =>
    database.snapshot(async (queries) => {
      const last = numberOf(onlyRow(await queries.query('select coalesce(max(seq), 0)::float8 as last from finding')), 'last');
      const key = `${last}/${utcDay(asOf)}/${days}`;
      const held = kept.get(key);
      if (held !== undefined) return held;
      const counted = await findingTallies(queries, asOf, days);
      kept.set(key, counted);
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return counted;
    });
}
