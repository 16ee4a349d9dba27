export interface UnitSquaresLayout {
  width: number;
  height: number;
  size: number;
  /** Left top corners, in reading order; empty where there are too many to count. */
  squares: readonly { x: number; y: number }[];
  /** In the place of squares that nobody would count: a bar as long as their share of the largest run. */
  bar: { length: number } | undefined;
}

/** More than these are a bar, not squares. */
const COUNTABLE = 200;
const SIZE = 12;
const STEP = 16;

/** One square a unit, wrapped to the width, left to right. `most` is the largest run beside it. */
export function layoutUnitSquares(count: number, most: number, width: number): UnitSquaresLayout {
  if (most > COUNTABLE) {
    return { width, height: STEP, size: SIZE, squares: [], bar: { length: Math.max(count > 0 ? 2 : 0, (count / most) * (width - 2)) } };
  }
  const columns = Math.max(1, Math.floor((width + STEP - SIZE - 2) / STEP));
  const squares = Array.from({ length: count }, (_, index) => ({ x: 1 + (index % columns) * STEP, y: 2 + Math.floor(index / columns) * STEP }));
  return { width, height: Math.max(1, Math.ceil(count / columns)) * STEP, size: SIZE, squares, bar: undefined };
}
