import { roundTicks } from '#web/charts/round-ticks.ts';
import { overlaps, textBox, textWidth, type PlacedText } from '#web/charts/text-fit.ts';
import { moneyShort } from '#web/ui/money-words.ts';

export interface MoneyTick {
  x: number;
  label: PlacedText;
}

export interface MoneyAxis {
  x: (amount: number) => number;
  pixelsPerUnit: number;
  ticks: readonly MoneyTick[];
}

const SIZE = 13;
const GAP = 12;

/**
 * A linear money axis from zero to `max` between two pixel positions: as many round ticks as fit with
 * their labels apart and inside the drawing of `width` pixels.
 */
export function moneyAxis(
  max: number,
  frame: { left: number; right: number; width: number; baseline: number; currency: string },
): MoneyAxis {
  const { left, right } = frame;
  const top = max > 0 ? max : 1;
  const pixelsPerUnit = (right - left) / top;
  const x = (amount: number): number => left + (amount / top) * (right - left);
  for (let count = Math.max(1, Math.floor((right - left) / 90)); count > 0; count -= 1) {
    const ticks = roundTicks(top, count).filter((amount) => max > 0 || amount === 0).map((amount) => placeTick(amount, x(amount), frame));
    if (ticks.every((tick, index) => fitsWithin(tick.label, frame.width) && apart(ticks[index - 1]?.label, tick.label))) return { x, pixelsPerUnit, ticks };
  }
  return { x, pixelsPerUnit, ticks: [] };
}

/** Whether a label lies inside a drawing of this width. */
export function fitsWithin(label: PlacedText, width: number): boolean {
  const box = textBox(label);
  return box.left >= 0 && box.left + box.width <= width + 0.01;
}

function placeTick(amount: number, x: number, frame: { width: number; baseline: number; currency: string }): MoneyTick {
  const text = moneyShort(amount, frame.currency, 'exact');
  const width = textWidth(text, SIZE);
  const from = Math.max(0, Math.min(x - width / 2, frame.width - width));
  return { x, label: { text, x: from, baseline: frame.baseline, size: SIZE, bold: false } };
}

function apart(before: PlacedText | undefined, label: PlacedText): boolean {
  if (before === undefined) return true;
  const box = textBox(label);
  return !overlaps(textBox(before), { ...box, left: box.left - GAP, width: box.width + GAP });
}
