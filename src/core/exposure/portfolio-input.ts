/** One risk in money: how often a year, and the 5th to 95th percentile of ONE loss. */
export interface RiskInput {
  id: string;
  /** Events a year. Either this or both ends of the range. */
  rate?: number | undefined;
  /** 5th to 95th percentile of the events a year. */
  rateLow?: number | undefined;
  rateHigh?: number | undefined;
  low: number;
  high: number;
  /** One loss is never above this. */
  max?: number | undefined;
  team?: string | undefined;
  process?: string | undefined;
}

/** One event that hits several risks at once. Its rate is part of the stated rate of each. */
export interface CommonCauseInput {
  id: string;
  rate: number;
  riskIds: readonly string[];
}

/** Pays the part of each single loss above `retention`, at most `limit`; of every risk unless some are named. */
export interface InsuranceInput {
  retention: number;
  limit: number;
  riskIds?: readonly string[] | undefined;
}

export interface PortfolioInput {
  risks: readonly RiskInput[];
  commonCauses?: readonly CommonCauseInput[] | undefined;
  /**
   * A sensitivity: variance of a factor, gamma with mean 1, on the rate of every risk and cause in a year, 0 to 4.
   * With it a range of a rate counts with its mean. Absent or 0 = years are bad together only by the common causes.
   */
  badYearVariance?: number | undefined;
  /** Quantiles asked for, each in (0, 1). */
  percentiles?: readonly number[] | undefined;
  /** Money amounts whose exceedance is asked for, 0 or more. */
  thresholds?: readonly number[] | undefined;
  insurance?: InsuranceInput | undefined;
}

/** Why an input is not computed: where (a JSON pointer), and one plain sentence that says what to do. */
export interface InputRefusal {
  place: string;
  sentence: string;
}
