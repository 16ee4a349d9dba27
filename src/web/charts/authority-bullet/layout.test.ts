import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  layoutAuthorityBullet, type BulletLayout, type BulletRow, type BulletSeries,
} from '#web/charts/authority-bullet/layout.ts';
import { overlaps, textBox, type PlacedText } from '#web/charts/text-fit.ts';

const row = (name: string, limit: number | null, more: Partial<BulletRow> = {}): BulletRow => ({
  key: name, name, note: 'Head of Identity, one step up', limit, unlimited: false, canDecide: false,
  value: limit === null ? 'no authority recorded here' : `up to $${limit / 1e6}M`, ...more,
});
const seriesOf = (low: number, high: number, rows: readonly BulletRow[]): BulletSeries => ({
  range: { low, high, label: `90% range of one loss: $${low / 1e6}M to $${high / 1e6}M` },
  rows,
  tick: (value) => `$${value / 1e6}M`,
});
const sample = seriesOf(600_000, 9_800_000, [
  row('M. Lindqvist', 1_000_000),
  row('T. Abara', 12_000_000, { canDecide: true }),
  row('J. Castellanos', null, { unlimited: true, canDecide: true, value: 'no limit stated' }),
  row('L. Moreau', null),
]);

function texts(layout: BulletLayout): PlacedText[] {
  const band = layout.band === null ? [] : [layout.band.label];
  return [...band, ...layout.ticks.map((tick) => tick.label), ...layout.rows.flatMap((placed) => [placed.name, ...placed.note, placed.value])];
}

test('a bar is as long as the limit on one linear axis from zero', () => {
  const layout = layoutAuthorityBullet(sample, 640);
  const [owner, able] = layout.rows;
  expect(owner?.bar?.width).toBeCloseTo(1_000_000 * layout.pixelsPerUnit, 6);
  expect(able?.bar?.width).toBeCloseTo(12_000_000 * layout.pixelsPerUnit, 6);
  expect((layout.band?.width ?? 0) / 9_200_000).toBeCloseTo(layout.pixelsPerUnit, 9);
});

test('a limit below the high end ends left of the high end, and one above it ends right of it', () => {
  const layout = layoutAuthorityBullet(sample, 640);
  const high = (layout.band?.x ?? 0) + (layout.band?.width ?? 0);
  const ends = layout.rows.map((placed) => (placed.bar === null ? null : placed.bar.x + placed.bar.width));
  expect(ends[0]).toBeLessThan(high);
  expect(ends[1]).toBeGreaterThan(high);
});

test('a grant without a stated limit has an open end at the edge of the plot', () => {
  const layout = layoutAuthorityBullet(sample, 640);
  const bar = layout.rows[2]?.bar;
  expect(bar?.open).toBe(true);
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBe(layout.plot.right);
});

test('a limit far beyond the range is clipped and open, and does not squeeze the range', () => {
  const layout = layoutAuthorityBullet(seriesOf(1e5, 4e5, [row('Board', 50_000_000, { canDecide: true })]), 640);
  expect(layout.rows[0]?.bar?.open).toBe(true);
  expect(layout.band?.width).toBeGreaterThan(100);
});

test('nobody without authority gets a bar', () => {
  expect(layoutAuthorityBullet(sample, 640).rows[3]?.bar).toBeNull();
});

test('without a range there is no band and the limits still share one axis', () => {
  const layout = layoutAuthorityBullet({ ...sample, range: null }, 640);
  expect(layout.band).toBeNull();
  expect(layout.rows[0]?.bar?.width).toBeCloseTo(1_000_000 * layout.pixelsPerUnit, 6);
});

test('no two labels overlap and everything stays in the box, at any width and for any names', () => {
  const name = fc.string({ minLength: 1, maxLength: 40 });
  const anyRow = fc.record({
    key: fc.uuid(), name, note: fc.string({ maxLength: 60 }), value: fc.string({ minLength: 1, maxLength: 40 }),
    limit: fc.option(fc.integer({ min: 0, max: 500_000_000 })), unlimited: fc.boolean(), canDecide: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 280, max: 1200 }), fc.integer({ min: 1, max: 90_000_000 }), fc.integer({ min: 1, max: 9_000_000 }),
      fc.array(anyRow, { maxLength: 7 }),
      (width, span, low, rows) => {
        const layout = layoutAuthorityBullet(seriesOf(low, low + span, rows), width);
        const boxes = texts(layout).filter((placed) => placed.text !== '').map(textBox);
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(-0.01);
          expect(box.left + box.width).toBeLessThanOrEqual(width + 0.01);
          expect(box.top + box.height).toBeLessThanOrEqual(layout.height);
          for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
        }
        const high = (layout.band?.x ?? 0) + (layout.band?.width ?? 0);
        for (const { top, height } of layout.band?.strips ?? []) {
          for (const box of boxes) expect(overlaps(box, { left: high - 1, top, width: 2, height })).toBe(false);
        }
        for (const placed of layout.rows) {
          if (placed.bar === null) continue;
          expect(placed.bar.x + placed.bar.width).toBeLessThanOrEqual(layout.plot.right + 0.01);
          for (const box of boxes) expect(overlaps(box, { left: placed.bar.x, top: placed.bar.y, width: placed.bar.width, height: placed.bar.height })).toBe(false);
        }
      },
    ),
    { seed: 20_261_121, numRuns: 300 },
  );
});
