import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, isoDay } from '#core/time.ts';
import { layoutReplayTimeline, type TimelineInput } from '#web/charts/replay-timeline/layout.ts';
import { overlaps, textBox } from '#web/charts/text-fit.ts';

const frame = { width: 420, rowHeight: 21, axisHeight: 20, markAt: 0.5 };
const someDay = fc.integer({ min: dayOf('1990-01-01'), max: dayOf('2026-11-21') }).map(isoDay);

const inputs: fc.Arbitrary<TimelineInput> = fc
  .record({ from: someDay, days: fc.integer({ min: 0, max: 12_000 }), marks: fc.array(fc.tuple(fc.nat(12_000), fc.nat(12_000)), { maxLength: 30 }), day: fc.nat(12_000), breaches: fc.array(fc.nat(12_000), { maxLength: 4 }) })
  .map(({ from, days, marks, day, breaches }) => ({
    from, to: addDays(from, days), known: marks.map(([at]) => addDays(from, at)), day: addDays(from, day),
    breaches: breaches.map((at) => ({ day: addDays(from, at), words: 'x' })),
    rows: marks.map(([start, length], index) => ({ key: String(index), mark: index % 3 === 0 ? 'silent' as const : 'bar' as const, spans: [{ from: addDays(from, start), to: addDays(from, start + length) }] })),
  }));

describe(layoutReplayTimeline, () => {
  it('keeps every mark and label inside the drawing, and labels apart, for any span of days', () => {
    fc.assert(fc.property(inputs, fc.integer({ min: 180, max: 1_400 }), (input, width) => {
      const layout = layoutReplayTimeline(input, { ...frame, width });
      for (const bar of layout.bars) {
        expect(bar.x).toBeGreaterThanOrEqual(0);
        expect(bar.x + bar.width).toBeLessThanOrEqual(width + 2);
        expect(bar.y + bar.height).toBeLessThanOrEqual(layout.height);
      }
      const labels = [...layout.ticks.map((tick) => tick.label), ...layout.breaches.flatMap(({ label }) => (label === null ? [] : [label]))];
      for (const [index, label] of labels.entries()) {
        const box = textBox(label);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(width + 0.01);
        for (const other of labels.slice(index + 1)) expect(overlaps(box, textBox(other))).toBe(false);
      }
    }), { seed: 51, numRuns: 300 });
  });

  it('draws days to one scale: up to the chosen day as a bar, what comes after it as a line', () => {
    const input: TimelineInput = {
      from: '2017-01-01', to: '2017-04-10', known: ['2017-01-01', '2017-01-01', '2016-12-01'], day: '2017-02-09', breaches: [{ day: '2017-04-10', words: '10 Apr 2017' }],
      rows: [
        { key: 'a', mark: 'bar', spans: [{ from: '2017-01-11', to: '2017-04-10' }] },
        { key: 'b', mark: 'bar', spans: [{ from: '2017-03-01', to: '2017-04-10' }] },
        { key: 'c', mark: 'bar', spans: [{ from: '2017-01-02', to: '2017-01-11' }] },
        { key: 'd', mark: 'quiet', spans: [{ from: '2017-01-01', to: '2017-04-10' }] },
      ],
    };
    const { bars, ahead, pixelsPerDay, known, cursor } = layoutReplayTimeline(input, frame);
    expect(bars.map(({ key, width }) => [key, Math.round(width / pixelsPerDay)])).toEqual([['a', 30], ['c', 10], ['d', 100]]);
    expect(ahead.map(({ key, width }) => [key, Math.round(width / pixelsPerDay)])).toEqual([['a', 60], ['b', 41]]);
    expect(known).toHaveLength(1);
    expect(cursor?.x).toBeCloseTo(8 + daysBetween('2017-01-01', '2017-02-09') * pixelsPerDay);
  });

  it('has no cursor where the chosen day lies outside the window', () => {
    expect(layoutReplayTimeline({ from: '2017-01-01', to: '2017-01-01', known: [], day: '2016-12-31', breaches: [], rows: [] }, frame).cursor).toBeNull();
  });
});
