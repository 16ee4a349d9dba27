import { describe, expect, test } from 'vitest';
import { inputRefusals } from '#core/exposure/input-refusals.ts';
import { assessPortfolio } from '#core/exposure/portfolio.ts';
import type { PortfolioInput, RiskInput } from '#core/exposure/portfolio-input.ts';

const good: RiskInput = { id: 'r', rate: 0.3, low: 1e4, high: 1e6 };
const { rate: _, ...unrated } = good;

const cases: readonly { name: string; input: PortfolioInput; place: string; says: RegExp }[] = [
  { name: 'no risk', input: { risks: [] }, place: '/risks', says: /at least one/ },
  { name: 'equal ends of one loss', input: { risks: [{ ...good, low: 1e6 }] }, place: '/risks/0', says: /both ends of one loss/ },
  { name: 'a low of zero', input: { risks: [{ ...good, low: 0 }] }, place: '/risks/0', says: /low of zero, so give an amount above 0/ },
  { name: 'a negative low', input: { risks: [{ ...good, low: -5 }] }, place: '/risks/0', says: /negative low of -5/ },
  { name: 'swapped ends', input: { risks: [{ ...good, low: 2e6 }] }, place: '/risks/0', says: /swap them/ },
  { name: 'not a number', input: { risks: [{ ...good, low: Number.NaN }] }, place: '/risks/0', says: /low that is not a finite number/ },
  { name: 'an infinite high', input: { risks: [{ ...good, high: Infinity }] }, place: '/risks/0', says: /high that is not a finite number/ },
  { name: 'an absurd high', input: { risks: [{ ...good, high: 1.1e15 }] }, place: '/risks/0', says: /above 1e15, so check its unit/ },
  { name: 'a range a billion times wide', input: { risks: [{ ...good, low: 1e-4 }] }, place: '/risks/0', says: /no estimate supports/ },
  { name: 'a rate of zero', input: { risks: [{ ...good, rate: 0 }] }, place: '/risks/0', says: /rate of zero, so leave the risk out/ },
  { name: 'a negative rate', input: { risks: [{ ...good, rate: -1 }] }, place: '/risks/0', says: /negative rate of -1/ },
  { name: 'an absurd rate', input: { risks: [{ ...good, rate: 1e16 }] }, place: '/risks/0', says: /count larger events/ },
  { name: 'a rate that is not a number', input: { risks: [{ ...good, rate: Number.NaN }] }, place: '/risks/0', says: /finite number/ },
  { name: 'an infinitesimal rate', input: { risks: [{ ...good, rate: 1e-9 }] }, place: '/risks/0', says: /one in a million years/ },
  { name: 'both a rate and a range', input: { risks: [{ ...good, rateLow: 0.1, rateHigh: 1 }] }, place: '/risks/0', says: /keep the one that is meant/ },
  { name: 'neither a rate nor a range', input: { risks: [unrated] }, place: '/risks/0', says: /nothing of how often/ },
  { name: 'half a rate range', input: { risks: [{ ...unrated, rateLow: 0.1 }] }, place: '/risks/0', says: /one end of its rate range/ },
  { name: 'an equal rate range', input: { risks: [{ ...unrated, rateLow: 0.1, rateHigh: 0.1 }] }, place: '/risks/0', says: /same rate 0.1/ },
  { name: 'a swapped rate range', input: { risks: [{ ...unrated, rateLow: 1, rateHigh: 0.1 }] }, place: '/risks/0', says: /rateLow of 1 above its rateHigh/ },
  { name: 'a max at the low end', input: { risks: [{ ...good, max: 1e4 }] }, place: '/risks/0', says: /at or below its low/ },
  { name: 'two risks of one id', input: { risks: [good, good] }, place: '/risks/1', says: /twice/ },
  { name: 'an empty id', input: { risks: [{ ...good, id: ' ' }] }, place: '/risks/0', says: /no id/ },
  { name: 'an unknown id in a common cause', input: { risks: [good], commonCauses: [{ id: 'c', rate: 0.1, riskIds: ['x'] }] }, place: '/commonCauses/0', says: /"x", which is not among the risks/ },
  { name: 'a common cause above the rate of its risk', input: { risks: [good], commonCauses: [{ id: 'c', rate: 0.4, riskIds: ['r'] }] }, place: '/commonCauses/0', says: /above its own 0.3/ },
  { name: 'common causes above the rate of a risk together', input: { risks: [good], commonCauses: [{ id: 'c', rate: 0.2, riskIds: ['r'] }, { id: 'd', rate: 0.2, riskIds: ['r'] }] }, place: '/commonCauses/1', says: /above its own 0.3/ },
  { name: 'a common cause without risks', input: { risks: [good], commonCauses: [{ id: 'c', rate: 0.1, riskIds: [] }] }, place: '/commonCauses/0', says: /names no risk/ },
  { name: 'a common cause that names a risk twice', input: { risks: [good], commonCauses: [{ id: 'c', rate: 0.1, riskIds: ['r', 'r'] }] }, place: '/commonCauses/0', says: /twice/ },
  { name: 'a percentile in percent', input: { risks: [good], percentiles: [95] }, place: '/percentiles/0', says: /write the 95th as 0.95/ },
  { name: 'a negative threshold', input: { risks: [good], thresholds: [-1] }, place: '/thresholds/0', says: /threshold -1/ },
  { name: 'insurance without a limit', input: { risks: [good], insurance: { retention: 1, limit: 0 } }, place: '/insurance', says: /limit of zero/ },
  { name: 'insurance of an unknown risk', input: { risks: [good], insurance: { retention: 1, limit: 1, riskIds: ['x'] } }, place: '/insurance', says: /"x"/ },
];

describe(inputRefusals, () => {
  test.each(cases)('refuses $name in one sentence at its place', ({ input, place, says }) => {
    const refusals = inputRefusals(input);
    expect(refusals).toEqual([{ place, sentence: expect.stringMatching(says) }]);
    expect(refusals[0]?.sentence).toMatch(/^[A-Z].*, so [^.]*(\.\d[^.]*)*\.$/);
    expect(assessPortfolio(input)).toEqual({ kind: 'refused', refusals });
  });

  test('says everything that is wrong at once, in the order of the input', () => {
    const refusals = inputRefusals({ risks: [{ ...good, rate: 0, low: -1 }, { ...good, high: 1e4 }], thresholds: [Number.NaN] });
    expect(refusals.map(({ place }) => place)).toEqual(['/risks/0', '/risks/0', '/risks/1', '/risks/1', '/thresholds/0']);
  });

  test('takes a common cause that is the whole rate of its risk', () => {
    expect(inputRefusals({ risks: [good], commonCauses: [{ id: 'c', rate: 0.3, riskIds: ['r'] }] })).toEqual([]);
  });
});
