import { expect, test } from 'vitest';
import { fitText, overlaps, textBox, textWidth, wrapText } from '#web/charts/text-fit.ts';

test('text that fits stays whole', () => {
  expect(fitText('T. Abara', 200, 13)).toBe('T. Abara');
});

test('text that does not fit ends in an ellipsis inside the width', () => {
  const fitted = fitText('Head of Identity and Access Management, Northern Region', 120, 13);
  expect(fitted.endsWith('…')).toBe(true);
  expect(textWidth(fitted, 13)).toBeLessThanOrEqual(120);
});

test('bold text is wider than plain text', () => {
  expect(textWidth('limit', 13, true)).toBeGreaterThan(textWidth('limit', 13));
});

test('boxes that only touch do not overlap', () => {
  const left = { left: 0, top: 0, width: 10, height: 10 };
  expect(overlaps(left, { ...left, left: 10 })).toBe(false);
  expect(overlaps(left, { ...left, left: 9 })).toBe(true);
});

test('the box of a line reaches above and below its baseline', () => {
  const box = textBox({ text: 'g', x: 5, baseline: 20, size: 10, bold: false });
  expect(box.top).toBe(12);
  expect(box.top + box.height).toBeGreaterThan(20);
});

test('wrapped text keeps every word while it fits, and never more lines than asked', () => {
  const text = '91 days known to somebody, not yet to the decision owner';
  expect(wrapText(text, 1000, 13)).toEqual([text]);
  const lines = wrapText(text, 240, 13, true);
  expect(lines).toHaveLength(2);
  expect(lines.join(' ')).toBe(text);
  for (const line of wrapText(text, 90, 13, true)) expect(textWidth(line, 13, true)).toBeLessThanOrEqual(90);
});
