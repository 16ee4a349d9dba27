import { dayOf, isoDay, type When } from '#core/time.ts';
import { ALWAYS, recordedWhen, type Entry, type EntryKind, type EntryOf } from '#core/record/entry.ts';
import { viewAsOf, type RecordView } from '#core/record/view.ts';
import { basisMark, type BasisMark } from '#core/replay/basis.ts';
import type { EntryRow, FactRow } from '#core/replay/case-view.ts';
import { entryTellers } from '#core/replay/entry-words.ts';

/** A told entry with what it is, so that flags can be tied to it. */
export interface PlacedEntry {
  entry: Entry;
  row: EntryRow;
}

/** Every entry of a record that has a sentence, by the day it became known. `entries` carry the names to show. */
export function placedEntries(entries: readonly Entry[], facts: readonly FactRow[]): readonly PlacedEntry[] {
  const whole = viewAsOf(entries, '9999-12-31');
  const placed = entries.flatMap((entry, index) => {
    const text = tell(entry, whole);
    return text === undefined ? [] : [{ entry, row: entryRow(entry, index, text, facts) }];
  });
  return placed.sort((a, b) => (a.row.knownAt ?? '').localeCompare(b.row.knownAt ?? ''));
}

function tell<K extends EntryKind>(entry: EntryOf<K>, view: RecordView): string | undefined {
  return entryTellers[entry.kind]?.(entry.entity, view);
}

function entryRow(entry: Entry, index: number, text: string, facts: readonly FactRow[]): EntryRow {
  const knownAt = knownDay(entry);
  const named = entry.kind === 'policy' ? [] : (entry.entity.facts ?? []);
  const held = named.filter((id) => facts.some((fact) => fact.id === id));
  const sameDate = held.length > 0 || knownAt === null ? [] : facts.filter((fact) => isOn(fact, knownAt)).map((fact) => fact.id);
  return { key: `${entry.kind}/${entry.entity.id}/${index}`, kind: entry.kind, knownAt, text, basis: entryBasis(entry, held, facts), factIds: held, sameDateFactIds: sameDate };
}

/** The day an entry was on the record; `null` for one that is undated. */
export function knownDay(entry: Entry): When | null {
  const recorded = recordedWhen(entry);
  return recorded === ALWAYS ? null : isoDay(dayOf(recorded));
}

/** Its own basis; else that of the one fact behind it; else the case simply states it. */
function entryBasis({ stamp }: Entry, factIds: readonly string[], facts: readonly FactRow[]): BasisMark {
  if (stamp.basis !== undefined) return basisMark(stamp.basis);
  const marks = facts.filter((fact) => factIds.includes(fact.id)).map((fact) => fact.basis);
  const [first] = marks;
  return first !== undefined && marks.every((mark) => mark.kind === first.kind) ? first : basisMark(undefined);
}

/** A fact of a whole year is too wide to stand for a day. */
function isOn({ from, to }: FactRow, day: When): boolean {
  return from !== null && to !== null && dayOf(to) - dayOf(from) <= 31 && dayOf(from) <= dayOf(day) && dayOf(day) <= dayOf(to);
}
