import { annualLossBelief, type AnnualLossBelief } from '#core/exposure/annual-loss-uncertainty.ts';
import { valueOfInformation, type ValueOfInformation } from '#core/exposure/value-of-information.ts';
import type { OptionRow, Picture, RiskRow } from '#core/picture/picture.ts';
import { sizeOfRow } from '#core/picture/portfolio-of-picture.ts';

/** One option of a risk as a decision: treat or accept, and what knowing more is worth to that choice. */
export interface OptionWorth {
  option: OptionRow;
  /** Fraction of the average year it takes off: the middle of the stated range. */
  reduction: number;
  belief: AnnualLossBelief;
  worth: ValueOfInformation;
}

/** What to find out, by what it is worth at most to the choice. */
export interface Measurement extends OptionWorth {
  risk: RiskRow;
  what: 'rate' | 'loss';
  /** Money a year: an upper bound of what the evidence may cost. */
  atMost: number;
}

export interface Measurements {
  /** Most worth first. Worths of one decision do not add up. */
  ranked: readonly Measurement[];
  /** Open decisions with an option and no two ranges to price it with. */
  unpriced: readonly RiskRow[];
  /** Open decisions without any option on the record. */
  withoutOption: readonly RiskRow[];
}

/** True where no decision is in force. */
export function isUndecided({ decisions }: RiskRow): boolean {
  return !decisions.some(({ inForce }) => inForce);
}

/** The options of a risk that can be priced, in the currency of the record, as they stand. */
export function optionWorths(risk: RiskRow): readonly OptionWorth[] {
  const { exposure, options = [] } = risk;
  if (exposure === null || exposure.rateLow === null || exposure.rateHigh === null || sizeOfRow(risk).kind !== 'quantified') return [];
  const belief = annualLossBelief({ ...exposure, rateLow: exposure.rateLow, rateHigh: exposure.rateHigh });
  if (belief === null) return [];
  return options.flatMap((option) => {
    const reduction = (option.reductionLow + option.reductionHigh) / 2;
    if (option.currency !== undefined || !(reduction > 0) || !(option.costPerYear > 0)) return [];
    return [{ option, reduction, belief, worth: valueOfInformation(belief, { costPerYear: option.costPerYear, reduction }) }];
  });
}

/** What to find out for the open decisions of a picture. Of several options of a risk the one that brings most counts. */
export function measurementsOf(picture: Picture): Measurements {
  const ranked: Measurement[] = [];
  const unpriced: RiskRow[] = [];
  const withoutOption: RiskRow[] = [];
  for (const risk of picture.risks) {
    if (!isUndecided(risk)) continue;
    const [best] = [...optionWorths(risk)].sort((a, b) => b.worth.netBenefit - a.worth.netBenefit);
    if (best === undefined) ((risk.options ?? []).length === 0 ? withoutOption : unpriced).push(risk);
    else {
      ranked.push({ ...best, risk, what: 'rate', atMost: best.worth.rateAlone });
      if (best.belief.sigmaOfLoss > 0) ranked.push({ ...best, risk, what: 'loss', atMost: best.worth.lossAlone });
    }
  }
  ranked.sort((a, b) => b.atMost - a.atMost || (a.risk.id < b.risk.id ? -1 : 1));
  return { ranked, unpriced, withoutOption };
}

/** Teams that can measure it: those whose evidence on the risk is on record, newest first, else the team that owns it. */
export function whoCanMeasure(risk: RiskRow): readonly string[] {
  const teams = risk.evidence.flatMap(({ teamId, elsewhere }) => (teamId === null || elsewhere ? [] : [teamId]));
  const known = [...new Set(teams)].slice(0, 3);
  return known.length > 0 || risk.owningTeamId === null ? known : [risk.owningTeamId];
}
