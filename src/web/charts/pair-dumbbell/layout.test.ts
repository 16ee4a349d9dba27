import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutPairDumbbell } from '#web/charts/pair-dumbbell/layout.ts';
import { textBox } from '#web/charts/text-fit.ts';

const frame = (width: number) => ({ width, rowHeight: 26, axisHeight: 20, markAt: 0.5 });
const amounts = fc.option(fc.double({ min: 0, max: 1e7, noNaN: true }), { nil: null });

test('one unit is equally wide in every row, from zero, and nothing leaves the drawing', () => {
  fc.assert(fc.property(fc.array(fc.record({ open: amounts, filled: amounts }), { maxLength: 10 }), fc.integer({ min: 120, max: 1_200 }), (pairs, width) => {
    const layout = layoutPairDumbbell(pairs, frame(width));
    layout.rows.forEach((row, index) => {
      for (const part of ['open', 'filled'] as const) {
        const [amount, x] = [pairs[index]?.[part] ?? null, row[part]];
        expect(x === null).toBe(amount === null);
        if (x === null || amount === null) continue;
        expect(x).toBeCloseTo(10 + amount * layout.pixelsPerUnit, 6);
        expect(x).toBeLessThanOrEqual(width);
      }
    });
    for (const { label } of layout.ticks) {
      expect(textBox(label).left).toBeGreaterThanOrEqual(0);
      expect(textBox(label).left + textBox(label).width).toBeLessThanOrEqual(width + 0.01);
    }
  }));
});

test('what is not measured has no mark, and no rows are no marks', () => {
  expect(layoutPairDumbbell([{ open: null, filled: 4 }], frame(220)).rows).toEqual([{ y: 33, open: null, filled: 210 }]);
  expect(layoutPairDumbbell([], frame(220)).rows).toEqual([]);
});
