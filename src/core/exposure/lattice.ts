import type { Severity } from '#core/exposure/severity.ts';

/** Cells placed by local moment matching, which keeps the mean exactly where one loss is small beside a cell. */
const MATCHED_CELLS = 256;

/**
 * One loss on a money grid: mass at 0, step, 2 step, ... Near zero by second differences of E[min(X, x)]
 * (mean-preserving), further out by differences of the survival function, with the seam closed so that the
 * mass up to it is exactly F. Masses a rounding error below zero are kept: clipping them biases the tail.
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
  for (let cell = matched + 1; cell < cells && survival > 0; cell += 1) {
    const next = severity.survival((cell + 0.5) * step);
    masses[cell] = survival - next;
    survival = next;
  }
  return masses;
}
