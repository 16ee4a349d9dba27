import { say } from '#language/say.ts';
import { fitsWithin } from '#web/charts/money-axis.ts';
import { overlaps, textBox, textWidth, type PlacedText } from '#web/charts/text-fit.ts';

/** One measurement: days since it was made, and whether that is past its agreed age. */
export interface AgeMark {
  days: number;
  older: boolean;
}

export interface AgeLane {
  /** Days a measurement of the row holds. */
  limitDays: number;
  marks: readonly AgeMark[];
}

export interface AgeFrame {
  width: number;
  rowHeight: number;
  axisHeight: number;
  /** Where in its row a mark stands: 0 at the top, 1 at the bottom. */
  markAt: number;
}

export interface PlacedAge extends AgeMark {
  x: number;
  y: number;
}

export interface EvidenceAgeLayout {
  width: number;
  height: number;
  pixelsPerDay: number;
  ticks: readonly { x: number; label: PlacedText }[];
  lanes: readonly { top: number; bottom: number; limit: number; marks: readonly PlacedAge[]; /** Of each mark. */ radius: number }[];
  /** Left edges of the squares of what was never measured, and how wide each is. */
  never: { y: number; size: number; xs: readonly number[] } | undefined;
}

/** Days the axis shows at most; what is older stands at its end. */
const LONGEST = 365;
const EDGE = 10;
const SIZE = 13;
const GAP = 12;
/** Pixels between the centres of marks: the widest at which each mark of a row stands free, else the last. */
const APARTS = [9, 7, 5.5, 4.5];
const STEPS = [7, 14, 30, 60, 90, 180];

/** Places one row a kind of measurement on one linear axis of days from zero, and a last row for what was never measured. */
export function layoutEvidenceAge(lanes: readonly AgeLane[], neverCount: number, frame: AgeFrame): EvidenceAgeLayout {
  const { width, rowHeight, axisHeight, markAt } = frame;
  const right = Math.max(EDGE + 1, width - EDGE);
  const longest = Math.max(30, ...lanes.flatMap((lane) => [lane.limitDays, ...lane.marks.map((mark) => mark.days)]));
  const end = Math.min(LONGEST, longest);
  const pixelsPerDay = (right - EDGE) / end;
  const x = (days: number): number => EDGE + Math.min(end, Math.max(0, days)) * pixelsPerDay;
  const rows = lanes.length + (neverCount === 0 ? 0 : 1);
  const centre = (index: number): number => axisHeight + rowHeight * (index + markAt);
  const spread = rowHeight * Math.min(markAt, 1 - markAt) - 6;
  const size = Math.min(10, Math.max(2, (right - EDGE) / Math.max(1, neverCount) - 2));
  return {
    width,
    height: axisHeight + rowHeight * rows,
    pixelsPerDay,
    ticks: ticksOf(end, longest > LONGEST, { width, baseline: axisHeight - 6, x }),
    lanes: lanes.map((lane, index) => ({
      top: centre(index) - Math.max(9, spread + 3),
      bottom: centre(index) + Math.max(9, spread + 3),
      limit: x(lane.limitDays),
      ...dodged(lane.marks, x, centre(index), spread),
    })),
    never: neverCount === 0 ? undefined : {
      y: centre(lanes.length), size, xs: Array.from({ length: neverCount }, (_, index) => EDGE + index * (size + 2)),
    },
  };
}

/** Marks of nearly the same age stand above and below each other, as large as lets each be counted while there is room. */
function dodged(marks: readonly AgeMark[], x: (days: number) => number, centre: number, spread: number): { marks: readonly PlacedAge[]; radius: number } {
  const rising = marks.toSorted((a, b) => a.days - b.days);
  let placed: PlacedAge[] = [];
  let radius = 4;
  for (const apart of APARTS) {
    radius = apart / 2 - 0.5;
    const offsets = [0];
    for (let away = apart; away <= spread; away += apart) offsets.push(away, -away);
    placed = [];
    let free = true;
    for (const mark of rising) {
      const at = x(mark.days);
      const found = offsets.find((offset) => placed.every((other) => Math.hypot(other.x - at, other.y - centre - offset) >= apart - 0.5));
      free &&= found !== undefined;
      placed.push({ ...mark, x: at, y: centre + (found ?? offsets[placed.length % offsets.length] ?? 0) });
    }
    if (free) break;
  }
  return { marks: placed, radius };
}

function ticksOf(end: number, beyond: boolean, frame: { width: number; baseline: number; x: (days: number) => number }): EvidenceAgeLayout['ticks'] {
  for (const step of STEPS) {
    const days = [];
    for (let day = 0; day < end - step / 2; day += step) days.push(day);
    const ticks = [...days, end].map((day) => place(day, day === end ? beyond ? say('{day, number}+ days', { day }) : say('{day, plural, one {# day} other {# days}}', { day }) : String(day), frame));
    const fit = ticks.every((tick, index) => {
      const before = ticks[index - 1];
      const box = textBox(tick.label);
      return fitsWithin(tick.label, frame.width) && (before === undefined || !overlaps(textBox(before.label), { ...box, left: box.left - GAP, width: box.width + GAP }));
    });
    if (fit) return ticks;
  }
  return [];
}

function place(day: number, text: string, { width, baseline, x }: { width: number; baseline: number; x: (days: number) => number }) {
  const wide = textWidth(text, SIZE);
  return { x: x(day), label: { text, x: Math.max(0, Math.min(x(day) - wide / 2, width - wide)), baseline, size: SIZE, bold: false } };
}
