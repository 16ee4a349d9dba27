import { Z95 } from '#core/exposure/normal.ts';
import { upperTail } from '#core/exposure/normal-tail.ts';

/** The size of ONE loss, in money. Every figure is exact to double precision. */
export interface Severity {
  mean: number;
  /** A single amount that carries probability of its own (a cap, a retention, one size); undefined where there is none. */
  atom: number | undefined;
  /** P(loss > x). */
  survival(x: number): number;
  /** E[min(loss, x)]. */
  limitedMean(x: number): number;
  /** E[loss^order; loss <= x] for the orders 0 to 3; x may be infinite. */
  powerBelow(order: number, x: number): number;
}

/** Lognormal loss with these 5th and 95th percentiles, 0 < low < high; one size where they are equal. */
export function lognormalSeverity(low: number, high: number): Severity {
  if (low === high) return fixedSeverity(low);
  const mu = (Math.log(low) + Math.log(high)) / 2;
  const sigma = (Math.log(high) - Math.log(low)) / (2 * Z95);
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  const above = (x: number): number => (x <= 0 ? 1 : upperTail((Math.log(x) - mu) / sigma));
  return {
    mean,
    atom: undefined,
    survival: above,
    limitedMean: (x) =>
      x <= 0 ? 0 : mean * upperTail(-(Math.log(x) - mu - sigma * sigma) / sigma) + x * above(x),
    powerBelow: (order, x) =>
      x <= 0
        ? 0
        : Math.exp(order * mu + (order * order * sigma * sigma) / 2) * upperTail((mu + order * sigma * sigma - Math.log(x)) / sigma),
  };
}

function fixedSeverity(size: number): Severity {
  return {
    mean: size,
    atom: size,
    survival: (x) => (x < size ? 1 : 0),
    limitedMean: (x) => Math.min(Math.max(x, 0), size),
    powerBelow: (order, x) => (x < size ? 0 : size ** order),
  };
}

/** The same loss, never above a hard maximum. */
export function cappedSeverity(severity: Severity, maximum: number): Severity {
  return {
    mean: severity.limitedMean(maximum),
    atom: maximum,
    survival: (x) => (x < maximum ? severity.survival(x) : 0),
    limitedMean: (x) => severity.limitedMean(Math.min(x, maximum)),
    powerBelow: (order, x) =>
      x < maximum ? severity.powerBelow(order, x) : severity.powerBelow(order, maximum) + maximum ** order * severity.survival(maximum),
  };
}

/** What is left of a loss when an insurer pays its part above `retention`, up to `limit`. */
export function netOfInsurance(severity: Severity, retention: number, limit: number): Severity {
  const top = retention + limit;
  const recovered = severity.limitedMean(top) - severity.limitedMean(retention);
  return {
    mean: severity.mean - recovered,
    atom: severity.survival(retention) > 0 ? retention : severity.atom,
    survival: (x) => severity.survival(x < retention ? x : x + limit),
    limitedMean: (x) => (x < retention ? severity.limitedMean(x) : severity.limitedMean(x + limit) - recovered),
    powerBelow: (order, x) =>
      x < retention
        ? severity.powerBelow(order, x)
        : severity.powerBelow(order, retention)
          + retention ** order * (severity.survival(retention) - severity.survival(top))
          + shiftedPower(severity, order, { from: top, to: x + limit }, limit),
  };
}

/** A ratio of sizes within which nearly all losses of a narrow severity lie. */
const NARROW = 1.5;

/** True where a single amount carries probability, or nearly so: sums of such losses cluster round its multiples. */
export function isNarrow({ atom, mean, survival }: Severity): boolean {
  return atom !== undefined || survival(mean / NARROW) - survival(mean * NARROW) > 0.98;
}

/** E[(loss - shift)^order; from < loss <= to], by the binomial theorem. */
function shiftedPower(severity: Severity, order: number, { from, to }: { from: number; to: number }, shift: number): number {
  let sum = 0;
  let choose = 1;
  for (let taken = 0; taken <= order; taken += 1) {
    sum += choose * (-shift) ** taken * (severity.powerBelow(order - taken, to) - severity.powerBelow(order - taken, from));
    choose = (choose * (order - taken)) / (taken + 1);
  }
  return sum;
}
