import { dayOf, isoDay, type When } from '#core/time.ts';
import type { Lack } from '#core/picture/readiness.ts';
import type { CaseView, EntryRow, FactRow, FlagRow, FlagStanding, ReplayView } from '#core/replay/case-view.ts';
import { textAfter } from '#core/replay/counting-text.ts';

/** A flag as it stood on one day. */
export interface FlagOnDay {
  row: FlagRow;
  since: When;
  standing: FlagStanding;
  sentence: string;
  nextStep: string;
}

/** The day a replay was looked at that stands for `day`: within its span, and the last look at or before it. */
export function lookOn({ from, to, step }: Pick<ReplayView, 'from' | 'to' | 'step'>, day: When): When {
  if (dayOf(day) >= dayOf(to)) return to;
  const days = Math.max(0, dayOf(day) - dayOf(from));
  return dayAfter(from, days - (days % step));
}

/** Flags up on a day, in the order they came up. Exactly what the rules find over the record of that day. */
export function flagsOn({ flags }: Pick<ReplayView, 'flags'>, day: When): readonly FlagOnDay[] {
  return flags.flatMap((row) =>
    row.runs
      .filter((run) => run.from <= day && day <= run.to)
      .map((run) => {
        const days = dayOf(day) - dayOf(run.from);
        return { row, since: run.since, standing: run.standing, sentence: textAfter(run.sentence, days), nextStep: textAfter(run.nextStep, days) };
      }),
  );
}

/** What is missing at a risk on a day; undefined while it is not open. */
export function lackOn({ risks }: Pick<ReplayView, 'risks'>, riskId: string, day: When): Lack | undefined {
  return risks.find(({ id }) => id === riskId)?.lacks.find(({ from, to }) => from <= day && day <= to)?.lack;
}

/** Everything on record by the end of a day. */
export function knownBy({ entries }: Pick<ReplayView, 'entries'>, day: When): readonly EntryRow[] {
  return entries.filter(({ knownAt }) => knownAt === null || knownAt <= day);
}

/** What became known on the days after `after` and up to `day`. */
export function becameKnown({ facts, replay }: Pick<CaseView, 'facts' | 'replay'>, after: When | undefined, day: When): { facts: readonly FactRow[]; entries: readonly EntryRow[] } {
  const within = (when: When | null): boolean => when !== null && when <= day && (after === undefined ? when === day : when > after);
  return {
    facts: facts.filter(({ from }) => within(from)),
    entries: (replay?.entries ?? []).filter(({ knownAt }) => within(knownAt)),
  };
}

/** A fact behind a flag, and whether the case names it or it only bears the same date. */
export interface FactBehind {
  fact: FactRow;
  tie: 'named' | 'same-date';
}

export interface Behind {
  facts: readonly FactBehind[];
  /** Entries the case ties to no fact: it simply states them. */
  stated: readonly EntryRow[];
  /** Facts of the case that are dated after the day: no part of what was known. */
  later: number;
}

/** What a flag rests on as of a day; nothing dated after it. */
export function behind({ facts, replay }: Pick<CaseView, 'facts' | 'replay'>, { restsOn }: FlagRow, day: When): Behind {
  if (replay === null) return { facts: [], stated: [], later: 0 };
  const entries = knownBy(replay, day).filter(({ key }) => restsOn.includes(key));
  const named = new Set(entries.flatMap((entry) => entry.factIds));
  const sameDate = new Set(entries.flatMap((entry) => entry.sameDateFactIds));
  const shown = facts.flatMap((fact): FactBehind[] => {
    const tie = named.has(fact.id) ? 'named' : sameDate.has(fact.id) ? 'same-date' : undefined;
    return tie === undefined || (fact.from !== null && fact.from > day) ? [] : [{ fact, tie }];
  });
  return {
    facts: shown,
    stated: entries.filter((entry) => entry.factIds.length === 0),
    later: facts.filter((fact) => named.has(fact.id) && fact.from !== null && fact.from > day).length,
  };
}

/** Days from a day to a breach; negative after it. */
export function daysLeft(day: When, breach: When): number {
  return dayOf(breach) - dayOf(day);
}

/** The next stop after a day, or the last before it. */
export function stopBeside({ stops }: Pick<ReplayView, 'stops'>, day: When, way: 'next' | 'previous'): When | undefined {
  return way === 'next' ? stops.find((stop) => stop > day) : stops.findLast((stop) => stop < day);
}

function dayAfter(from: When, days: number): When {
  return isoDay(dayOf(from) + days);
}
