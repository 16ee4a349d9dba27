import { expect, test } from 'vitest';
import { yearLimitWords } from '#core/picture/sentences/year-limit-words.ts';

test('the limits of a grant on the year are one sentence, and what is not in money is said', () => {
  const limits = { expectedAnnualLoss: 250_000, points: [{ above: 1e6, atMost: 0.05 }, { above: 5e6, atMost: 0.01 }] };
  expect(yearLimitWords(limits, 'USD')).toBe(
    'On each risk, on everything held together and on each common cause: at most $250,000 a year on average, a 5% chance of a year above $1 million and a 1% chance of a year above $5 million. A risk without a range in money is outside it.',
  );
  expect(yearLimitWords({ singleEvent: 4e5, harms: [{ unit: 'people', atMost: 3 }], unquantified: true }, 'EUR')).toBe(
    'On each risk, on everything held together and on each common cause: at most €400,000 for one loss and 3 people. Risks without a range in money may be decided too.',
  );
  expect(yearLimitWords({}, 'USD')).toBe('');
});
