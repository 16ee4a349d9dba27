/** The three points of a PERT estimate. Its ends are limits, not percentiles. */
export interface PertPoints {
  min: number;
  mostLikely: number;
  max: number;
}

/** What a source said about the size of a risk that is no pair of ranges. Kept as stated, never turned into one. */
export interface StatedSize {
  /** Words of a scale; they mean an interval only where the policy defines it. */
  likelihoodWord?: string | undefined;
  lossWord?: string | undefined;
  /** Probability of at least one event in 12 months, 0 to 1. */
  probability?: number | undefined;
  /** One figure for the loss of a year with an event. */
  impact?: number | undefined;
  pertLoss?: PertPoints | undefined;
  /** Events a year. */
  pertRate?: PertPoints | undefined;
  currency?: string | undefined;
}

/** 5th to 95th percentile of ONE event in a unit that is not money, such as people harmed. */
export interface HarmRange {
  unit: string;
  low: number;
  high: number;
  rateLow?: number | undefined;
  rateHigh?: number | undefined;
}

/** The part of a risk that ships through one release process; the parts of a risk add up to 1. */
export interface ProcessShare {
  processId: string;
  share: number;
}
