import { flagIds, type Flag, type FlagFamily, type FlagId } from '#core/flags/flag.ts';
import { flagRuleOf } from '#core/flags/rules.ts';

/** A condition that says more hides one that then says less. Known elsewhere is never hidden: who else knows helps most. */
const hides: Partial<Readonly<Record<FlagId, readonly FlagId[]>>> = {
  A1: ['A3', 'A4', 'A5', 'A9', 'A11'],
  A2: ['A3', 'A4', 'A5', 'A9', 'A11'],
  A9: ['A3', 'A4', 'A5'],
  A5: ['A5w'],
  I1: ['I2', 'I5'],
  P2: ['P8'],
  P3: ['P1'],
};

/** A risk shows at most this many lines; the rest stands behind "more conditions". */
export const MOST_LINES = 4;

export interface ArrangedFlags {
  flags: readonly Flag[];
  moreFlags: readonly Flag[];
}

/** The flags of one risk in the order they are read, quieted, split into the lines shown and the rest. */
export function arrange(all: readonly Flag[]): ArrangedFlags {
  const hidden = new Set<FlagId>();
  for (const flag of all) for (const id of hides[flag.flag] ?? []) hidden.add(id);
  const kept = all.filter((flag) => !hidden.has(flag.flag)).sort(inReadingOrder);
  const leading = kept.filter((flag) => flagRuleOf(flag.flag).text.leading);
  const lines = new Set([...leading, ...reasonsOfTheLack(kept, leading)]);
  const flags = kept.filter((flag) => lines.has(flag)).slice(0, MOST_LINES);
  return { flags, moreFlags: kept.filter((flag) => !flags.includes(flag)) };
}

/** Conditions that do not lead and are yet the whole reason why a decision owner cannot decide, or has not seen it. */
const reasons: ReadonlySet<FlagId> = new Set(['A4', 'I2', 'I5']);

/** What the headline rests on never stands behind "more conditions": the reason leads where nothing of its family does. */
function reasonsOfTheLack(kept: readonly Flag[], leading: readonly Flag[]): readonly Flag[] {
  const led = new Set(leading.map(({ family }) => family));
  return kept.filter((flag) => reasons.has(flag.flag) && !led.has(flag.family));
}

/** Authority, then information with "known elsewhere" first, then process; within each the longest first. */
function inReadingOrder(a: Flag, b: Flag): number {
  return place(a) - place(b) || (a.since < b.since ? -1 : a.since > b.since ? 1 : rank(a.flag) - rank(b.flag));
}

const familyPlace: Readonly<Record<FlagFamily, number>> = { authority: 0, information: 2, process: 3 };

function place(flag: Flag): number {
  if (flag.flag === 'A5w') return 4;
  return flag.flag === 'I3' ? 1 : familyPlace[flag.family];
}

/** `A2` before `A10`. */
function rank(id: FlagId): number {
  return flagIds.indexOf(id);
}
