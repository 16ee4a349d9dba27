import type { RiskFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { topRisks, type TopRisks } from '#core/picture/top-risks.ts';
import { counted, type ChartWords } from '#web/charts/describe.ts';
import { moneyProse, moneyShort } from '#web/ui/money-words.ts';

export interface LossIntervalsWords extends ChartWords {
  top: TopRisks;
  /** Risks of the scope that have a range, and all of them. */
  covers: { with: number; total: number };
}

/** Words, marks and rows of the ranked interval list: the largest risks by expected annual loss. */
export function describeLossIntervals(picture: Picture, filter: RiskFilter, riskCount: number): LossIntervalsWords {
  const { currency } = picture;
  const top = topRisks(picture, filter);
  const covers = { with: riskCount - top.unquantified, total: riskCount };
  const money = (amount: number): string => moneyShort(amount, currency);
  const ranges = top.rows.map(({ risk, exposure, expectedAnnualLoss }) =>
    `${risk.label}: ${money(exposure.low)} to ${money(exposure.high)} a loss, ${money(expectedAnnualLoss)} a year`);
  return {
    top,
    covers,
    headline: top.rows.length === 0
      ? `None of the ${counted(riskCount, 'open risk')} has a range, so no loss can be stated`
      : `Expected loss is ${moneyProse(top.totalExpectedAnnualLoss, currency)} a year, over ${covers.with} of ${counted(covers.total, 'open risk')}`,
    subtitle: `Averaged over many years. The ${counted(top.rows.length, 'largest', 'largest')} make up ${money(top.expectedAnnualLoss)}. Bar: 90% range of one loss.`,
    alt: `One bar for each of ${counted(top.rows.length, 'risk')} on one linear axis from zero, from the 5th to the 95th percentile of one loss. ${ranges.join('; ')}.`,
    data: {
      caption: 'The largest open risks by expected annual loss',
      file: 'largest-risks',
      columns: [
        { label: 'Risk' }, { label: 'One loss, 5th percentile', numeric: true }, { label: 'One loss, 95th percentile', numeric: true },
        { label: 'Expected annual loss', numeric: true },
      ],
      rows: top.rows.map(({ risk, exposure, expectedAnnualLoss }) => [
        { value: `${risk.id} ${risk.label}` },
        ...[exposure.low, exposure.high, expectedAnnualLoss].map((amount) => ({ value: Math.round(amount), shown: money(amount) })),
      ]),
    },
  };
}
