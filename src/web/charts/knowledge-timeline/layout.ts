import { dayOf, type When } from '#core/time.ts';
import { timeTicks, type TimeTick } from '#web/charts/knowledge-timeline/axis.ts';
import {
  fitText, overlaps, textBox, textWidth, wrapText, type Box, type PlacedText,
} from '#web/charts/text-fit.ts';

export const momentMarks = ['produced', 'opened', 'summary', 'broadcast', 'decided', 'shown', 'not-reached'] as const;
export type MomentMark = (typeof momentMarks)[number];

export interface Moment {
  at: When;
  mark: MomentMark;
  words: string;
  /** Fewer words, for where the others find no room. */
  short?: string | undefined;
}

/** One person, team or body, and what reached it when. */
export interface Lane {
  key: string;
  name: string;
  note: string;
  moments: readonly Moment[];
}

export interface TimelineSeries {
  from: When;
  to: When;
  lanes: readonly Lane[];
  /** From the first day anybody inside knew to the day it reached the decision owner, or to `to`. */
  span: { from: When; to: When; running: boolean; label: string } | null;
}

interface PlacedMoment {
  x: number;
  y: number;
  mark: MomentMark;
  /** `null` where no free place was left; the table behind the chart has the words. */
  label: PlacedText | null;
}

interface PlacedLane {
  key: string;
  name: PlacedText;
  note: readonly PlacedText[];
  y: number;
  /** Height of the line between this lane and the next. */
  rule: number;
  moments: readonly PlacedMoment[];
}

export interface TimelineLayout {
  width: number;
  height: number;
  pixelsPerDay: number;
  plot: { left: number; right: number; top: number; bottom: number };
  ticks: readonly TimeTick[];
  lanes: readonly PlacedLane[];
  /** Drawn over `strips` only, so that on a narrow screen it leaves the names above a lane alone. */
  span: {
    x: number; width: number; running: boolean; label: readonly PlacedText[]; strips: readonly { top: number; height: number }[];
  } | null;
  /** Marks whose words found no free place. */
  unlabelled: number;
}

const SIZE = 13;
const MARK = 7;
const LINE = 17;

/** Places the timeline in a box of `width` CSS pixels: linear time, one lane each, labels that never overlap. */
export function layoutKnowledgeTimeline(series: TimelineSeries, width: number): TimelineLayout {
  const narrow = width < 560;
  const left = narrow ? 10 : Math.min(190, width * 0.26);
  const right = width - 10;
  const first = dayOf(series.from);
  const days = Math.max(1, dayOf(series.to) - first);
  const pixelsPerDay = (right - left) / days;
  const x = (when: When): number => left + (dayOf(when) - first) * pixelsPerDay;
  const span = placeSpan(series, x, width);
  const top = 8 + (span === null ? 0 : span.label.length * LINE);
  const laneHeight = narrow ? LINE * 4 + 2 : LINE * 3 + 2;
  const bottom = top + laneHeight * series.lanes.length;
  const edges = span === null ? [] : [span.x, span.x + span.width];
  const lanes = series.lanes.map((lane, index) =>
    placeLane(lane, { top: top + index * laneHeight, laneHeight, left, width, narrow, edges, x }));
  const strips = narrow
    ? lanes.map((lane) => ({ top: lane.rule - LINE * 3 - 1, height: LINE * 3 }))
    : [{ top, height: bottom - top }];
  return {
    width,
    height: bottom + 26,
    pixelsPerDay,
    plot: { left, right, top, bottom },
    ticks: timeTicks(series, { right: width, baseline: bottom + 19, x }),
    lanes,
    span: span === null ? null : { ...span, strips },
    unlabelled: lanes.flatMap((lane) => lane.moments).filter((moment) => moment.label === null).length,
  };
}

interface LaneFrame {
  top: number;
  laneHeight: number;
  left: number;
  width: number;
  narrow: boolean;
  /** Sides of the shaded span: no words across them. */
  edges: readonly number[];
  x: (when: When) => number;
}

function placeLane(lane: Lane, frame: LaneFrame): PlacedLane {
  const { top, laneHeight, left, width, narrow } = frame;
  const y = top + laneHeight - LINE * 1.5 - 1;
  const name = fitText(lane.name, narrow ? width * 0.6 : left - 14, SIZE, true);
  const noteX = narrow ? textWidth(name, SIZE, true) + 8 : 0;
  const notes = narrow ? [fitText(lane.note, width - noteX, SIZE)] : wrapText(lane.note, left - 14, SIZE);
  const first = narrow ? top + 13 : y + 4 - (notes.length * LINE) / 2;
  return {
    key: lane.key,
    name: line(name, 0, first, true),
    note: notes.filter((text) => text !== '').map((text, index) => line(text, noteX, narrow ? first : first + LINE * (index + 1), false)),
    y,
    rule: top + laneHeight,
    moments: placeMoments(lane.moments, y, frame),
  };
}

/** Marks first, then words: beside its mark, above it or below it, wherever nothing else is. */
function placeMoments(moments: readonly Moment[], y: number, frame: LaneFrame): readonly PlacedMoment[] {
  const marks = moments.map((moment) => ({ moment, x: frame.x(moment.at) }));
  const taken: Box[] = [
    ...marks.map((mark) => ({ left: mark.x - MARK, top: y - MARK, width: MARK * 2, height: MARK * 2 })),
    ...frame.edges.map((edge) => ({ left: edge - 1, top: y - LINE * 2, width: 2, height: LINE * 4 })),
  ];
  return marks.map(({ moment, x }) => {
    const label = [moment.words, ...(moment.short === undefined ? [] : [moment.short])]
      .flatMap((words) => places(x, y, textWidth(words, SIZE)).map(([at, baseline]) => line(words, at, baseline, false)))
      .find((placed) => {
        const box = textBox(placed);
        if (box.left < frame.left - MARK || box.left + box.width > frame.width) return false;
        const roomy = { ...box, left: box.left - 5, width: box.width + 10 };
        return taken.every((other) => !overlaps(roomy, other));
      });
    if (label !== undefined) taken.push(textBox(label));
    return { x, y, mark: moment.mark, label: label ?? null };
  });
}

function places(x: number, y: number, width: number): readonly (readonly [x: number, baseline: number])[] {
  const [above, below] = [y - MARK - 4, y + MARK + 12];
  const beside = MARK + 6;
  return [
    [x + beside, y + 5], [x - beside - width, y + 5],
    [x - MARK, above], [x - MARK, below], [x + MARK - width, above], [x + MARK - width, below],
    [x - width / 2, above], [x - width / 2, below],
  ];
}

function placeSpan(series: TimelineSeries, x: (when: When) => number, width: number): Omit<NonNullable<TimelineLayout['span']>, 'strips'> | null {
  const { span } = series;
  if (span === null) return null;
  const start = x(span.from);
  const lines = wrapText(span.label, width, SIZE, true);
  const label = lines.map((text, index) => {
    const left = Math.max(0, Math.min(start, width - textWidth(text, SIZE, true)));
    return line(text, left, 13 + index * LINE, true);
  });
  return { x: start, width: Math.max(1, x(span.to) - start), running: span.running, label };
}

function line(text: string, x: number, baseline: number, bold: boolean): PlacedText {
  return { text, x, baseline, size: SIZE, bold };
}
