import type { RiskFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { topRisksWords } from '#core/picture/sentences/card-words.ts';
import { counted, inWords } from '#core/picture/sentences/prose.ts';
import { medianOf } from '#web/charts/loss-intervals/layout.ts';
import { topRisks, type TopRisks } from '#core/picture/top-risks.ts';
import type { ChartWords } from '#web/charts/describe.ts';
import { grouped } from '#web/ui/count-words.ts';
import { moneyProse, moneyShort } from '#web/ui/money-words.ts';

export interface LossIntervalsWords extends ChartWords {
  top: TopRisks;
}

/** Words, marks and rows of the ranked interval list: the largest risks by expected annual loss. */
export function describeLossIntervals(picture: Picture, riskCount: number, filter: RiskFilter = {}, limit?: number, tolerance?: number): LossIntervalsWords {
  const { currency } = picture;
  const top = topRisks(picture, filter, limit);
  const stated = (amount: number): string => moneyShort(amount, currency, 'exact');
  const modelled = (amount: number): string => moneyShort(amount, currency);
  const ranges = top.rows.map(({ risk, exposure, expectedAnnualLoss }) =>
    `${risk.label}: ${stated(exposure.low)} to ${stated(exposure.high)} a loss, ${modelled(expectedAnnualLoss)} a year`);
  return {
    top,
    headline: headlineOf(picture, top),
    subtitle: `Averaged over many years; covers ${grouped(riskCount - top.unquantified)} of ${counted(riskCount, 'risk')}. Bar: 90% range of one loss, tick: its median.${tolerance === undefined ? '' : ` Dashed: the ${stated(tolerance)} tolerance for a whole year.`}`,
    alt: `One bar for each of ${counted(top.rows.length, 'risk')} on one linear axis from zero, from the 5th to the 95th percentile of one loss. ${ranges.join('; ')}.`,
    data: {
      caption: 'The largest open risks by expected annual loss',
      file: 'largest-risks',
      columns: [
        { label: 'Risk' }, { label: 'One loss, 5th percentile', numeric: true }, { label: 'median', numeric: true }, { label: '95th percentile', numeric: true },
        { label: 'Expected annual loss', numeric: true },
      ],
      rows: top.rows.map(({ risk, exposure, expectedAnnualLoss }) => [
        { value: `${risk.id} ${risk.label}` },
        { value: exposure.low, shown: stated(exposure.low) },
        { value: Math.round(medianOf(exposure)), shown: modelled(medianOf(exposure)) },
        { value: exposure.high, shown: stated(exposure.high) },
        { value: Math.round(expectedAnnualLoss), shown: modelled(expectedAnnualLoss) },
      ]),
    },
  };
}

function headlineOf(picture: Picture, top: TopRisks): string {
  if (top.rows.length === 0) return topRisksWords(picture, top).headline;
  const total = moneyProse(top.totalExpectedAnnualLoss, picture.currency);
  const listed = moneyProse(top.expectedAnnualLoss, picture.currency);
  return `Expected loss is ${total} a year; the ${inWords(top.rows.length)} largest make up ${listed}`;
}
