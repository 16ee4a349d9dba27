import { dayOf, isoDay, type When } from '#core/time.ts';
import { viewAsOf } from '#core/record/view.ts';
import type { CaseFile, ForbiddenFlag } from '#core/flags/case-file.ts';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import type { Flag } from '#core/flags/flag.ts';

export interface ReplayCheck {
  /** `*` where anything about a subject or a person is meant. */
  flag: string;
  subject: string | null;
  person: string | null;
  /** What the case asks for: `by 2017-03-10`, or `never`. */
  expected: string;
  /** First day it was up, or `null` where it never was. */
  got: When | null;
  ok: boolean;
}

export interface ReplayResult {
  case: string;
  checks: readonly ReplayCheck[];
  failed: number;
}

/**
 * Plays a case day by day over its record as of each day, every flag counted before anything is quieted. An expected
 * flag has to be up on or before its day; a forbidden one on no day. A case without a replay has nothing to check.
 * `upOn` spares evaluating a day whose flags are known already; it must give them all, or undefined.
 */
export function replayCase(file: CaseFile, upOn: (day: number) => readonly FlagKey[] | undefined = () => undefined): ReplayResult {
  const { replay } = file;
  if (replay === undefined || replay === null) return { case: file.id, checks: [], failed: 0 };
  const expected = file.expected.flatMap((wanted) => (wanted.by === undefined || wanted.by === null ? [] : [{ ...wanted, by: wanted.by }]));
  const checks = [
    ...expected.map((wanted) => watch(wanted, wanted.by)),
    ...file.mustNotFire.map((unwanted) => watch(unwanted, undefined)),
  ];
  const step = Math.max(1, Math.floor(replay.step ?? 1));
  const last = Math.max(dayOf(replay.to), ...expected.map(({ by }) => dayOf(by)));
  for (let day = dayOf(replay.from); day <= last; day = next(day, step, dayOf(replay.to))) {
    const flags = upOn(day) ?? evaluateRecord(viewAsOf(file.entries, isoDay(day))).flags;
    for (const check of checks) {
      const within = day <= dayOf(replay.to) || check.by !== undefined;
      if (within && check.got === undefined && flags.some((flag) => matches(flag, check))) check.got = day;
    }
  }
  const results = checks.map(result);
  return { case: file.id, checks: results, failed: results.filter((check) => !check.ok).length };
}

/** What a check looks at in a flag. */
type FlagKey = Pick<Flag, 'flag' | 'subject' | 'person'>;

interface Watch {
  flag: string | undefined;
  subject: string | undefined;
  person: string | undefined;
  by: number | undefined;
  got: number | undefined;
}

function watch({ flag, subject, person }: ForbiddenFlag, by: When | undefined): Watch {
  return {
    flag: flag ?? undefined,
    subject: subject ?? undefined,
    person: person ?? undefined,
    by: by === undefined ? undefined : dayOf(by),
    got: undefined,
  };
}

/** Steps never jump over the last day of the replay. */
function next(day: number, step: number, to: number): number {
  return day < to && day + step > to ? to : day + step;
}

function matches(flag: FlagKey, { flag: id, subject, person }: Watch): boolean {
  return (
    (id === undefined || id === '*' || flag.flag === id) &&
    (subject === undefined || flag.subject === subject) &&
    (person === undefined || flag.person === person)
  );
}

function result({ flag, subject, person, by, got }: Watch): ReplayCheck {
  return {
    flag: flag ?? '*',
    subject: subject ?? null,
    person: person ?? null,
    expected: by === undefined ? 'never' : `by ${isoDay(by)}`,
    got: got === undefined ? null : isoDay(got),
    ok: by === undefined ? got === undefined : got !== undefined && got <= by,
  };
}
