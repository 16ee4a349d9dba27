import { expect, test } from 'vitest';
import { describeAuthorityBullet } from '#web/charts/authority-bullet/describe.ts';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';

const picture = smallPicture();
const words = (changes: Parameters<typeof smallRisk>[1] = {}): ReturnType<typeof describeAuthorityBullet> =>
  describeAuthorityBullet(picture, smallRisk('R-1', changes));

test('the headline names the lowest person whose authority reaches the high end', () => {
  expect(words().headline).toBe('The authority of T. Abara is the lowest that reaches the $9.8M high end');
});

test('where a limit of one loss reaches and another limit does not, the high end is not what decides', () => {
  const stopped = { personId: 'castro', hops: 1, limit: 10_000_000, unlimited: false, canDecide: false, state: 'lacks' as const, unseen: 0, unseenIds: [], why: '' };
  const able = { ...stopped, personId: 'abara', hops: 2, canDecide: true, state: 'has' as const };
  expect(words({ candidates: [stopped, able] }).headline).toBe('The authority of T. Abara is the lowest that covers this decision');
});

test('an owner whose limit reaches is the headline', () => {
  const owner = { personId: 'lindqvist', hops: 0, limit: 10_000_000, unlimited: false, canDecide: true, state: 'has' as const, unseen: 0, unseenIds: [], why: '' };
  expect(words({ candidates: [owner] }).headline).toBe('The authority of M. Lindqvist reaches the $9.8M high end');
});

test('a risk without a range says that no limit can be checked and draws no band', () => {
  const described = words({ exposure: null });
  expect(described.headline).toBe('No range on the record, so no limit can be checked');
  expect(described.series.range).toBeNull();
});

test('nobody whose authority reaches is said as a fact about the record', () => {
  expect(words({ candidates: [] }).rows).toHaveLength(1);
  const short = { personId: 'castro', hops: 1, limit: 1000, unlimited: false, canDecide: false, state: 'lacks' as const, unseen: 0, unseenIds: [], why: '' };
  expect(words({ candidates: [short] }).headline).toBe('No authority on the record reaches the $9.8M high end');
});

test('an owner outside the line still stands first, with the limit of the grant', () => {
  const described = words({ candidates: [] });
  expect(described.series.rows[0]).toMatchObject({ key: 'lindqvist', limit: 1_000_000, canDecide: false, value: 'up to $1M' });
});

test('words tell no limit, a limit and no authority apart', () => {
  expect(words().series.rows.map((row) => row.value)).toEqual(['up to $1M', 'up to $12M', 'no limit stated', 'no authority here']);
});

test('more candidates than are drawn are counted and stay in the table', () => {
  const candidates = Array.from({ length: 9 }, (_, index) => ({
    personId: `p${index}`, hops: index, limit: index * 1000, unlimited: false, canDecide: false, state: 'lacks' as const, unseen: 0, unseenIds: [], why: '',
  }));
  const described = words({ ownerId: null, candidates });
  expect(described.notDrawn).toBe(3);
  expect(described.rows).toHaveLength(9);
  expect(described.series.rows).toHaveLength(6);
});
