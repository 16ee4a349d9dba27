const SQRT_50 = Math.sqrt(50);
const SQRT_10 = Math.sqrt(10);
const SQRT_2 = Math.sqrt(2);

/**
 * Round values from zero up to `top`, about `count` of them, in steps of 1, 2 or 5 times a power of ten: those of
 * d3-array's `ticks`, without the scales that come with it, so that the brief loads without them. `top` is above zero.
 */
export function roundTicks(top: number, count: number): readonly number[] {
  const wanted = top / Math.max(1, count);
  // Amounts nobody can owe; steps that small are lost in rounding.
  if (wanted < 1e-9) return [0];
  const power = Math.floor(Math.log10(wanted));
  const error = wanted / 10 ** power;
  const factor = error >= SQRT_50 ? 10 : error >= SQRT_10 ? 5 : error >= SQRT_2 ? 2 : 1;
  // Below one the steps are counted by their inverse, which is whole: 0.1 is not, in binary.
  const perUnit = 10 ** -power / factor;
  const valueOf = power < 0 ? (step: number) => step / perUnit : (step: number) => step * 10 ** power * factor;
  const ticks: number[] = [];
  for (let step = 0; valueOf(step) <= top; step += 1) ticks.push(valueOf(step));
  return ticks;
}
