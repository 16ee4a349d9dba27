export interface PassedShareLayout {
  width: number;
  height: number;
  /** Hollow: found where it could have been. Left of the other. */
  kept: { x: number; width: number };
  /** Filled: got past. */
  past: { x: number; width: number };
}

const HEIGHT = 12;
/** Something is something: the shortest part that is drawn. */
const SHORTEST = 3;

/** One bar of the whole width in two parts, by their share; a part of none has no width, and any other can be seen. */
export function layoutPassedShare(kept: number, past: number, width: number): PassedShareLayout {
  const both = kept + past;
  const exact = both === 0 ? 0 : (kept / both) * width;
  const keptWidth = both === 0 ? 0 : Math.min(past === 0 ? width : width - SHORTEST, Math.max(kept === 0 ? 0 : SHORTEST, exact));
  return { width, height: HEIGHT, kept: { x: 0, width: keptWidth }, past: { x: keptWidth, width: both === 0 ? 0 : width - keptWidth } };
}
