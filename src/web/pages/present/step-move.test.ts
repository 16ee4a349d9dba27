import { expect, test } from 'vitest';
import { stepMove } from '#web/pages/present/step-move.ts';

test('arrow keys and the keys of a clicker move one step, and stop at both ends', () => {
  expect(stepMove('ArrowRight', 2, 6)).toEqual({ kind: 'step', step: 3 });
  expect(stepMove('PageDown', 0, 6)).toEqual({ kind: 'step', step: 1 });
  expect(stepMove('ArrowLeft', 2, 6)).toEqual({ kind: 'step', step: 1 });
  expect(stepMove('PageUp', 5, 6)).toEqual({ kind: 'step', step: 4 });
  expect(stepMove('ArrowRight', 5, 6)).toBeUndefined();
  expect(stepMove('ArrowLeft', 0, 6)).toBeUndefined();
});

test('Home and End go to the ends, F to the whole screen, Escape out, and any other key stays the browser’s', () => {
  expect(stepMove('End', 1, 6)).toEqual({ kind: 'step', step: 5 });
  expect(stepMove('Home', 4, 6)).toEqual({ kind: 'step', step: 0 });
  expect(stepMove('F', 0, 6)).toEqual({ kind: 'screen' });
  expect(stepMove('Escape', 0, 6)).toEqual({ kind: 'leave' });
  for (const key of ['Tab', 'Enter', ' ', 'a', 'ArrowDown']) expect(stepMove(key, 2, 6)).toBeUndefined();
});
