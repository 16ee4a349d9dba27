import { describe, expect, test } from 'vitest';
import type { LossRow } from '#core/picture/loss-row.ts';
import { rangeScoreOf, rangeScoreWords } from '#core/picture/range-score.ts';
import { aPicture } from '#test/support/arbitrary-picture.ts';

const loss = (id: string, amount: number, estimatedBy: string | null): LossRow => ({
  id, label: id, riskId: 'r', riskLabel: 'r', at: '2026-10-01', amount, range: { low: 100, high: 900, estimatedBy }, inside: amount >= 100 && amount <= 900,
});

describe('ranges held against what was lost', () => {
  const picture = { ...aPicture(), losses: [loss('a', 500, 'nora'), loss('b', 1000, 'nora'), loss('c', 500, 'omar'), loss('d', 500, null), { ...loss('e', 5, 'nora'), range: null, inside: null }] };

  test('count only losses under ranges that this person stated', () => {
    const score = rangeScoreOf(picture, 'nora');
    expect(score?.losses.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(score?.inside).toBe(1);
    expect(score === undefined ? '' : rangeScoreWords(picture, 'nora', score)).toBe(
      'Two recorded losses fell under ranges stated by nora: 1 was inside. Of 2, a 90% range should hold 1.8 on average; 2 are too few to tell.',
    );
    expect(rangeScoreOf(picture, 'pia')).toBeUndefined();
  });

  test('say how likely so few are, once there are enough to tell', () => {
    const many = { ...picture, losses: Array.from({ length: 10 }, (_, index) => loss(`l${index}`, index < 6 ? 500 : 5000, 'nora')) };
    const score = rangeScoreOf(many, 'nora');
    expect(score === undefined ? '' : rangeScoreWords(many, 'nora', score)).toBe(
      '10 recorded losses fell under ranges stated by nora: 6 were inside. Of 10, a 90% range should hold 9 on average; 6 or fewer has a chance of 1.3%.',
    );
  });
});
