import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordedWhen, type Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { earlierEntries } from '#server/earlier-entries.ts';
import { canonicalJson } from '#store/canonical-json.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { everything, freshStore, header, save, type Engine } from '#test/store/suite/store-under-test.ts';

/** As the store keeps it: what the stamp does not say is said by the batch. */
function stamped(entry: Entry): Entry {
  return { ...entry, stamp: { source: header.source, recordedBy: header.recordedBy, recordedAt: header.recordedAt, ...entry.stamp } };
}

const spelled = (entries: readonly Entry[]): string[] => entries.map((entry) => canonicalJson(stamped(entry))).sort();

export function describeRoundTrip(engine: Engine, runs: number): void {
  describe('round trip', () => {
    test('a whole record comes back as it was put in, once, and reads the same on any date', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryEntries, async (entries) => {
          const { store } = await freshStore(engine);
          await save(store, entries);
          await save(store, entries, { recordedBy: 'someone else' });
          const stored = await everything(store.allEntries());
          expect(new Set(spelled(stored)).size).toBe(stored.length);
          const known = new Set(spelled(entries));
          for (const line of spelled(stored)) expect(known.has(line)).toBe(true);
          for (const asOf of ['2024-06-30', '2026-06-01', '2026-11-21']) {
            const before = viewAsOf(entries.map(stamped), asOf);
            const after = viewAsOf(stored, asOf);
            const given = await store.entries(asOf);
            expect(earlierEntries(await store.entries('2026-12-31'), asOf)).toEqual(given);
            const linked = viewAsOf(given, asOf);
            for (const kind of ['findings', 'risks', 'teams', 'grants', 'processes'] as const) {
              expect(asText(after[kind])).toEqual(asText(before[kind]));
              if (kind !== 'findings') expect(asText(linked[kind])).toEqual(asText(before[kind]));
            }
            expect(canonicalJson(linked.policy)).toBe(canonicalJson(before.policy));
          }
          const recorded = (await store.entries()).map(recordedWhen);
          expect(recorded).toEqual(recorded.toSorted());
        }),
        { seed: 20_261_121, numRuns: runs },
      );
    });
  });
}

function asText(map: ReadonlyMap<string, object>): string[] {
  return [...map.values()].map((entity) => canonicalJson(entity)).sort();
}
