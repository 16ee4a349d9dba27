import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import type { Money, Picture, RiskRow } from '#core/picture/picture.ts';

interface TopRisk {
  risk: RiskRow;
  exposure: Money;
  expectedAnnualLoss: number;
}

export interface TopRisks {
  /** Largest expected annual loss first. */
  rows: readonly TopRisk[];
  /** Of the listed risks. */
  expectedAnnualLoss: number;
  /** Of every risk of the scope that has a range. */
  totalExpectedAnnualLoss: number;
  /** Risks of the scope that could not be ranked, because no range is on the record. */
  unquantified: number;
}

const TOP_RISKS = 5;

/** The largest risks by expected annual loss; what has no range is counted and not ranked. */
export function topRisks(picture: Picture, filter: RiskFilter = {}, limit = TOP_RISKS): TopRisks {
  const risks = risksMatching(picture, filter);
  const ranked = risks
    .flatMap((risk): TopRisk[] => {
      const { exposure, expectedAnnualLoss } = risk;
      return exposure === null || expectedAnnualLoss === null ? [] : [{ risk, exposure, expectedAnnualLoss }];
    })
    .sort((a, b) => b.expectedAnnualLoss - a.expectedAnnualLoss || (a.risk.id < b.risk.id ? -1 : 1));
  const rows = ranked.slice(0, limit);
  return {
    rows,
    expectedAnnualLoss: sum(rows),
    totalExpectedAnnualLoss: sum(ranked),
    unquantified: risks.length - ranked.length,
  };
}

function sum(rows: readonly TopRisk[]): number {
  return rows.reduce((total, row) => total + row.expectedAnnualLoss, 0);
}
