import { dayOf } from '#core/time.ts';
import type { Flag, FlagId } from '#core/flags/flag.ts';
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
export function arrange(all: readonly Flag[], day: number): ArrangedFlags {
  const hidden = new Set(all.flatMap((flag) => hides[flag.flag] ?? []));
  const kept = all.filter((flag) => !hidden.has(flag.flag)).sort((a, b) => inReadingOrder(a, b, day));
  const leading = kept.filter((flag) => flagRuleOf(flag.flag).text.leading);
  const shown = new Set(leading.slice(0, MOST_LINES));
  return { flags: [...shown], moreFlags: kept.filter((flag) => !shown.has(flag)) };
}

/** Authority, then information with "known elsewhere" first, then process; within each the longest first. */
function inReadingOrder(a: Flag, b: Flag, day: number): number {
  return place(a) - place(b) || missing(b, day) - missing(a, day) || rank(a.flag) - rank(b.flag);
}

function place(flag: Flag): number {
  if (flag.flag === 'A5w') return 9;
  if (flag.flag === 'I3') return 1;
  return { authority: 0, information: 2, process: 3 }[flag.family];
}

function missing(flag: Flag, day: number): number {
  return day - dayOf(flag.since);
}

/** `A2` before `A10`. */
function rank(id: FlagId): number {
  return id.charCodeAt(0) * 100 + Number.parseInt(id.slice(1), 10);
}
