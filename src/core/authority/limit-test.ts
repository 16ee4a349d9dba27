/** What a limit is tested on: the risk, everything its holder owns with it, or all that one common cause hits. */
export const limitSubjects = ['risk', 'book', 'common-cause'] as const;
export type LimitSubject = (typeof limitSubjects)[number];

export const limitMeasures = ['expected-annual-loss', 'year-above', 'single-event', 'harm', 'in-money'] as const;
export type LimitMeasure = (typeof limitMeasures)[number];

export const limitResults = ['within', 'exceeds', 'cannot-test'] as const;
export type LimitResult = (typeof limitResults)[number];

/** One test of one limit of a grant. Equal is within. */
export interface LimitTest {
  on: LimitSubject;
  /** The common cause tested; `null` for the other subjects. */
  commonCauseId: string | null;
  /** `in-money`: whether there is anything to hold against a limit in money. */
  measure: LimitMeasure;
  /** The amount of `year-above`. */
  above: number | null;
  /** The unit of `harm`. */
  unit: string | null;
  /** Money, a probability, or the unit of the harm; `null` for `in-money`. */
  limit: number | null;
  /** What was found; `null` where nothing could be tested. */
  value: number | null;
  result: LimitResult;
  /** Why nothing could be tested. */
  why: string | null;
  /** How many risks the figure covers, and how many more belong to the subject and are not in money. */
  covers: number;
  notInMoney: number;
}

/** Within by the figure on the record, and not by far: how likely the true average year is above the limit. */
export interface NearLimit {
  limit: number;
  chance: number;
}
