import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#core/time.ts';
import { layoutRiver } from '#web/charts/river/layout.ts';
import { overlaps, textBox } from '#web/charts/text-fit.ts';

const rows = fc.array(fc.record({ found: fc.nat(5_000), fixed: fc.nat(5_000), open: fc.nat(90_000) }), { minLength: 26, maxLength: 26 })
  .map((list) => list.map((row, index) => ({ week: addDays('2026-05-25', 7 * index), ...row })));

it('every label and mark of the river stays within the drawing, and the labels of the lines apart', () => {
  fc.assert(fc.property(rows, fc.constantFrom(25, 26), fc.integer({ min: 280, max: 1_400 }), (weeks, whole, width) => {
    const layout = layoutRiver(weeks, whole, width);
    const boxes = [...layout.labels, ...layout.weekTicks.map(({ label }) => label), ...[...layout.flowTicks, ...layout.openTicks].map(({ label }) => label)].map(textBox);
    for (const { left, top, width: wide, height } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + wide).toBeLessThanOrEqual(width + 1);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + height).toBeLessThanOrEqual(layout.height + 1);
    }
    const [, , found, fixed] = layout.labels.map(textBox);
    if (found !== undefined && fixed !== undefined) expect(overlaps(found, fixed)).toBe(false);
    for (const { x, y } of [...layout.found, ...layout.fixed, ...layout.open]) {
      expect(x).toBeGreaterThanOrEqual(layout.left);
      expect(x).toBeLessThanOrEqual(layout.right + 0.01);
      expect(y).toBeLessThanOrEqual(layout.openBase);
    }
    expect(layout.found).toHaveLength(whole);
    expect(layout.open).toHaveLength(26);
  }));
});
