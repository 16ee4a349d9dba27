import type { Entry } from '#core/record/entry.ts';
import type { AppendCounts, Batch } from '#store/store.ts';

/** Hands entries to a batch, one chunk being stored while the next is read. */
export interface HandOver {
  /** Resolves when the chunk before was stored; throws what went wrong with it. */
  next(entries: readonly Entry[]): Promise<void>;
  /** Resolves when everything was stored. */
  end(): Promise<void>;
}

/** Adds what became of the entries to `counts`. */
export function handOver(batch: Batch, counts: AppendCounts): HandOver {
  let storing = Promise.resolve();
  async function store(entries: readonly Entry[]): Promise<void> {
    const { added, updated, unchanged } = await batch.append(entries);
    counts.added += added;
    counts.updated += updated;
    counts.unchanged += unchanged;
  }
  return {
    async next(entries) {
      await storing;
      if (entries.length === 0) return;
      storing = store(entries);
      // The next call passes a failure on; until then it is not one that nobody takes care of.
      storing.catch(() => undefined);
    },
    end: () => storing,
  };
}
