import type { When } from '#core/time.ts';
import { numberOf, onlyRow, type Queries } from '#store/database.ts';
import { endOfDay, utcDay } from '#store/moment.ts';

/** Answers kept at most: the places and dates that readers stand on. */
const KEPT = 200;

/** Gives the answer to a question about findings and releases on a day, asked of the database once for every state of these. */
export type KeptAnswers = <T>(queries: Queries, asOf: When, question: string, ask: () => Promise<T>) => Promise<T>;

/**
 * Keeps answers. The record only grows, so how many versions of findings and releases were recorded by a day tells one
 * state of that day from every other, whichever process wrote it: an import of today leaves the answers about past days.
 */
export function keepAnswers(): KeptAnswers {
  const kept = new Map<string, Promise<unknown>>();
  const states = new Map<string, string>();

  async function stateOn(queries: Queries, day: When): Promise<string> {
    const last = numberOf(onlyRow(await queries.query('select last_seq::float8 as last from record_state')), 'last');
    const held = states.get(`${last}/${day}`);
    if (held !== undefined) return held;
    const row = onlyRow(
      await queries.query(
        `select (select coalesce(sum(versions), 0) from finding_recorded where day <= $1)::float8 as findings,
          (select count(*) from entry where kind = 'releases' and recorded_at < $2)::float8 as releases`,
        [day, endOfDay(day)],
      ),
    );
    const state = `${numberOf(row, 'findings')}/${numberOf(row, 'releases')}/${day}`;
    states.set(`${last}/${day}`, state);
    dropOldest(states);
    return state;
  }

  return async <T>(queries: Queries, asOf: When, question: string, ask: () => Promise<T>): Promise<T> => {
    const key = `${await stateOn(queries, utcDay(asOf))}/${question}`;
    const held = kept.get(key);
    // Under one key stands what was asked under it before: the question names the kind of its answer.
    if (held !== undefined) return (await held) as T;
    const answer = ask();
    kept.set(key, answer);
    dropOldest(kept);
    try {
      return await answer;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  };
}

function dropOldest(held: Map<string, unknown>): void {
  for (const oldest of held.keys()) {
    if (held.size <= KEPT) return;
    held.delete(oldest);
  }
}
