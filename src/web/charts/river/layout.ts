import { dayInWords } from '#core/time.ts';
import type { RiverWeek } from '#core/release/river-weeks.ts';
import { roundTicks } from '#web/charts/round-ticks.ts';
import { textWidth, type PlacedText } from '#web/charts/text-fit.ts';

export interface Point {
  x: number;
  y: number;
}

export interface RiverTick {
  at: number;
  label: PlacedText;
}

export interface RiverLayout {
  width: number;
  height: number;
  left: number;
  right: number;
  /** Baselines of the two panels. */
  flowBase: number;
  openBase: number;
  found: readonly Point[];
  fixed: readonly Point[];
  open: readonly Point[];
  /** Where more is found than fixed, between the two lines. */
  more: readonly (readonly Point[])[];
  flowTicks: readonly RiverTick[];
  openTicks: readonly RiverTick[];
  weekTicks: readonly RiverTick[];
  labels: readonly PlacedText[];
}

const SIZE = 13;
const LINE = 16;
const TITLE = 20;
const FLOW = 110;
const OPEN = 84;
const BETWEEN = 34;
const TICKS = 3;

/**
 * Two panels over the same weeks, each linear from zero: found and fixed a week above, for the first `whole` weeks that
 * have ended; open at the end of the week below.
 */
export function layoutRiver(rows: readonly RiverWeek[], whole: number, width: number): RiverLayout {
  const ended = rows.slice(0, whole);
  const flow = ended.at(-1) ?? { found: 0, fixed: 0 };
  const last = rows.at(-1) ?? { open: 0 };
  const words = [`${flow.found} found`, `${flow.fixed} fixed`, `${last.open.toLocaleString('en-US')} open`] as const;
  const flowTop = Math.max(1, ...ended.flatMap((row) => [row.found, row.fixed]));
  const openTop = Math.max(1, ...rows.map((row) => row.open));
  const left = 8 + Math.max(...[flowTop, openTop].flatMap((top) => roundTicks(top, TICKS)).map((count) => textWidth(count.toLocaleString('en-US'), SIZE)));
  const right = Math.max(left + 40, width - 10 - Math.max(...words.map((text) => textWidth(text, SIZE, true))));
  const flowBase = TITLE + FLOW;
  const openBase = flowBase + BETWEEN + OPEN;
  const x = (index: number): number => left + ((right - left) * index) / Math.max(1, rows.length - 1);
  const flowY = (count: number): number => flowBase - (FLOW - 6) * (count / flowTop);
  const openY = (count: number): number => openBase - (OPEN - 6) * (count / openTop);
  const found = ended.map((row, index) => ({ x: x(index), y: flowY(row.found) }));
  const fixed = ended.map((row, index) => ({ x: x(index), y: flowY(row.fixed) }));
  const [foundY, fixedY] = apart(flowY(flow.found), flowY(flow.fixed), flowBase);
  const axis = (top: number, y: (count: number) => number): RiverTick[] => roundTicks(top, TICKS).filter(Number.isInteger).map((count) => {
    const text = count.toLocaleString('en-US');
    return { at: y(count), label: line(left - 6 - textWidth(text, SIZE), y(count) + 4, text) };
  });
  return {
    width,
    height: openBase + 22,
    left,
    right,
    flowBase,
    openBase,
    found,
    fixed,
    open: rows.map((row, index) => ({ x: x(index), y: openY(row.open) })),
    more: moreFound(found, fixed),
    flowTicks: axis(flowTop, flowY),
    openTicks: axis(openTop, openY),
    weekTicks: weekTicks(rows, x, openBase + 17, right),
    labels: [
      line(0, 12, 'Found and fixed a week'),
      line(0, flowBase + BETWEEN - 10, 'Open at the end of the week'),
      line(right + 8, foundY + 4, words[0], true),
      line(right + 8, fixedY + 4, words[1], true),
      line(right + 8, Math.min(openY(last.open) + 4, openBase), words[2], true),
    ],
  };
}

/** Two labels beside their ends, a line apart, neither below the panel. */
function apart(a: number, b: number, base: number): [number, number] {
  const [low, high] = a <= b ? [a, b] : [b, a];
  const lower = Math.min(base, Math.max(high, low + LINE));
  const upper = Math.min(low, lower - LINE);
  return a <= b ? [upper, lower] : [lower, upper];
}

/** First week of each month, as many as there is room for. */
function weekTicks(rows: readonly RiverWeek[], x: (index: number) => number, y: number, right: number): RiverTick[] {
  const ticks: RiverTick[] = [];
  let end = -Infinity;
  rows.forEach(({ week }, index) => {
    if (index > 0 && rows[index - 1]?.week.slice(0, 7) === week.slice(0, 7)) return;
    const text = dayInWords(week).replace(/ \d{4}$/, '');
    const half = textWidth(text, SIZE) / 2;
    if (x(index) - half < end + 12 || x(index) + half > right + half) return;
    end = x(index) + half;
    ticks.push({ at: x(index), label: line(Math.max(0, x(index) - half), y, text) });
  });
  return ticks;
}

/** The areas between the lines where found is above fixed; a crossing splits a week. Lower y is more. */
function moreFound(found: readonly Point[], fixed: readonly Point[]): Point[][] {
  const areas: Point[][] = [];
  for (let index = 1; index < found.length; index += 1) {
    const [f0, f1, x0, x1] = [found[index - 1], found[index], fixed[index - 1], fixed[index]];
    if (f0 === undefined || f1 === undefined || x0 === undefined || x1 === undefined) continue;
    const [before, after] = [x0.y - f0.y, x1.y - f1.y];
    if (before <= 0 && after <= 0) continue;
    const share = before / (before - after);
    const crossing = { x: f0.x + (f1.x - f0.x) * share, y: f0.y + (f1.y - f0.y) * share };
    if (before < 0) areas.push([crossing, f1, x1]);
    else if (after < 0) areas.push([f0, crossing, x0]);
    else areas.push([f0, f1, x1, x0]);
  }
  return areas;
}

function line(x: number, baseline: number, text: string, bold = false): PlacedText {
  return { x, baseline, text, size: SIZE, bold };
}
