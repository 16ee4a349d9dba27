import { expect, test } from 'vitest';
import type { LimitTest } from '#core/authority/limit-test.ts';
import { foundWords, limitOfTestWords, limitWords, nearLimitWords, percent } from '#core/flags/limit-words.ts';
import { viewOn, TODAY } from '#test/support/world.ts';

const view = viewOn(TODAY, 'commonCause c label="The vault opens" rate=0.1 riskIds=[r]', 'policy policy currency=USD');
const about = (fields: Partial<LimitTest>): LimitTest => ({
  on: 'risk', commonCauseId: null, measure: 'expected-annual-loss', above: null, unit: null, limit: 250_000, value: 593_000,
  result: 'exceeds', why: null, covers: 1, notInMoney: 0, ...fields,
});

test.each([
  ['an average above', {}, 'This risk comes to $590,000 a year on average; the limit is $250,000, $340,000 above.'],
  ['an average inside', { value: 46_000, result: 'within' }, 'This risk comes to $46,000 a year on average; the limit is $250,000, $200,000 inside.'],
  ['an average that rounding would put on the other side', { value: 250_400 }, 'This risk comes to $250,400 a year on average; the limit is $250,000, $400 above.'],
  ['exactly the limit', { value: 250_000, result: 'within' }, 'This risk comes to $250,000 a year on average; the limit is $250,000, $0 inside.'],
  ['a chance above', { measure: 'year-above', above: 5e6, limit: 0.01, value: 0.0288 }, 'This risk has a chance of 2.9% of a year above $5 million; the limit is 1%, 1.9 percentage points above.'],
  ['a chance that rounding would put on the other side', { measure: 'year-above', above: 5e6, limit: 0.01, value: 0.010_04 }, 'This risk has a chance of 1.004% of a year above $5 million; the limit is 1%, 0.004 percentage points above.'],
  ['a chance one point inside', { measure: 'year-above', above: 1e6, limit: 0.05, value: 0.04, result: 'within' }, 'This risk has a chance of 4% of a year above $1 million; the limit is 5%, 1 percentage point inside.'],
  ['one loss', { measure: 'single-event', limit: 1e7, value: 4e7 }, 'One loss of this risk may reach $40 million; the limit is $10 million, $30 million above.'],
  ['a harm', { measure: 'harm', unit: 'people', limit: 3, value: 40 }, 'One event of this risk may reach 40 people; the limit is 3 people, 37 above.'],
  ['the book', { on: 'book', covers: 3, notInMoney: 2 }, 'Everything with nora (3 risks, 2 more not in money) comes to $590,000 a year on average; the limit is $250,000, $340,000 above.'],
  ['a cause', { on: 'common-cause', commonCauseId: 'c', covers: 4 }, 'Everything hit by “The vault opens” (4 risks) comes to $590,000 a year on average; the limit is $250,000, $340,000 above.'],
  ['a cause that cannot be tested', { on: 'common-cause', commonCauseId: 'c', value: null, result: 'cannot-test', why: 'how often it happens is not on the record' }, 'Everything hit by “The vault opens” (1 risk) cannot be tested: how often it happens is not on the record.'],
  ['no money', { measure: 'in-money', limit: null, value: null, result: 'cannot-test', why: 'No range in money is on the record.' }, 'The limits of the grant are in money, and this risk is not. No range in money is on the record.'],
] satisfies readonly [string, Partial<LimitTest>, string][])('%s is one sentence with the margin', (_, fields, sentence) => {
  expect(limitWords(view, 'nora', about(fields))).toBe(sentence);
});

test('a limit is named as a grant states it', () => {
  expect(limitOfTestWords(view, about({}))).toBe('$250,000 a year on average');
  expect(limitOfTestWords(view, about({ measure: 'year-above', above: 1e6, limit: 0.05 }))).toBe('a chance of 5% of a year above $1 million');
  expect(limitOfTestWords(view, about({ measure: 'single-event', limit: 4e5 }))).toBe('$400,000 for one loss');
  expect(limitOfTestWords(view, about({ measure: 'harm', unit: 'people', limit: 3 }))).toBe('3 people');
  expect(limitOfTestWords(view, about({ measure: 'in-money', limit: null }))).toBe('risks in money');
  expect(foundWords(view, 'nora', about({ measure: 'in-money', limit: null, value: null }))).toBe('this risk is not in money');
});

test('near the limit is a notice about information', () => {
  expect(nearLimitWords(view, { limit: 130_000, chance: 0.133 })).toBe(
    "Within the limit on the record's figure; the ranges leave a chance of 13% that the true average year is above $130,000. Narrower ranges would tell.",
  );
  expect([0.05, 0.0123, 1].map(percent)).toEqual(['5%', '1.2%', '100%']);
});
