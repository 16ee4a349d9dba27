import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#core/time.ts';
import {
  layoutKnowledgeTimeline, momentMarks, type Lane, type TimelineLayout, type TimelineSeries,
} from '#web/charts/knowledge-timeline/layout.ts';
import { overlaps, textBox, type PlacedText } from '#web/charts/text-fit.ts';

const sample: TimelineSeries = {
  from: '2026-05-28',
  to: '2026-11-21',
  lanes: [
    { key: 'a', name: 'Security testing', note: 'found it', moments: [
      { at: '2026-06-04', mark: 'produced', words: 'Refresh tokens are replayable' },
      { at: '2026-10-29', mark: 'produced', words: 'Exploit seen in the wild' },
    ] },
    { key: 'b', name: 'M. Lindqvist', note: 'decision owner', moments: [
      { at: '2026-09-03', mark: 'opened', words: 'opened 2 pieces' },
      { at: '2026-09-10', mark: 'decided', words: 'accepted until 31 Dec 2026' },
      { at: '2026-11-21', mark: 'not-reached', words: '2 pieces have not reached' },
    ] },
  ],
  span: { from: '2026-06-04', to: '2026-09-03', running: false, label: '91 days known to somebody, not yet to the decision owner' },
};

function texts(layout: TimelineLayout): PlacedText[] {
  return [
    ...(layout.span?.label ?? []),
    ...layout.ticks.map((tick) => tick.label),
    ...layout.lanes.flatMap((lane) => [lane.name, ...lane.note, ...lane.moments.flatMap(({ label }) => (label === null ? [] : [label]))]),
  ].filter((placed) => placed.text !== '');
}

function axis(from: string, to: string): readonly string[] {
  return layoutKnowledgeTimeline({ ...sample, from, to, span: null }, 700).ticks.map((tick) => tick.label.text);
}

function expectApart(layout: TimelineLayout): void {
  const boxes = texts(layout).map(textBox);
  const { span } = layout;
  for (const edge of span === null ? [] : [span.x, span.x + span.width]) {
    for (const { top, height } of span?.strips ?? []) {
      for (const box of boxes) expect(overlaps(box, { left: edge - 0.5, top, width: 1, height })).toBe(false);
    }
  }
  for (const [index, box] of boxes.entries()) {
    expect(box.left).toBeGreaterThanOrEqual(-0.01);
    expect(box.left + box.width).toBeLessThanOrEqual(layout.width + 0.01);
    expect(box.top).toBeGreaterThanOrEqual(-0.01);
    expect(box.top + box.height).toBeLessThanOrEqual(layout.height);
    for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
  }
}

test('a day is equally long everywhere', () => {
  const layout = layoutKnowledgeTimeline(sample, 1100);
  const xs = layout.lanes[1]?.moments.map((moment) => moment.x) ?? [];
  expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBeCloseTo(7 * layout.pixelsPerDay, 6);
  expect((xs[2] ?? 0) - (xs[1] ?? 0)).toBeCloseTo(72 * layout.pixelsPerDay, 6);
});

test('the shaded span runs from the first knowledge to the decision owner', () => {
  const layout = layoutKnowledgeTimeline(sample, 1100);
  expect(layout.span?.x).toBeCloseTo(layout.lanes[0]?.moments[0]?.x ?? 0, 6);
  expect((layout.span?.x ?? 0) + (layout.span?.width ?? 0)).toBeCloseTo(layout.lanes[1]?.moments[0]?.x ?? 0, 6);
  expect((layout.span?.width ?? 0) / layout.pixelsPerDay).toBeCloseTo(91, 6);
});

test('on a wide screen every mark of an ordinary risk has its words', () => {
  expect(layoutKnowledgeTimeline(sample, 1100).unlabelled).toBe(0);
});

test('marks too close for their words are counted, not overprinted', () => {
  const moments = Array.from({ length: 12 }, (_, index) => ({
    at: addDays('2026-08-01', index), mark: 'opened' as const, words: `opened piece number ${index + 1}`,
  }));
  const layout = layoutKnowledgeTimeline({ ...sample, lanes: [{ key: 'a', name: 'A', note: '', moments }] }, 700);
  expect(layout.unlabelled).toBeGreaterThan(0);
  expectApart(layout);
});

test('four days and four years both get a readable axis', () => {
  expect(axis('2026-11-17', '2026-11-21').length).toBeGreaterThan(0);
  const years = axis('2022-11-21', '2026-11-21');
  expect(years.length).toBeGreaterThan(3);
  expect(years[0]).toMatch(/^Jan|^Jul/);
});

test('no two labels overlap and nothing leaves the box, at any width and for any lanes', () => {
  const lane: fc.Arbitrary<Lane> = fc.record({
    key: fc.uuid(), name: fc.string({ minLength: 1, maxLength: 30 }), note: fc.string({ maxLength: 30 }),
    moments: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-01-01', days)),
        mark: fc.constantFrom(...momentMarks),
        words: fc.string({ minLength: 1, maxLength: 40 }),
      }),
      { maxLength: 9 },
    ),
  });
  fc.assert(
    fc.property(fc.integer({ min: 280, max: 1300 }), fc.array(lane, { maxLength: 8 }), fc.integer({ min: 0, max: 700 }), (width, lanes, days) => {
      const span = { from: '2025-01-01', to: addDays('2025-01-01', days), running: true, label: sample.span?.label ?? '' };
      expectApart(layoutKnowledgeTimeline({ from: '2025-01-01', to: addDays('2025-01-01', 701), lanes, span }, width));
    }),
    { seed: 20_261_121, numRuns: 200 },
  );
});
