import { scaleLinear } from 'd3-scale';
import { fitText, overlaps, textBox, textWidth, wrapText, type PlacedText } from '#web/charts/text-fit.ts';

/** One candidate: how much this person may decide, beside the size of one loss. */
export interface BulletRow {
  key: string;
  name: string;
  note: string;
  /** Highest high end that may be decided; `null` = no authority recorded here, unless `unlimited`. */
  limit: number | null;
  unlimited: boolean;
  canDecide: boolean;
  /** The same fact in words; printed beside the bar. */
  value: string;
}

export interface BulletSeries {
  /** 5th to 95th percentile of one loss; `null` = no range on the record. */
  range: { low: number; high: number; label: string } | null;
  rows: readonly BulletRow[];
  /** Text of an axis tick, such as `$5M`. */
  tick: (value: number) => string;
}

export interface PlacedBar {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Hatched when it does not reach, or does not count here. */
  reaches: boolean;
  /** Drawn with an open end: no limit is stated, or the limit lies beyond the axis. */
  open: boolean;
}

interface PlacedRow {
  key: string;
  name: PlacedText;
  note: readonly PlacedText[];
  value: PlacedText;
  bar: PlacedBar | null;
  rule: number;
}

export interface BulletLayout {
  width: number;
  height: number;
  pixelsPerUnit: number;
  plot: { left: number; right: number; top: number; bottom: number };
  ticks: readonly { x: number; label: PlacedText }[];
  /** The range; drawn over `strips` only, so that on a narrow screen it leaves the words above a bar alone. */
  band: { x: number; width: number; label: PlacedText; strips: readonly { top: number; height: number }[] } | null;
  rows: readonly PlacedRow[];
}

const SIZE = 13;
const BAR = 14;
const LINE = 17;
const STRIP = 24;
const AXIS = 26;
/** A limit more than this many times the high end would squeeze the range it is compared with. */
const CLIP_AT = 3;

/**
 * Places the authority bullet chart in a box of `width` CSS pixels. One linear dollar axis from zero;
 * names, bars and words each keep to their own column, or to their own line on a narrow screen.
 */
export function layoutAuthorityBullet(series: BulletSeries, width: number): BulletLayout {
  const narrow = width < 560;
  const nameWidth = narrow ? 0 : Math.min(250, Math.max(130, width * 0.36));
  const widestValue = Math.max(0, ...series.rows.map((row) => textWidth(row.value, SIZE)));
  const valueWidth = narrow ? 0 : Math.min(widestValue + 12, width * 0.34);
  const plot = { left: nameWidth, right: width - valueWidth, top: STRIP, bottom: STRIP };
  const noteLines = Math.max(1, ...series.rows.map((row) => noteOf(row, narrow ? width : nameWidth - 12).length));
  const rowHeight = (narrow ? 46 : 28) + noteLines * LINE;
  plot.bottom = plot.top + rowHeight * Math.max(1, series.rows.length);
  const maximum = axisMaximum(series);
  const scale = scaleLinear().domain([0, maximum]).range([plot.left, plot.right]);
  const rows = series.rows.map((row, index) =>
    placeRow(row, { plot, top: plot.top + index * rowHeight, rowHeight, narrow, width, valueWidth, scale, maximum }),
  );
  return {
    width,
    height: plot.bottom + AXIS,
    pixelsPerUnit: (plot.right - plot.left) / maximum,
    plot,
    ticks: placeTicks(series, scale, plot, width),
    band: placeBand(series, scale, width, narrow ? rows.map((row) => barStrip(row.rule)) : [{ top: plot.top, height: plot.bottom - plot.top }]),
    rows,
  };
}

/** End of the axis: the high end and every limit that is not far beyond it, with room to see the end. */
function axisMaximum(series: BulletSeries): number {
  const limits = series.rows.flatMap((row) => (row.limit === null || row.unlimited ? [] : [row.limit]));
  if (series.range === null) return Math.max(1, ...limits) * 1.05;
  const { high } = series.range;
  return Math.max(high, ...limits.filter((limit) => limit <= high * CLIP_AT)) * 1.12 || 1;
}

