import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#core/time.ts';
import { layoutChangeDumbbell } from '#web/charts/change-dumbbell/layout.ts';
import { layoutKnowledgeLag, type Lag } from '#web/charts/knowledge-lag/layout.ts';
import { layoutLossIntervals } from '#web/charts/loss-intervals/layout.ts';
import { overlaps, textBox, type PlacedText } from '#web/charts/text-fit.ts';

const SEED = { seed: 20_261_121, numRuns: 300 };
const widths = fc.integer({ min: 60, max: 1200 });
const amounts = fc.double({ min: 0, max: 1e10, noNaN: true });
const intervals = fc.array(fc.tuple(amounts, amounts).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })), { maxLength: 8 });
const AS_OF = '2026-11-21';
const lags: fc.Arbitrary<readonly Lag[]> = fc.array(
  fc.record({ ago: fc.integer({ min: 0, max: 2500 }), informed: fc.double({ min: 0, max: 1, noNaN: true }), decided: fc.double({ min: 0, max: 1, noNaN: true }), running: fc.boolean(), open: fc.boolean() })
    .map(({ ago, informed, decided, running, open }): Lag => {
      const firstKnownAt = addDays(AS_OF, -ago);
      return {
        firstKnownAt,
        ownerKnewAt: running ? null : addDays(firstKnownAt, Math.floor(informed * ago)),
        decidedAt: open ? null : addDays(firstKnownAt, Math.floor(decided * ago)),
      };
    }),
  { maxLength: 8 },
);

function expectLabelsApartAndInside(ticks: readonly { label: PlacedText }[], box: { width: number; height: number }): void {
  const boxes = ticks.map((tick) => textBox(tick.label));
  for (const [index, one] of boxes.entries()) {
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.left + one.width).toBeLessThanOrEqual(box.width + 0.01);
    expect(one.top).toBeGreaterThanOrEqual(0);
    for (const other of boxes.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
  }
}

describe(layoutLossIntervals, () => {
  const frameOf = (width: number) => ({ width, rowHeight: 24, axisHeight: 20, markAt: 0.5, currency: 'USD' });

  it('draws every dollar equally wide, from zero', () => {
    const layout = layoutLossIntervals([{ low: 1e6, high: 4e6 }, { low: 0, high: 2e6 }], frameOf(400));
    expect(layout.intervals.map((one) => one.width / layout.pixelsPerUnit)).toEqual([expect.closeTo(3e6, 3), expect.closeTo(2e6, 3)]);
    expect((layout.intervals[0]?.x ?? 0) - (layout.intervals[1]?.x ?? 0)).toBeCloseTo(1e6 * layout.pixelsPerUnit, 6);
  });

  it('keeps bars and labels inside the drawing, and labels apart', () => {
    fc.assert(fc.property(intervals, widths, (rows, width) => {
      const layout = layoutLossIntervals(rows, frameOf(width));
      for (const one of layout.intervals) {
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.x + one.width).toBeLessThanOrEqual(width + 0.01);
        expect(one.width).toBeGreaterThanOrEqual(-1e-9);
        expect(one.y + 12).toBeLessThanOrEqual(layout.height);
      }
      expectLabelsApartAndInside(layout.ticks, layout);
    }), SEED);
  });
});

describe(layoutChangeDumbbell, () => {
  const frameOf = (width: number) => ({ width, rowHeight: 24, axisHeight: 20, markAt: 0.5, currency: 'EUR' });

  it('puts the mark for now right of the mark for before exactly where the money grew', () => {
    fc.assert(fc.property(fc.array(fc.record({ before: amounts, now: amounts }), { minLength: 1, maxLength: 8 }), widths, (rows, width) => {
      const layout = layoutChangeDumbbell(rows, frameOf(width));
      for (const [index, placed] of layout.changes.entries()) {
        const row = rows[index];
        if (row === undefined) throw new Error('a mark without a row');
        expect((placed.now - placed.before) / layout.pixelsPerUnit).toBeCloseTo(row.now - row.before, -2);
        for (const x of [placed.now, placed.before]) {
          expect(x - 5.5).toBeGreaterThanOrEqual(0);
          expect(x + 5.5).toBeLessThanOrEqual(width + 0.01);
        }
      }
      expectLabelsApartAndInside(layout.ticks, layout);
    }), SEED);
  });
});

describe(layoutKnowledgeLag, () => {
  const frameOf = (width: number) => ({ width, rowHeight: 24, axisHeight: 20, markAt: 0.5, asOf: AS_OF });

  it('draws every day equally wide', () => {
    const layout = layoutKnowledgeLag([
      { firstKnownAt: '2026-01-01', ownerKnewAt: '2026-04-11', decidedAt: '2026-04-21' },
      { firstKnownAt: '2026-11-01', ownerKnewAt: null, decidedAt: null },
    ], frameOf(500));
    const [first, second] = layout.lags;
    expect(((first?.reached ?? 0) - (first?.known ?? 0)) / layout.pixelsPerDay).toBeCloseTo(100, 6);
    expect(((second?.reached ?? 0) - (second?.known ?? 0)) / layout.pixelsPerDay).toBeCloseTo(20, 6);
    expect((first?.waiting?.to ?? 0) - (first?.waiting?.from ?? 0)).toBeCloseTo(10 * layout.pixelsPerDay, 6);
  });

  it('ends a lag that still runs at the right edge, and draws no decision that was not made', () => {
    const [lag] = layoutKnowledgeLag([{ firstKnownAt: '2026-05-01', ownerKnewAt: null, decidedAt: null }], frameOf(500)).lags;
    expect(lag).toMatchObject({ running: true, reached: 490, decided: null, waiting: null });
  });

  it('draws no waiting after a decision that came before the evidence', () => {
    const [lag] = layoutKnowledgeLag([{ firstKnownAt: '2026-05-01', ownerKnewAt: '2026-08-01', decidedAt: '2026-06-01' }], frameOf(500)).lags;
    expect(lag?.waiting).toBeNull();
    expect(lag?.decided).toBeLessThan(lag?.reached ?? 0);
  });

  it('keeps marks and labels inside the drawing, and labels apart', () => {
    fc.assert(fc.property(lags, widths, (rows, width) => {
      const layout = layoutKnowledgeLag(rows, frameOf(width));
      for (const [index, lag] of layout.lags.entries()) {
        const row = rows[index];
        if (row === undefined) throw new Error('a mark without a row');
        for (const x of [lag.known, lag.reached, lag.decided ?? lag.known]) {
          expect(x - 6.5).toBeGreaterThanOrEqual(0);
          expect(x + 6.5).toBeLessThanOrEqual(width + 0.01);
        }
        expect((lag.reached - lag.known) / layout.pixelsPerDay).toBeCloseTo(daysBetween(row.firstKnownAt, row.ownerKnewAt ?? AS_OF), 4);
      }
      expectLabelsApartAndInside(layout.ticks, layout);
    }), SEED);
  });
});
