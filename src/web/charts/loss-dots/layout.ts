import { say } from '#language/say.ts';
import { yearsPassing } from '#core/exposure/equally-likely-years.ts';
import { moneyAxis, type MoneyTick } from '#web/charts/money-axis.ts';
import { fitText, textWidth, type PlacedText } from '#web/charts/text-fit.ts';
import { moneyShort } from '#web/ui/money-words.ts';

export interface LossDotsInput {
  /** What each of the equally likely years costs, rising. */
  amounts: readonly number[];
  /** The amount whose passing is marked, and the chance of it. */
  tolerance: { amount: number; chance: number; /** What stands beside its line, the fullest first; the first that fits is drawn. */ labels: readonly string[] } | undefined;
  currency: string;
  /** Into how many columns the axis is cut, as `bestColumnCount` finds. */
  columnCount: number;
}

export interface DotColumn {
  /** Amounts the column stands for: from, up to and not with `to`; `to` is infinite for the last of a cut axis. */
  from: number;
  to: number;
  years: number;
  /** Whether its years pass the tolerance. */
  above: boolean;
  x: number;
  /** Centres of its dots, from the bottom up. */
  ys: readonly number[];
}

export interface LossDotsLayout {
  width: number;
  height: number;
  radius: number;
  baseline: number;
  columns: readonly DotColumn[];
  ticks: readonly MoneyTick[];
  tolerance: { x: number; top: number; label: PlacedText } | undefined;
  /** Words under columns that the axis does not place: years without loss, years beyond its end. */
  notes: readonly PlacedText[];
  left: number;
  right: number;
}

const AXIS = 22;
const LABEL = 18;
const SIZE = 13;
const LARGEST_RADIUS = 16;
const SMALLEST_RADIUS = 0.75;
const GAP = 1.5;
const MOST_COLUMNS = 30;
/** An axis is cut where its end is so many times the ninth decile of the years. */
const CUT = 2.5;

/**
 * A quantile dotplot (Kay et al. 2016): a dot a year, stacked in columns of one width on a linear axis from zero. The
 * tolerance is the edge of a column, so that no dot stands across it, and as many dots are above it as the chance says.
 */
export function layoutLossDots(input: LossDotsInput, { width, height }: { width: number; height: number }): LossDotsLayout {
  const { tolerance, currency } = input;
  const years = splitAtTolerance(input);
  const end = axisEnd(years, tolerance?.amount);
  const top = tolerance === undefined ? 2 : LABEL + 2;
  const baseline = height - AXIS;
  const room = baseline - top;
  const choice = columnsOf(years, { end, tolerance: tolerance?.amount, width, room }, input.columnCount);
  const { radius, left, right } = choice;
  const axis = moneyAxis(choice.end, { left, right, width, baseline: height - 5, currency });
  const columns = choice.columns.map((column) => ({
    ...column,
    x: columnX(column, choice, axis.x),
    ys: Array.from({ length: column.years }, (_, index) => baseline - 1 - (radius + GAP / 2) * (2 * index + 1)),
  }));
  return {
    width, height, radius, baseline, columns, left, right,
    ...withNotes(columns, { ticks: axis.ticks, end: choice.end, width, height, currency }),
    tolerance: tolerance === undefined ? undefined : { x: axis.x(tolerance.amount), top: 0, label: placeLabel(tolerance.labels, axis.x(tolerance.amount), width) },
  };
}

interface Year {
  amount: number;
  above: boolean;
}

/** The chance at the tolerance settles how many years are above it; rounding of a quantile never moves one across. */
function splitAtTolerance({ amounts, tolerance }: Omit<LossDotsInput, 'columnCount'>): readonly Year[] {
  const passing = tolerance === undefined ? 0 : yearsPassing(amounts.length, tolerance.chance);
  return amounts.map((amount, index) => {
    if (tolerance === undefined) return { amount, above: false };
    const above = index >= amounts.length - passing;
    return { amount: above ? Math.max(amount, tolerance.amount) : Math.min(amount, tolerance.amount * (1 - 1e-9)), above };
  });
}

function axisEnd(years: readonly Year[], tolerance: number | undefined): number {
  const largest = years.at(-1)?.amount ?? 0;
  const decile = years[Math.floor(years.length * 0.9)]?.amount ?? largest;
  const least = tolerance === undefined ? 0 : tolerance * 1.15;
  return Math.max(Math.min(largest * 1.02, Math.max(CUT * decile, least)), least) || 1;
}

type Stacked = Omit<DotColumn, 'x' | 'ys'>;

interface Choice {
  columns: readonly Stacked[];
  radius: number;
  left: number;
  right: number;
  /** Width of a column in money. */
  step: number;
  /** The end of the axis: the edge of the last column on it. */
  end: number;
}

