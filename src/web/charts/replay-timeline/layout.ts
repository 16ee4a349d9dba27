import { scaleLinear } from 'd3-scale';
import { addDays, dayOf, type When } from '#core/time.ts';
import { say } from '#language/say.ts';
import { timeTicks, type TimeTick } from '#web/charts/knowledge-timeline/axis.ts';
import { fitsWithin } from '#web/charts/money-axis.ts';
import { overlaps, textBox, textWidth, type PlacedText } from '#web/charts/text-fit.ts';

export interface TimelineRow {
  key: string;
  /** Days on which the row is up, both ends counted. */
  spans: readonly { from: When; to: When }[];
  /** `bar` = a flag; `silent` = up only because the record is silent; `quiet` = a control, nothing raised; `head` = words only. */
  mark: 'bar' | 'silent' | 'quiet' | 'head';
}

export interface TimelineInput {
  from: When;
  to: When;
  /** Days on which something became known, drawn on a lane of their own above the rows. */
  known: readonly When[];
  rows: readonly TimelineRow[];
  breaches: readonly { day: When; words: string }[];
  /** The chosen day. */
  day: When;
}

export interface TimelineFrame {
  width: number;
  rowHeight: number;
  axisHeight: number;
  markAt: number;
}

export interface TimelineLayout {
  width: number;
  height: number;
  pixelsPerDay: number;
  ticks: readonly TimeTick[];
  /** Centre of the lane of what became known. */
  laneY: number;
  known: readonly { day: When; x: number }[];
  bars: readonly { key: string; mark: TimelineRow['mark']; x: number; y: number; width: number; height: number }[];
  breaches: readonly { x: number; label: PlacedText | null }[];
  /** `null` where the chosen day lies outside the window. */
  cursor: { x: number; width: number } | null;
  /** The same bars after the chosen day: what is still to come, as a thin line. */
  ahead: readonly { key: string; x: number; y: number; width: number }[];
}

const EDGE = 8;
const BAR = 10;
const LEAST_BAR = 2;
const SIZE = 13;

/** Places a replay on one linear time axis: a lane for what became known, then a row a flag. */
export function layoutReplayTimeline(input: TimelineInput, frame: TimelineFrame): TimelineLayout {
  const { from, to, known, rows, day } = input;
  const { width, rowHeight, axisHeight, markAt } = frame;
  const right = Math.max(EDGE + 1, width - EDGE);
  // A day is as wide as the time to the next: the last one ends where the day after would begin.
  const scale = scaleLinear().domain([dayOf(from), dayOf(to) + 1]).range([EDGE, right]);
  const x = (when: When): number => scale(Math.min(Math.max(dayOf(when), dayOf(from)), dayOf(to) + 1));
  const yOf = (index: number): number => axisHeight + rowHeight * (index + markAt);
  const within = (when: When): boolean => from <= when && when <= to;
  const marks = placeBreaches(input, frame, x);
  const now = x(addDays(day, 1));
  const placed = rows.flatMap(({ key, spans, mark }, index) =>
    spans
      .filter((span) => span.from <= to && span.to >= from)
      .map((span) => ({ key, mark, y: yOf(index + 1), left: x(span.from), end: x(addDays(span.to, 1)) })),
  );
  return {
    width,
    height: axisHeight + rowHeight * (rows.length + 1),
    pixelsPerDay: scale(dayOf(from) + 1) - scale(dayOf(from)),
    ticks: timeTicks({ from, to }, { right: width, baseline: axisHeight - 6, x })
      .filter((tick) => fitsWithin(tick.label, width))
      .filter((tick) => marks.every(({ label }) => label === null || !overlaps(textBox(label), textBox(tick.label)))),
    laneY: yOf(0),
    known: [...new Set(known.filter(within))].map((when) => ({ day: when, x: (x(when) + x(addDays(when, 1))) / 2 })),
    bars: placed.flatMap(({ key, mark, y, left, end }) => {
      const until = mark === 'quiet' ? end : Math.min(end, now);
      return until <= left ? [] : [{ key, mark, x: left, y: y - BAR / 2, width: Math.max(LEAST_BAR, until - left), height: BAR }];
    }),
    ahead: placed.flatMap(({ key, mark, y, left, end }) => (mark === 'quiet' || end <= now ? [] : [{ key, x: Math.max(left, now), y, width: Math.max(LEAST_BAR, end - Math.max(left, now)) }])),
    breaches: marks,
    cursor: within(day) ? { x: x(day), width: Math.max(LEAST_BAR, x(addDays(day, 1)) - x(day)) } : null,
  };
}

/** Labels stand on the axis, in the place of a tick; one that would touch the label before it is left to the words around the chart. */
function placeBreaches({ breaches, from, to }: TimelineInput, { width, axisHeight }: TimelineFrame, x: (when: When) => number): TimelineLayout['breaches'] {
  let taken = -Infinity;
  return breaches
    .filter(({ day }) => from <= day && day <= to)
    .map(({ day }) => {
      const text = say('Breach');
      const room = textWidth(text, SIZE, true);
      const at = (x(day) + x(addDays(day, 1))) / 2;
      const left = Math.max(0, Math.min(at - room / 2, width - room));
      const fits = room <= width && left >= taken;
      if (fits) taken = left + room + SIZE;
      return { x: at, label: fits ? { text, x: left, baseline: axisHeight - 6, size: SIZE, bold: true } : null };
    });
}
