import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#core/time.ts';
import { layoutEvidenceStrip, TICK_WIDTH } from '#web/charts/evidence-strip/layout.ts';

const frame = { width: 400, rowHeight: 26, axisHeight: 20, markAt: 0.5, asOf: '2026-11-21' };
const day = fc.integer({ min: 0, max: 700 }).map((back) => addDays('2026-11-21', -back));
const row = fc.record({ pieces: fc.array(fc.record({ at: day, seen: fc.boolean() }), { maxLength: 30 }), decidedAt: fc.option(day) });

test('ticks of one row never cover each other, stay in the picture and in the order of their days', () => {
  fc.assert(fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
    const layout = layoutEvidenceStrip(rows, frame);
    for (const [index, { ticks }] of layout.rows.entries()) {
      expect(ticks).toHaveLength(rows[index]?.pieces.length ?? -1);
      for (const [at, tick] of ticks.entries()) {
        expect(tick.x).toBeGreaterThanOrEqual(0);
        expect(tick.x + TICK_WIDTH).toBeLessThanOrEqual(frame.width);
        const before = ticks[at - 1];
        if (before !== undefined) expect(tick.x - before.x).toBeGreaterThanOrEqual(TICK_WIDTH + 1);
      }
    }
  }), { seed: 20_261_121 });
});

test('a tick that nothing crowds stands on its day, and is filled where the piece was seen', () => {
  const { rows: [placed] } = layoutEvidenceStrip([{ pieces: [{ at: '2026-11-21', seen: true }, { at: '2025-11-21', seen: false }], decidedAt: '2026-05-23' }], frame);
  expect(placed?.ticks.map(({ seen }) => seen)).toEqual([false, true]);
  expect(placed?.ticks[0]?.x).toBeCloseTo(10 - TICK_WIDTH / 2);
  expect(placed?.ticks[1]?.x).toBeCloseTo(390 - TICK_WIDTH / 2);
  expect(placed?.decided).toBeCloseTo(10 + (380 * 183) / 365);
});
