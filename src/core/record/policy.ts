import type { When } from '#core/time.ts';
import type { Urgency } from '#core/record/entities.ts';
import type { LossTolerance } from '#core/record/loss-tolerance.ts';

/**
 * What an organisation may set for itself. Every absent field takes the product default, which is
 * stated with its reason where the rule that uses it is defined.
 */
export interface Policy {
  id: string;
  version?: string | undefined;
  /** Days to act for each urgency; defaults 3, 14, 60, 180. */
  clock?: Partial<Readonly<Record<Urgency, number>>> | undefined;
  /** Risk categories only the governing body may decide. */
  reserved?: readonly string[] | undefined;
  acceptanceNonDelegable?: boolean | undefined;
  currency?: string | undefined;
  /** What the words of the organisation's scales mean. A word that is not here means no interval. */
  scales?: PolicyScales | undefined;
  /** Overrides of single thresholds, by the name the rule gives them, such as `P7.share`. */
  thresholds?: Readonly<Record<string, number>> | undefined;
  /** How much loss in a year the governing body accepts, and how seldom. */
  tolerance?: LossTolerance | undefined;
  /** Why this version was made, in the words of whoever made it. */
  reason?: string | undefined;
}

/** One word of a scale as an interval: events a year, or one loss in the record's currency. */
export interface ScaleWord {
  word: string;
  low: number;
  high: number;
}

/** Scales the organisation has approved: only these turn a word into an interval, and never into a point. */
export interface PolicyScales {
  likelihood: readonly ScaleWord[];
  loss: readonly ScaleWord[];
  approvedBy?: string | undefined;
  approvedAt?: When | undefined;
}

/** The record holds one policy; its versions share this id. */
export const POLICY_ID = 'policy';
