import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearsPassing } from '#core/exposure/equally-likely-years.ts';
import { fitsWithin } from '#web/charts/money-axis.ts';
import { overlaps, textBox } from '#web/charts/text-fit.ts';
import { bestColumnCount, layoutLossDots, type LossDotsInput } from '#web/charts/loss-dots/layout.ts';

const shape = { width: 640, height: 140 };
const years = fc
  .record({ count: fc.constantFrom(20, 50), spread: fc.double({ min: 0.05, max: 3, noNaN: true }), scale: fc.double({ min: 3, max: 9, noNaN: true }), none: fc.double({ min: 0, max: 1, noNaN: true }), at: fc.double({ min: -0.2, max: 1.2, noNaN: true }), limited: fc.boolean(), seed: fc.array(fc.double({ min: -2.3, max: 2.3, noNaN: true }), { minLength: 50, maxLength: 50 }) })
  .map(({ count, spread, scale, none, at, limited, seed }): LossDotsInput => {
    const amounts = seed.slice(0, count).sort((a, b) => a - b).map((z, index) => (index < none * count * 0.6 ? 0 : 10 ** scale * Math.exp(spread * z)));
    const least = 10 ** scale * 0.02;
    const amount = Math.max(least, (amounts.at(-1) ?? 0) * at);
    const chance = amounts.filter((one) => one > amount).length / count;
    const input = { amounts, currency: 'USD', tolerance: limited ? { amount, chance, labels: ['Tolerance $10M in at most 20% of years, the board 14 Jan 2026', 'Tolerance $10M'] } : undefined };
    return { ...input, columnCount: bestColumnCount(input, shape) };
  });
const widths = fc.constantFrom(300, 640, 656, 900);

describe(layoutLossDots, () => {
  it('draws every year once, inside the drawing, none upon another', () => {
    fc.assert(fc.property(years, widths, (input, width) => {
      const { columns, radius, baseline } = layoutLossDots(input, { ...shape, width });
      expect(columns.reduce((sum, column) => sum + column.ys.length, 0)).toBe(input.amounts.length);
      const dots = columns.flatMap(({ x, ys }) => ys.map((y) => ({ x, y })));
      for (const { x, y } of dots) {
        expect(x - radius).toBeGreaterThanOrEqual(-0.01);
        expect(x + radius).toBeLessThanOrEqual(width + 0.01);
        expect(y + radius).toBeLessThanOrEqual(baseline);
      }
      for (const { years: count, ys } of columns) expect(ys).toHaveLength(count);
      const xs = columns.map(({ x }) => x);
      xs.forEach((x, index) => { if (index > 0) expect(x - (xs[index - 1] ?? 0)).toBeGreaterThanOrEqual(2 * radius - 0.01); });
      for (const { ys } of columns) ys.forEach((y, index) => { if (index > 0) expect((ys[index - 1] ?? 0) - y).toBeGreaterThanOrEqual(2 * radius - 0.01); });
    }));
  });

  it('has no dot across the tolerance, and as many above it as the chance says', () => {
    fc.assert(fc.property(years, widths, (input, width) => {
      const { columns, tolerance, radius } = layoutLossDots(input, { ...shape, width });
      if (input.tolerance === undefined || tolerance === undefined) return;
      const above = columns.filter((column) => column.above);
      expect(above.reduce((sum, column) => sum + column.years, 0)).toBe(yearsPassing(input.amounts.length, input.tolerance.chance));
      for (const { x } of above) expect(x - radius).toBeGreaterThanOrEqual(tolerance.x - 0.01);
      for (const { x, above: passes } of columns) if (!passes) expect(x + radius).toBeLessThanOrEqual(tolerance.x + 0.01);
      for (const { from, to } of columns) expect(from >= input.tolerance.amount * (1 - 1e-6) || to <= input.tolerance.amount * (1 + 1e-6)).toBe(true);
    }));
  });

  it('keeps its words inside the drawing and apart', () => {
    fc.assert(fc.property(years, widths, (input, width) => {
      const { ticks, notes, tolerance } = layoutLossDots(input, { ...shape, width });
      const words = [...ticks.map(({ label }) => label), ...notes];
      for (const label of [...words, ...(tolerance === undefined ? [] : [tolerance.label])]) expect(fitsWithin(label, width)).toBe(true);
      words.forEach((one, index) => {
        for (const other of words.slice(index + 1)) expect(overlaps(textBox(one), textBox(other))).toBe(false);
      });
    }));
  });

  it('stands years without loss apart from the axis and years beyond it under words', () => {
    const input = { amounts: [0, 0, 0, ...Array.from({ length: 16 }, (_, index) => 1e6 * (index + 1)), 9e9], currency: 'USD', tolerance: undefined };
    const { columns, notes } = layoutLossDots({ ...input, columnCount: bestColumnCount(input, shape) }, shape);
    expect(columns[0]).toMatchObject({ from: 0, to: 0, years: 3 });
    expect(columns.at(-1)).toMatchObject({ to: Infinity, years: 1 });
    expect(notes.map(({ text }) => text)).toEqual(['no loss', expect.stringMatching(/^over \$\d+/)]);
  });
});
