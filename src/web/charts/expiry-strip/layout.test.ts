import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#core/time.ts';
import { layoutExpiryStrip } from '#web/charts/expiry-strip/layout.ts';
import { overlaps, textBox } from '#web/charts/text-fit.ts';

const AS_OF = '2026-11-21';
const frame = (width: number) => ({ width, rowHeight: 26, axisHeight: 20, markAt: 0.5 });
const marks = fc.array(fc.option(fc.integer({ min: -900, max: 900 }), { nil: null }).map((days) => ({ expiresAt: days === null ? null : addDays(AS_OF, days) })), { maxLength: 12 });

test('each acceptance has one mark at its day, in the drawing; beyond the strip it stands at the end and says so', () => {
  fc.assert(fc.property(marks, fc.integer({ min: 160, max: 900 }), (some, width) => {
    const { marks: placed, today, pixelsPerDay, height } = layoutExpiryStrip(some, AS_OF, frame(width));
    expect(placed).toHaveLength(some.length);
    placed.forEach((mark, index) => {
      const day = some[index]?.expiresAt ?? null;
      const days = day === null ? null : Math.round((Date.parse(day) - Date.parse(AS_OF)) / 86_400_000);
      expect(mark.kind).toBe(days === null ? 'no-end' : days < 0 ? 'ended' : 'running');
      expect(mark.beyond).toBe(days !== null && (days < -90 || days > 365));
      if (days !== null && !mark.beyond) expect(mark.x).toBeCloseTo(today + days * pixelsPerDay, 6);
      expect(mark.x).toBeGreaterThanOrEqual(0);
      expect(mark.x).toBeLessThanOrEqual(width);
      expect(mark.y).toBeLessThanOrEqual(height);
    });
  }));
});

test('the words of the axis stay inside and apart, and the day of the picture is among them', () => {
  fc.assert(fc.property(fc.integer({ min: 160, max: 900 }), (width) => {
    const boxes = layoutExpiryStrip([{ expiresAt: AS_OF }], AS_OF, frame(width)).ticks.map(({ label }) => ({ ...textBox(label), text: label.text }));
    expect(boxes[0]?.text).toBe('21 Nov 2026');
    boxes.forEach((one, index) => {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.left + one.width).toBeLessThanOrEqual(width + 0.01);
      for (const other of boxes.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
    });
  }));
});
