import type { When } from '#core/time.ts';
import type { Entry } from '#core/record/entry.ts';

/** A flag that has to be up on or before a day, about this subject and this person where they are given. */
export interface ExpectedFlag {
  flag: string;
  subject?: string | null | undefined;
  person?: string | null | undefined;
  /** Absent in a case that gives no dates: nothing to check. */
  by?: When | null | undefined;
}

/**
 * What must not be up on any day of the replay: a flag, anything about a subject, anything about a person, or all of
 * those together. With none of them, any flag at all.
 */
export interface ForbiddenFlag {
  flag?: string | null | undefined;
  subject?: string | null | undefined;
  person?: string | null | undefined;
}

/** A documented case as the replay needs it: what the record held, and what the rules have to say about it. */
export interface CaseFile {
  id: string;
  entries: readonly Entry[];
  /** Absent for a case that is told in words only. */
  replay?: { from: When; to: When; step?: number | null | undefined } | null | undefined;
  expected: readonly ExpectedFlag[];
  mustNotFire: readonly ForbiddenFlag[];
}
