import { addDays, dayInWords, daysBetween, type When } from '#core/time.ts';
import { overlaps, textBox, textWidth, type PlacedText } from '#web/charts/text-fit.ts';

/** One acceptance: the day it ends; `null` = no end on record. */
export interface ExpiryMark {
  expiresAt: When | null;
}

export interface PlacedExpiry {
  x: number;
  y: number;
  /** Crossed once it has ended; dashed where it has no end. An arrow stands for a day beyond the strip. */
  kind: 'running' | 'ended' | 'no-end';
  beyond: boolean;
}

export interface ExpiryStripLayout {
  width: number;
  height: number;
  /** Where the day of the picture stands. */
  today: number;
  pixelsPerDay: number;
  ticks: readonly { x: number; label: PlacedText }[];
  marks: readonly PlacedExpiry[];
}

const EDGE = 10;
const SIZE = 13;
const GAP = 10;
/** Days the strip shows before and after the day of the picture. */
const BEFORE = 90;
const AFTER = 365;
/** Room at the right for what has no end. */
const LANE = 22;

/** One row an acceptance on one axis of dates; what has no end stands in a lane of its own at the right. */
export function layoutExpiryStrip(marks: readonly ExpiryMark[], asOf: When, frame: { width: number; rowHeight: number; axisHeight: number; markAt: number }): ExpiryStripLayout {
  const { width, rowHeight, axisHeight, markAt } = frame;
  const right = Math.max(EDGE + 1, width - EDGE - LANE);
  const pixelsPerDay = (right - EDGE) / (BEFORE + AFTER);
  const x = (days: number): number => EDGE + (Math.min(AFTER, Math.max(-BEFORE, days)) + BEFORE) * pixelsPerDay;
  return {
    width,
    height: axisHeight + rowHeight * marks.length,
    today: x(0),
    pixelsPerDay,
    ticks: ticksOf(asOf, x, axisHeight - 6, width),
    marks: marks.map(({ expiresAt }, index): PlacedExpiry => {
      const y = axisHeight + rowHeight * (index + markAt);
      if (expiresAt === null) return { x: width - EDGE, y, kind: 'no-end', beyond: false };
      const days = daysBetween(asOf, expiresAt);
      return { x: x(days), y, kind: days < 0 ? 'ended' : 'running', beyond: days > AFTER || days < -BEFORE };
    }),
  };
}

/** The first days of quarters, and the day of the picture, as many as there is room for. */
function ticksOf(asOf: When, x: (days: number) => number, baseline: number, width: number): ExpiryStripLayout['ticks'] {
  const days: When[] = [asOf];
  for (let day = addDays(asOf, -BEFORE); day <= addDays(asOf, AFTER); day = addDays(day, 1)) if (/-(01|04|07|10)-01$/.test(day)) days.push(day);
  const ticks: { x: number; label: PlacedText }[] = [];
  for (const day of days) {
    const text = dayInWords(day);
    const wide = textWidth(text, SIZE);
    const at = x(daysBetween(asOf, day));
    const label = { text, x: Math.max(0, Math.min(at - wide / 2, width - wide)), baseline, size: SIZE, bold: false };
    const box = textBox(label);
    if (ticks.every((tick) => !overlaps(textBox(tick.label), { ...box, left: box.left - GAP, width: box.width + 2 * GAP }))) ticks.push({ x: at, label });
  }
  return ticks;
}
