import type { DecisionKind } from '#core/record/entities.ts';
import type { When } from '#core/time.ts';
import { pointerOf, type PathStep } from '#importers/reading/place.ts';
import type { Fault } from '#importers/reading/rejection.ts';
import { objectOf, type LooseObject } from '#importers/scan/loose.ts';

/** What a report says it is about: matched against the services of the record, never guessed. */
export interface Subject {
  repositories: readonly string[];
  names: readonly string[];
}

/** A decision about risk that a report carries: a dismissal, a suppression, a statement that it does not matter. */
export interface StatedDecision {
  /** What the source calls it, as one word: `dismissed`, `not-affected`. Part of the decision's id. */
  word: string;
  kind: DecisionKind;
  /** Who decided, as the source writes it. `undefined` = the source does not say. */
  by: string | undefined;
  /** When; `undefined` = the source does not say. */
  at: When | undefined;
  why: string | undefined;
  expiresAt: When | undefined;
  /** What was decided has been done: `fixed`. */
  isDone?: boolean;
}

/** What a report says of one finding, in the words of no format. */
export interface Sighting {
  /** JSON pointer or line. */
  place: string;
  /** What makes it the same finding in the next report: names and places, never a version, a line number or a date. */
  identity: readonly (string | undefined)[];
  /** Ids of the vulnerability or rule, the source's own first. */
  names: readonly (string | undefined)[];
  title: string | undefined;
  severityWord: string | undefined;
  score: number | undefined;
  component: string | undefined;
  location: string | undefined;
  endLine?: number | undefined;
  weakness: string | undefined;
  /** Since when the source says it has been there. */
  firstSeenAt: When | undefined;
  fixedAt: When | undefined;
  /** When the vulnerability became public. */
  publishedAt?: When | undefined;
  exploited: boolean | undefined;
  /** Where one report is about several services. */
  about?: Subject | undefined;
  decision: StatedDecision | undefined;
  /** A second decision the same row carries. */
  otherDecision?: StatedDecision | undefined;
  /** Says something of findings that others found: they get the decision, and there is no finding of its own where one is known. */
  isStatement?: boolean;
}

/** One row of a report. */
export type ReportRow =
  | { type: 'sighting'; sighting: Sighting }
  | { type: 'rejected'; fault: Fault }
  | { type: 'repaired'; fault: Fault }
  /** Not a finding; `why` ends the sentence "3 rows ...", as in `are passed checks`. */
  | { type: 'passed-over'; why: string };

const nothing = {
  title: undefined, severityWord: undefined, score: undefined, component: undefined, location: undefined, weakness: undefined,
  firstSeenAt: undefined, fixedAt: undefined, exploited: undefined, decision: undefined,
} as const;

/** A row with a finding; what the source does not say is left out of `known`. */
export function sighting(known: Pick<Sighting, 'place' | 'identity' | 'names'> & Partial<Sighting>): ReportRow {
  return { type: 'sighting', sighting: { ...nothing, ...known } };
}

/** A decision whose maker the format drops. */
export function decidedByNobodyNamed(word: string, kind: DecisionKind, why: string | undefined, at?: When): StatedDecision {
  return { word, kind, by: undefined, at, why, expiresAt: undefined };
}

/** The value as an object, or the row that says it is none. */
export function rowObject(value: unknown, path: readonly PathStep[]): { row: LooseObject; place: string } | { fault: ReportRow } {
  const row = objectOf(value);
  const place = pointerOf(path);
  if (row !== undefined) return { row, place };
  return { fault: { type: 'rejected', fault: { place, code: 'schema', reason: 'The row is not an object.', remedy: 'Export it again.' } } };
}