/**
 * The number of columns that gives the largest dots in a drawing of this size, and the finest of those: wide columns stack too high, narrow
 * ones leave no width. Asked once, so that the rows behind a chart are the same at every width.
 */
export function bestColumnCount(input: Omit<LossDotsInput, 'columnCount'>, { width, height }: { width: number; height: number }): number {
  const years = splitAtTolerance(input);
  const tolerance = input.tolerance?.amount;
  const frame = { end: axisEnd(years, tolerance), tolerance, width, room: height - AXIS - LABEL - 2 };
  let best = { count: 1, radius: 0 };
  for (let count = 4; count <= MOST_COLUMNS; count += 1) {
    const { radius } = columnsOf(years, frame, count);
    if (radius >= best.radius) best = { count, radius };
  }
  return best.count;
}

function columnsOf(years: readonly Year[], { end: least, tolerance, width, room }: { end: number; tolerance: number | undefined; width: number; room: number }, count: number): Choice {
  const step = least / count;
  const origin = tolerance === undefined ? 0 : tolerance - Math.ceil(tolerance / step - 1e-9) * step;
  const last = Math.ceil((least - origin) / step - 1e-9) - 1;
  const end = origin + (last + 1) * step;
  const none = years.filter(({ amount }) => amount === 0).length;
  const stacks = new Map<number, Stacked>();
  for (const { amount, above } of years) {
    if (amount === 0) continue;
    const index = amount >= end ? last + 1 : Math.min(last, Math.floor((amount - origin) / step + 1e-9));
    const held = stacks.get(index);
    const from = index > last ? end : Math.max(0, origin + index * step);
    stacks.set(index, { from, to: index > last ? Infinity : origin + (index + 1) * step, years: (held?.years ?? 0) + 1, above });
  }
  const columns = [...stacks].sort(([a], [b]) => a - b).map(([, column]) => column);
  if (none > 0) columns.unshift({ from: 0, to: 0, years: none, above: false });
  const tallest = Math.max(1, ...columns.map((column) => column.years));
  const before = EDGE + (none > 0 ? NONE_WIDTH : 0);
  const right = width - EDGE - (columns.some(({ to }) => to === Infinity) ? BEYOND_WIDTH : 0);
  // The first column may begin below zero, where the tolerance is no multiple of a column: room for it stays free.
  const across = (right - before) / (last + 2);
  const radius = Math.max(SMALLEST_RADIUS, Math.min(LARGEST_RADIUS, across / 2 - GAP / 2, room / tallest / 2 - GAP / 2));
  return { columns, radius, step, end, left: before + across, right };
}

const EDGE = 4;
/** Room for the words under the years without loss, and under those beyond the axis. */
const NONE_WIDTH = 62;
const BEYOND_WIDTH = 96;

function columnX(column: Stacked, { right, step }: Choice, x: (amount: number) => number): number {
  if (column.to === 0) return EDGE + NONE_WIDTH / 2;
  return column.to === Infinity ? right + BEYOND_WIDTH / 2 : x(column.to - step / 2);
}

function withNotes(
  columns: readonly DotColumn[],
  { ticks, end, width, height, currency }: { ticks: readonly MoneyTick[]; end: number; width: number; height: number; currency: string },
): { ticks: readonly MoneyTick[]; notes: readonly PlacedText[] } {
  const notes: PlacedText[] = [];
  for (const { to, x } of columns) {
    const text = to === 0 ? say('no loss') : to === Infinity ? say('over {end}', { end: moneyShort(end, currency) }) : undefined;
    if (text === undefined) continue;
    const wide = textWidth(text, SIZE);
    notes.push({ text, x: Math.max(0, Math.min(x - wide / 2, width - wide)), baseline: height - 5, size: SIZE, bold: false });
  }
  const clear = (tick: MoneyTick): boolean =>
    notes.every((note) => note.x + textWidth(note.text, SIZE) + 8 < tick.label.x || tick.label.x + textWidth(tick.label.text, SIZE) + 8 < note.x);
  return { notes, ticks: ticks.filter(clear) };
}

/** To the right of its line where it fits, else to the left, else as much of the shortest as fits on the wider side. */
function placeLabel(texts: readonly string[], x: number, width: number): PlacedText {
  const [after, before] = [width - x - 8, x - 8];
  const room = Math.max(after, before);
  const text = texts.find((one) => textWidth(one, SIZE) <= room) ?? fitText(texts.at(-1) ?? '', room, SIZE);
  const wide = textWidth(text, SIZE);
  return { text, x: wide <= after ? x + 6 : Math.max(0, x - 6 - wide), baseline: 13, size: SIZE, bold: false };
}