interface RowFrame {
  plot: { left: number; right: number };
  top: number;
  rowHeight: number;
  narrow: boolean;
  width: number;
  valueWidth: number;
  scale: (value: number) => number;
  maximum: number;
}

function placeRow(row: BulletRow, frame: RowFrame): PlacedRow {
  const { plot, top, narrow, width } = frame;
  const notes = noteOf(row, narrow ? width : plot.left - 12);
  const barTop = narrow ? top + frame.rowHeight - BAR - 8 : top + (frame.rowHeight - BAR) / 2;
  const bar = placeBar(row, frame, barTop);
  const rule = top + frame.rowHeight;
  if (narrow) {
    const value = fitText(row.value, width * 0.55, SIZE);
    const valueX = width - textWidth(value, SIZE);
    return {
      key: row.key,
      name: line(fitText(row.name, valueX - 8, SIZE, true), 0, top + 16, true),
      note: notes.map((text, index) => line(text, 0, top + 16 + LINE * (index + 1), false)),
      value: line(value, valueX, top + 16, false),
      bar,
      rule,
    };
  }
  const middle = top + frame.rowHeight / 2;
  const first = middle - (notes.length * LINE) / 2 + 5;
  return {
    key: row.key,
    name: line(fitText(row.name, plot.left - 12, SIZE, true), 0, first, true),
    note: notes.map((text, index) => line(text, 0, first + LINE * (index + 1), false)),
    value: line(fitText(row.value, frame.valueWidth - 10, SIZE), plot.right + 10, middle + 5, false),
    bar,
    rule,
  };
}

function noteOf(row: BulletRow, width: number): readonly string[] {
  return row.note === '' ? [] : wrapText(row.note, width, SIZE, false, 3);
}

function placeBar(row: BulletRow, frame: RowFrame, y: number): PlacedBar | null {
  if (!row.unlimited && row.limit === null) return null;
  const x = frame.plot.left;
  const open = row.unlimited || (row.limit ?? 0) > frame.maximum;
  const end = open ? frame.plot.right : frame.scale(row.limit ?? 0);
  return { x, y, width: end - x, height: BAR, reaches: row.canDecide, open };
}

function placeTicks(
  series: BulletSeries,
  scale: { (value: number): number; ticks: (count: number) => number[] },
  plot: BulletLayout['plot'],
  width: number,
): BulletLayout['ticks'] {
  for (let count = Math.max(2, Math.floor((plot.right - plot.left) / 70)); count > 0; count -= 1) {
    const ticks = scale.ticks(count).map((value) => {
      const text = series.tick(value);
      const half = textWidth(text, SIZE) / 2;
      const x = scale(value);
      const left = Math.min(Math.max(x - half, 0), width - half * 2);
      return { x, label: line(text, left, plot.bottom + 19, false) };
    });
    if (ticks.every((tick, index) => index === 0 || apart(ticks[index - 1]?.label, tick.label))) return ticks;
  }
  return [];
}

function apart(a: PlacedText | undefined, b: PlacedText): boolean {
  if (a === undefined) return true;
  const box = textBox(b);
  return !overlaps(textBox(a), { ...box, left: box.left - 6 });
}

function placeBand(series: BulletSeries, scale: (value: number) => number, width: number, strips: readonly { top: number; height: number }[]): BulletLayout['band'] {
  if (series.range === null) return null;
  const x = scale(series.range.low);
  const text = fitText(series.range.label, width, SIZE, true);
  const left = Math.max(0, Math.min(x, width - textWidth(text, SIZE, true)));
  return { x, width: Math.max(1, scale(series.range.high) - x), label: line(text, left, 14, true), strips };
}

/** Where the bar of a narrow row lies, above the rule that ends it. */
function barStrip(rule: number): { top: number; height: number } {
  return { top: rule - BAR - 12, height: BAR + 8 };
}

function line(text: string, x: number, baseline: number, bold: boolean): PlacedText {
  return { text, x, baseline, size: SIZE, bold };
}
