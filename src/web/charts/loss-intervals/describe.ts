import { say } from '#language/say.ts';
import type { RiskFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { topRisksWords } from '#core/picture/sentences/card-words.ts';
import { inWords, sentences } from '#core/picture/sentences/prose.ts';
import { medianOf } from '#web/charts/loss-intervals/layout.ts';
import { topRisks, type TopRisks } from '#core/picture/top-risks.ts';
import type { ChartWords } from '#web/charts/describe.ts';
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
    say('{risk}: {low} to {high} a loss, {expectedAnnualLoss} a year', { risk: risk.label, low: stated(exposure.low), high: stated(exposure.high), expectedAnnualLoss: modelled(expectedAnnualLoss) }));
  return {
    top,
    headline: headlineOf(picture, top),
    subtitle: sentences([
      say('Averaged over many years; covers {value, number} of {riskCount, plural, one {# risk} other {# risks}}. Bar: 90% range of one loss, tick: its median.', { value: riskCount - top.unquantified, riskCount }),
      tolerance === undefined ? undefined : say('Dashed: the {tolerance} tolerance for a whole year.', { tolerance: stated(tolerance) }),
    ]),
    alt: say('One bar for each of {rows, plural, one {# risk} other {# risks}} on one linear axis from zero, from the 5th to the 95th percentile of one loss. {ranges}.', { rows: top.rows.length, ranges: ranges.join('; ') }),
    data: {
      caption: say('The largest open risks by expected annual loss'),
      file: 'largest-risks',
      columns: [
        { label: say('Risk') }, { label: say('One loss, 5th percentile'), numeric: true }, { label: 'median', numeric: true }, { label: say('95th percentile'), numeric: true },
        { label: say('Expected annual loss'), numeric: true },
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
  return say('Expected loss is {total} a year; the {rows} largest make up {listed}', { total, rows: inWords(top.rows.length), listed });
}
