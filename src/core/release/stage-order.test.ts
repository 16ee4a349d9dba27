import { expect, it } from 'vitest';
import { stageOrder } from '#core/release/stage-order.ts';

it('stages of several processes stand in one order that is true to each', () => {
  expect(stageOrder([['build', 'test', 'review', 'operate'], ['assessment', 'operate'], ['design', 'build', 'deploy', 'operate']])).toEqual(
    ['assessment', 'design', 'build', 'test', 'review', 'deploy', 'operate'],
  );
});

it('where two processes contradict each other the first one counts', () => {
  expect(stageOrder([['a', 'b'], ['b', 'a']])).toEqual(['a', 'b']);
  expect(stageOrder([])).toEqual([]);
});
