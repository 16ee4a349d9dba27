import { dayInWords } from '#core/time.ts';
import { grouped } from '#language/numbers.ts';
import { say } from '#language/say.ts';
import type { RiverWeek } from '#core/release/river-weeks.ts';
import { roundTicks } from '#web/charts/round-ticks.ts';
import { textWidth, type PlacedText } from '#web/charts/text-fit.ts';

/** One point of the two lines, or of the level; `at` is a week's place from 0, between two weeks where the lines cross. */
export interface FlowPoint {
  at: number;
  found: number;
  fixed: number;
  /** What is hatched: from fixed up to found where more is found, else nothing. */
  more: readonly [number, number];
  /** False where the point is only a crossing of the lines. */
  week: boolean;
}

export interface LevelPoint {
  at: number;
  open: number;
}

export interface RiverTick {
  value: number;
  label: PlacedText;
}

/** One panel, in its own drawing: marks between `top` and `base`, the words of its axis and the labels of its lines. */
export interface RiverPanel {
  height: number;
  top: number;
  base: number;
  /** Highest value of the axis; the lowest is zero. */
  most: number;
  ticks: readonly RiverTick[];
  labels: readonly PlacedText[];
}

export interface RiverLayout {
  width: number;
  left: number;
  right: number;
  /** The last place of a week. */
  last: number;
  flow: RiverPanel & { points: readonly FlowPoint[] };
  open: RiverPanel & { points: readonly LevelPoint[]; weekTicks: readonly RiverTick[] };
}

const SIZE = 13;
const LINE = 16;
const TITLE = 24;
const FLOW = 104;
const OPEN = 78;
const BELOW = 22;
const TICKS = 3;

/**
 * Two panels over the same weeks, each linear from zero: found and fixed a week, for the first `whole` weeks that have
 * ended; open at the end of the week below it.
 */
export function layoutRiver(rows: readonly RiverWeek[], whole: number, width: number): RiverLayout {
  const ended = rows.slice(0, whole);
  const flow = ended.at(-1) ?? { found: 0, fixed: 0 };
  const level = rows.at(-1) ?? { open: 0 };
  const words = [say('{count, number} found', { count: flow.found }), say('{count, number} fixed', { count: flow.fixed }), say('{count, number} open', { count: level.open })] as const;
  const flowMost = Math.max(1, ...ended.flatMap((row) => [row.found, row.fixed]));
  const openMost = Math.max(1, ...rows.map((row) => row.open));
  const left = 8 + Math.max(...[flowMost, openMost].flatMap((most) => roundTicks(most, TICKS)).map((count) => textWidth(shown(count), SIZE)));
  const right = Math.max(left + 40, width - 10 - Math.max(...words.map((text) => textWidth(text, SIZE, true))));
  const flowBase = TITLE + FLOW;
  const openBase = TITLE + OPEN;
  const flowY = (count: number): number => flowBase - FLOW * (count / flowMost);
  const openY = (count: number): number => openBase - OPEN * (count / openMost);
  const last = Math.max(1, rows.length - 1);
  const x = (at: number): number => left + ((right - left) * at) / last;
  const [foundY, fixedY] = apart(flowY(flow.found) + 4, flowY(flow.fixed) + 4, flowBase);
  const axis = (most: number, y: (count: number) => number): RiverTick[] => roundTicks(most, TICKS).filter(Number.isInteger).map((value) => (
    { value, label: line(left - 6 - textWidth(shown(value), SIZE), y(value) + 4, shown(value)) }));
  return {
    width, left, right, last,
    flow: {
      height: flowBase + 8, top: TITLE, base: flowBase, most: flowMost, points: flowPoints(ended), ticks: axis(flowMost, flowY),
      labels: [line(0, 12, say('Found and fixed a week')), ...(ended.length === 0 ? [] : [line(right + 8, foundY, words[0], true), line(right + 8, fixedY, words[1], true)])],
    },
    open: {
      height: openBase + BELOW, top: TITLE, base: openBase, most: openMost, points: rows.map((row, at) => ({ at, open: row.open })), ticks: axis(openMost, openY),
      labels: [line(0, 12, say('Open at the end of the week')), line(right + 8, Math.min(openY(level.open) + 4, openBase), words[2], true)],
      weekTicks: weekTicks(rows, x, openBase + 17, right),
    },
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
function weekTicks(rows: readonly RiverWeek[], x: (at: number) => number, y: number, right: number): RiverTick[] {
  const ticks: RiverTick[] = [];
  let end = -Infinity;
  rows.forEach(({ week }, index) => {
    if (index > 0 && rows[index - 1]?.week.slice(0, 7) === week.slice(0, 7)) return;
    const text = dayInWords(week).replace(/ \d{4}$/, '');
    const half = textWidth(text, SIZE) / 2;
    if (x(index) - half < end + 12 || x(index) + half > right + half) return;
    end = x(index) + half;
    ticks.push({ value: index, label: line(Math.max(0, x(index) - half), y, text) });
  });
  return ticks;
}

/** The weeks, and between two of them the point where the lines cross, so that what is hatched ends there. */
function flowPoints(rows: readonly RiverWeek[]): readonly FlowPoint[] {
  return rows.flatMap(({ found, fixed }, at): FlowPoint[] => {
    const point: FlowPoint = { at, found, fixed, more: [fixed, Math.max(fixed, found)], week: true };
    const before = rows[at - 1];
    if (before === undefined || (before.found - before.fixed) * (found - fixed) >= 0) return [point];
    const share = (before.found - before.fixed) / (before.found - before.fixed - (found - fixed));
    const count = before.found + (found - before.found) * share;
    return [{ at: at - 1 + share, found: count, fixed: count, more: [count, count], week: false }, point];
  });
}

function shown(count: number): string {
  return grouped(count);
}

function line(x: number, baseline: number, text: string, bold = false): PlacedText {
  return { x, baseline, text, size: SIZE, bold };
}
