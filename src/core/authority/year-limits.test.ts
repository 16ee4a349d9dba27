import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuthorityLimits } from '#core/record/entities.ts';
import { indexRecord } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import type { LimitTest } from '#core/authority/limit-test.ts';
import { firstFailure, hasYearLimits, limitTests, nearLimit } from '#core/authority/year-limits.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

const rated = 'risk r exposure={"low":10k,"high":400k,"rateLow":0.1,"rateHigh":0.8}';
const second = 'risk r2 serviceIds=[shop] ownerId=nora openedAt=2026-06-25 exposure={"low":10k,"high":400k,"rateLow":0.1,"rateHigh":0.8}';

function tests(limits: AuthorityLimits, ...changes: readonly string[]): readonly LimitTest[] {
  const index = indexOn(TODAY, ...changes);
  const risk = index.view.risks.get('r');
  if (risk === undefined) throw new Error('the small company has a risk r');
  return [...limitTests(index, 'nora', risk, limits)];
}

const said = (found: readonly LimitTest[]): string[] => found.map(({ on, measure, result }) => `${on} ${measure} ${result}`);

describe('limits on the year', () => {
  test('are tested on the risk, on the book and on each cause that hits it', () => {
    const limits = { expectedAnnualLoss: 1e6, points: [{ above: 1e6, atMost: 0.5 }], singleEvent: 1e6 };
    const cause = 'commonCause c rate=0.05 riskIds=[r]';
    expect(said(tests(limits, rated, second, cause, 'commonCause d rate=0.05 riskIds=[r2]'))).toEqual([
      'risk single-event within',
      'risk expected-annual-loss within', 'book expected-annual-loss within', 'common-cause expected-annual-loss within',
      'risk year-above within', 'book year-above within', 'common-cause year-above within',
    ]);
  });

  test.each([
    ['none is stated', {}, []],
    ['an empty curve', { points: [] }, []],
    ['only leave for what is not in money', { unquantified: true }, []],
  ] satisfies readonly [string, AuthorityLimits, string[]][])('there is nothing to test where %s', (_, limits, expected) => {
    expect(said(tests(limits, rated))).toEqual(expected);
    expect(hasYearLimits({ id: 'g', granteeId: 'nora', grantorId: 'ROOT', limits })).toBe(false);
  });

  test('the book is what the person holds that is open, with this risk whoever holds it', () => {
    const covers = (...changes: readonly string[]): readonly number[] => tests({ expectedAnnualLoss: 1e6 }, rated, ...changes).flatMap(({ on, covers: n, notInMoney }) => (on === 'book' ? [n, notInMoney] : []));
    expect(covers()).toEqual([1, 0]);
    expect(covers(second)).toEqual([2, 0]);
    expect(covers(second, 'risk r2 closedAt=2026-06-29')).toEqual([1, 0]);
    expect(covers(second, 'risk r2 ownerId=tom')).toEqual([1, 0]);
    expect(covers(second, 'risk r2 ownerId=chair')).toEqual([2, 0]);
    expect(covers(second, 'risk r2 exposure=-')).toEqual([1, 1]);
    expect(covers(second, 'risk r ownerId=tom')).toEqual([2, 0]);
  });

  test('two risks of one book under one cause have one cause among them, and the mean of the book is their sum', () => {
    const [alone] = tests({ expectedAnnualLoss: 1e6 }, rated);
    const book = (...more: readonly string[]) => tests({ expectedAnnualLoss: 1e6, points: [{ above: 5e5, atMost: 1 }] }, rated, second, ...more).filter(({ on }) => on === 'book');
    const [mean, chance] = book();
    const [sharedMean, sharedChance] = book('commonCause c rate=0.3 riskIds=[r,r2]');
    expect(mean?.value).toBeCloseTo(2 * (alone?.value ?? 0), 6);
    expect(sharedMean?.value).toBeCloseTo(mean?.value ?? 0, 6);
    expect(sharedChance?.value).toBeGreaterThan((chance?.value ?? 1) * 1.02);
  });

  test('a cap on one loss counts, in the single event and in the average', () => {
    const capped = 'risk r exposure={"low":10k,"high":400k,"rateLow":0.1,"rateHigh":0.8,"max":200k}';
    const [event, mean] = tests({ expectedAnnualLoss: 1, singleEvent: 2e5 }, capped);
    expect(event).toMatchObject({ value: 200_000, result: 'within' });
    expect(mean?.value).toBeLessThan(30_000);
  });

  test('another currency is not put beside a limit', () => {
    const euro = 'risk r exposure={"low":10k,"high":400k,"rateLow":0.1,"rateHigh":0.8,"currency":"EUR"}';
    expect(tests({ expectedAnnualLoss: 1e6 }, euro)).toMatchObject([{ measure: 'in-money', result: 'cannot-test', value: null, why: 'The size is stated in EUR, and the record is kept in USD.' }]);
  });

  test('near: a chance of one in ten that the true average year is above the limit is worth saying, one in twenty is not', () => {
    const index = indexOn(TODAY, rated);
    const risk = index.view.risks.get('r');
    if (risk === undefined) throw new Error('the small company has a risk r');
    const near = (limit: number) => nearLimit(index, risk, { expectedAnnualLoss: limit })?.chance;
    expect(near(75_000)).toBeCloseTo(0.1003, 2);
    expect(near(76_500)).toBeUndefined();
    expect(near(95_000)).toBeUndefined();
    expect(near(33_546)).toBeCloseTo(0.5, 2);
    expect(nearLimit(index, risk, {})).toBeUndefined();
  });

  test('for any record the test that decides fails exactly where one of all tests is not within', () => {
    fc.assert(fc.property(arbitraryEntries, (entries) => {
      const index = indexRecord(viewAsOf(entries, '2026-11-21'));
      for (const risk of index.view.risks.values()) {
        for (const grant of index.view.grants.values()) {
          const all = [...limitTests(index, grant.granteeId, risk, grant.limits ?? {})];
          const failure = firstFailure(index, grant.granteeId, risk, grant);
          expect(failure !== undefined).toBe(all.some(({ result }) => result !== 'within'));
          if (all.some(({ result }) => result === 'exceeds') && !all.some(({ measure }) => measure === 'in-money')) expect(failure?.result).toBe('exceeds');
        }
      }
    }), { seed: 20_261_121, numRuns: 40 });
  }, 60_000);
});
