import { addDays, dayInWords, dayOf, isoDay, type When } from '#core/time.ts';
import { overlaps, textBox, textWidth, type PlacedText } from '#web/charts/text-fit.ts';

export interface TimeTick {
  x: number;
  label: PlacedText;
}

const SIZE = 13;
const GAP = 12;
const DAY_STEPS = [7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/**
 * Ticks from `from` to `to`: the finest of weeks, fortnights, months, quarters, years whose labels stay
 * apart. `x` maps a date to pixels; every label lies between 0 and `right`.
 */
export function timeTicks(
  range: { from: When; to: When },
  frame: { right: number; baseline: number; x: (when: When) => number },
): readonly TimeTick[] {
  for (const step of DAY_STEPS) {
    const ticks = place(daysEvery(range, step), (when) => dayInWords(when).slice(0, -5), frame);
    if (ticks !== undefined) return ticks;
  }
  for (const step of MONTH_STEPS) {
    const ticks = place(firstsOfMonth(range, step), (when) => dayInWords(when).slice(2), frame);
    if (ticks !== undefined) return ticks;
  }
  return [];
}

function place(
  dates: readonly When[],
  words: (when: When) => string,
  frame: { right: number; baseline: number; x: (when: When) => number },
): readonly TimeTick[] | undefined {
  const ticks = dates.map((when) => {
    const text = words(when);
    const width = textWidth(text, SIZE);
    const x = frame.x(when);
    const left = Math.max(0, Math.min(x - width / 2, frame.right - width));
    return { x, label: { text, x: left, baseline: frame.baseline, size: SIZE, bold: false } };
  });
  const crowded = ticks.some((tick, index) => {
    const before = ticks[index - 1];
    if (before === undefined) return false;
    const box = textBox(tick.label);
    return overlaps(textBox(before.label), { ...box, left: box.left - GAP, width: box.width + GAP });
  });
  return crowded || ticks.length === 0 ? undefined : ticks;
}

function daysEvery({ from, to }: { from: When; to: When }, step: number): readonly When[] {
  const dates: When[] = [];
  const last = dayOf(to);
  if ((last - dayOf(from)) / step > 10) return dates;
  for (let when = isoDay(dayOf(from)); dayOf(when) <= last; when = addDays(when, step)) dates.push(when);
  return dates;
}

function firstsOfMonth({ from, to }: { from: When; to: When }, step: number): readonly When[] {
  const dates: When[] = [];
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1;
  const start = Math.ceil(first / step) * step;
  for (let month = start; month <= last && dates.length < 400; month += step) {
    const when = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    if (dayOf(when) >= dayOf(from) && dayOf(when) <= dayOf(to)) dates.push(when);
  }
  return dates;
}
