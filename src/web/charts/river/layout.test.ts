import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#core/time.ts';
import { layoutRiver } from '#web/charts/river/layout.ts';
import { overlaps, textBox } from '#web/charts/text-fit.ts';

const rows = fc.array(fc.record({ found: fc.nat(5_000), fixed: fc.nat(5_000), open: fc.nat(90_000) }), { minLength: 1, maxLength: 26 })
  .map((list) => list.map((row, index) => ({ week: addDays('2026-05-25', 7 * index), ...row })));

it('every label of the river stays within its panel, and the labels of the lines apart', () => {
  fc.assert(fc.property(rows, fc.boolean(), fc.integer({ min: 280, max: 1_400 }), (weeks, running, width) => {
    const whole = running ? weeks.length - 1 : weeks.length;
    const { flow, open, left, right, last } = layoutRiver(weeks, whole, width);
    for (const [panel, labels] of [[flow, flow.labels], [open, [...open.labels, ...open.weekTicks.map(({ label }) => label)]]] as const) {
      for (const { left: x, top, width: wide, height } of [...labels, ...panel.ticks.map(({ label }) => label)].map(textBox)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + wide).toBeLessThanOrEqual(width + 1);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top + height).toBeLessThanOrEqual(panel.height + 1);
      }
    }
    const [, found, fixed] = flow.labels.map(textBox);
    if (found !== undefined && fixed !== undefined) expect(overlaps(found, fixed)).toBe(false);
    expect(right).toBeGreaterThan(left);
    expect(flow.points.filter(({ week }) => week)).toHaveLength(whole);
    expect(open.points).toHaveLength(weeks.length);
    for (const { at, found: up, fixed: down } of flow.points) {
      expect(at).toBeLessThanOrEqual(last);
      expect(Math.max(up, down)).toBeLessThanOrEqual(flow.most);
    }
    for (const point of open.points) expect(point.open).toBeLessThanOrEqual(open.most);
  }));
});

it('is hatched exactly where more is found than fixed, and the hatching ends where the lines cross', () => {
  fc.assert(fc.property(rows, (weeks) => {
    const { points } = layoutRiver(weeks, weeks.length, 700).flow;
    for (const { found, fixed, more: [from, to], week } of points) {
      expect(from).toBe(fixed);
      expect(to - from).toBeCloseTo(Math.max(0, found - fixed), 6);
      if (!week) expect(found).toBe(fixed);
    }
    points.slice(1).forEach((point, index) => {
      const before = points[index];
      if (before !== undefined) expect((before.found - before.fixed) * (point.found - point.fixed)).toBeGreaterThanOrEqual(0);
    });
  }));
});

it('one running week has a level and no pace yet', () => {
  const { flow, open } = layoutRiver([{ week: '2026-11-16', found: 2, fixed: 0, open: 7 }], 0, 500);
  expect(flow.points).toEqual([]);
  expect(flow.labels.map(({ text }) => text)).toEqual(['Found and fixed a week']);
  expect(open.points).toEqual([{ at: 0, open: 7 }]);
});
