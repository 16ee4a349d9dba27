import { expect, test } from 'vitest';
import { whoFixed } from '#core/release/who-fixed.ts';
import { stepRows } from '#core/release/step-medians.ts';
import { describeFixes } from '#web/charts/pair-dumbbell/describe-fixes.ts';
import { describeSteps } from '#web/charts/pair-dumbbell/describe-steps.ts';

const answer = whoFixed([
  { introducedTeamId: 'b', fixedTeamId: 'a', fixed: true, count: 6 }, { introducedTeamId: 'a', fixedTeamId: 'a', fixed: true, count: 3 },
], (id) => id);
const releases = (id: string): number => (id === 'a' ? 60 : 9);

test('a rate needs ten releases; below them it is no rate and no zero', () => {
  const words = describeFixes(answer, 'per-100', releases, (id) => id, 'All services');
  expect(words.pairs).toEqual([{ open: 5, filled: 15 }, { open: null, filled: null }]);
  expect(words.data.rows[1]?.map(({ value }) => value)).toEqual(['b', 6, 0, 0, 9, null, null]);
  expect(words.alt).toContain('a introduced 5 and fixed 15; b introduced fewer than ten releases');
});

test('counts, rows and words are of the same teams in the order of names', () => {
  const words = describeFixes(answer, 'count', releases, (id) => id, 'All services');
  expect(words.pairs).toEqual([{ open: 3, filled: 9 }, { open: 6, filled: 0 }]);
  expect(words.data.rows.map(([name]) => name?.value)).toEqual(['a', 'b']);
  expect(words.headline).toBe('Of 9 fixes 9 name a team; 3 were made by the team that introduced the defect');
});

test('the steps say which wait was the longest, and what has no case is no zero', () => {
  const none = { days: null, cases: 0 };
  const span = { shippedToFound: { days: 20, cases: 9 }, foundToTold: { days: 41, cases: 12 }, toldToDecided: none, decidedToFixed: none, foundToFixed: { days: 90, cases: 30 } };
  const before = { ...span, foundToTold: none };
  const words = describeSteps(stepRows(before, span), 'Payments', { from: '2026-05-24', to: '2026-11-21' }, { from: '2025-11-23', to: '2026-05-23' });
  expect(words.headline).toBe('The longest wait of the last half year was from found to told: half took 41 days or more (12 cases)');
  expect(words.data.rows.map((row) => row.map(({ value }) => value))).toEqual([
    ['Shipped to found', 20, 9, 20, 9], ['Found to told', null, 0, 41, 12], ['Told to decided', null, 0, null, 0], ['Decided to fixed', null, 0, null, 0], ['Found to fixed, all', 90, 30, 90, 30],
  ]);
  const empty = { ...span, shippedToFound: none, foundToTold: none };
  expect(describeSteps(stepRows(empty, empty), 'Payments', { from: '2026-05-24', to: '2026-11-21' }, { from: '2025-11-23', to: '2026-05-23' }).headline).toBe('No finding took a step from release to fix in the last half year');
});
