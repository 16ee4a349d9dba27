import type { Entry } from '#core/record/entry.ts';
import { END_OF_TIME } from '#core/time.ts';
import { viewAsOf, type RecordView } from '#core/record/view.ts';
import type { Store } from '#store/store.ts';

/** More findings than this are not held for linking by name; a source that links by id is not affected. */
const MOST_FINDINGS = 300_000;

/** What the record holds while a batch is read: as stored when it began, and what its sources added since. */
export interface RecordSoFar {
  view(): RecordView;
  /** The same with every finding, for sources that name findings by the id their scanner gave them. */
  viewWithFindings(): Promise<RecordView>;
  /** What a source brought; of a source that is stored by itself, the findings may be left out. */
  add(entries: readonly Entry[]): void;
  /** A source was stored by itself: what the record holds of findings is asked for again. */
  stored(): void;
  /** Remembers this moment; the function it returns takes back what was added since. */
  mark(): () => void;
}

export async function recordSoFar(store: Store): Promise<RecordSoFar> {
  const base = (await store.entries()).filter((entry) => entry.kind !== 'findings');
  /** Findings of the open batch, which others of its sources may name. */
  const added: Entry[] = [];
  let held: readonly Entry[] | undefined;
  let view: RecordView | undefined;
  return {
    view: () => (view ??= viewAsOf(base, END_OF_TIME)),
    async viewWithFindings() {
      held ??= await findingsOf(store);
      return viewAsOf([...base, ...held, ...added], END_OF_TIME);
    },
    add(entries) {
      const others = entries.filter((entry) => entry.kind !== 'findings');
      added.push(...entries.filter((entry) => entry.kind === 'findings'));
      if (others.length === 0) return;
      base.push(...others);
      view = undefined;
    },
    stored() {
      held = undefined;
      added.length = 0;
    },
    mark() {
      const before = { base: base.length, added: added.length };
      return () => {
        if (base.length !== before.base) view = undefined;
        base.length = before.base;
        added.length = Math.min(added.length, before.added);
      };
    },
  };
}

async function findingsOf(store: Store): Promise<readonly Entry[]> {
  const findings: Entry[] = [];
  for await (const entry of store.allEntries()) {
    if (entry.kind !== 'findings') continue;
    if (findings.length === MOST_FINDINGS) break;
    findings.push(entry);
  }
  return findings;
}
