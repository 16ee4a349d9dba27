import type { Severity } from '#core/exposure/severity.ts';

/** Cells placed by local moment matching, which keeps mean and variance where one loss is small beside a cell. */
const MATCHED_CELLS = 256;

/** Rounding adds a twelfth of a squared cell to the variance; a second difference of this part of a mass takes it back. */
const ROUNDED = 24;

/** Probability of what is left out at the far end; the tilt of the transform makes it at most a million times more. */
const LEAST_SURVIVAL = 1e-25;

/**
 * One loss on a money grid: mass at 0, step, 2 step, ... Near zero by second differences of E[min(X, x)]
 * (mean-preserving), further out by differences of the survival function, with the seam closed so that the
 * mass up to it is exactly F. Masses below zero are kept: clipping them biases the tail.
 * Embrechts & Frei 2009, "Panjer recursion versus FFT for compound distributions".
 */
export function latticeOf(severity: Severity, step: number, cells: number): Float64Array {
  const masses = new Float64Array(cells);
  const matched = Math.min(MATCHED_CELLS, cells - 1);
  let before = 0;
  let here = severity.limitedMean(step);
  masses[0] = 1 - here / step;
  let placed = masses[0];
  for (let cell = 1; cell <= matched; cell += 1) {
    const after = severity.limitedMean((cell + 1) * step);
    const mass = (2 * here - before - after) / step;
    masses[cell] = mass;
    placed += mass;
    before = here;
    here = after;
  }
  let survival = severity.survival((matched + 0.5) * step);
  masses[matched] = (masses[matched] ?? 0) + (1 - survival - placed);
  let end = matched + 1;
  for (; end < cells && survival > LEAST_SURVIVAL; end += 1) {
    const next = severity.survival((end + 0.5) * step);
    masses[end] = survival - next;
    survival = next;
  }
  restoreMean(masses, severity, step, matched);
  restoreVariance(masses, severity, step, { seam: matched, end: Math.min(end, cells - 1) });
  return masses;
}

/** Rounding to the nearest point keeps the mean but for half a cell at the seam, which is set right there. */
function restoreMean(masses: Float64Array, severity: Severity, step: number, seam: number): void {
  const last = masses.length - 1;
  if (seam + 2 >= last) return;
  let rounded = seam * (severity.survival(seam * step) - severity.survival((seam + 0.5) * step));
  for (let cell = seam + 1; cell <= last; cell += 1) rounded += cell * (masses[cell] ?? 0);
  const exact = (severity.powerBelow(1, (last + 0.5) * step) - severity.powerBelow(1, seam * step)) / step;
  masses[seam] = (masses[seam] ?? 0) - (exact - rounded);
  masses[seam + 1] = (masses[seam + 1] ?? 0) + (exact - rounded);
}

/**
 * Splitting a loss between two grid points adds (x - a)(b - x) to its second moment. What each cell added is
 * taken back by a second difference there, which moves neither mass nor mean. A single amount was not rounded.
 */
function restoreVariance(masses: Float64Array, severity: Severity, step: number, { seam: until, end }: { seam: number; end: number }): void {
  const bend = (centre: number, weight: number): void => {
    masses[centre - 1] = (masses[centre - 1] ?? 0) - weight;
    masses[centre] = (masses[centre] ?? 0) + 2 * weight;
    masses[centre + 1] = (masses[centre + 1] ?? 0) - weight;
  };
  const powers = (x: number) => [severity.powerBelow(0, x), severity.powerBelow(1, x), severity.powerBelow(2, x)] as const;
  let [p0, p1, p2] = powers(0);
  for (let cell = 0; cell < until; cell += 1) {
    const [q0, q1, q2] = powers((cell + 1) * step);
    const added = (2 * cell + 1) * ((q1 - p1) / step) - cell * (cell + 1) * (q0 - p0) - (q2 - p2) / step ** 2;
    if (cell === 0) bend(1, added / 2);
    else {
      bend(cell, added / 4);
      bend(cell + 1, added / 4);
    }
    [p0, p1, p2] = [q0, q1, q2];
  }
  const atom = severity.atom === undefined ? -1 : Math.round(severity.atom / step);
  let original = masses[until + 1] ?? 0;
  for (let cell = until + 1; cell < end; cell += 1) {
    const next = masses[cell + 1] ?? 0;
    if (cell !== atom) bend(cell, original / ROUNDED);
    original = next;
  }
}
