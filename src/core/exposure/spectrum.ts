import { fft, ifft } from 'fourier-transform';

/** Half spectrum of a real sequence: element k of `re` and `im` is frequency k, 0 to N/2. */
export interface Spectrum {
  re: Float64Array;
  im: Float64Array;
}

export function spectrumOf(values: Float64Array): Spectrum {
  const [re, im] = fft(values, [new Float64Array(values.length / 2 + 1), new Float64Array(values.length / 2 + 1)]);
  return { re, im };
}

export function sequenceOf({ re, im }: Spectrum): Float64Array {
  return ifft(re, im, new Float64Array((re.length - 1) * 2));
}

export function zeros(length: number): Spectrum {
  return { re: new Float64Array(length), im: new Float64Array(length) };
}

export function ones(length: number): Spectrum {
  const result = zeros(length);
  result.re.fill(1);
  return result;
}

/** a + weight * b, into a. */
export function addScaled(a: Spectrum, b: Spectrum, weight: number): void {
  for (let k = 0; k < a.re.length; k += 1) {
    a.re[k] = (a.re[k] ?? 0) + weight * (b.re[k] ?? 0);
    a.im[k] = (a.im[k] ?? 0) + weight * (b.im[k] ?? 0);
  }
}

/** a * b, element by element, into a. */
export function multiplyBy(a: Spectrum, b: Spectrum): void {
  for (let k = 0; k < a.re.length; k += 1) {
    const ar = a.re[k] ?? 0;
    const ai = a.im[k] ?? 0;
    const br = b.re[k] ?? 0;
    const bi = b.im[k] ?? 0;
    a.re[k] = ar * br - ai * bi;
    a.im[k] = ar * bi + ai * br;
  }
}

/** a / b, element by element, into a; zero where b is. */
export function divideBy(a: Spectrum, b: Spectrum): void {
  for (let k = 0; k < a.re.length; k += 1) {
    const ar = a.re[k] ?? 0;
    const ai = a.im[k] ?? 0;
    const br = b.re[k] ?? 0;
    const bi = b.im[k] ?? 0;
    const norm = br * br + bi * bi;
    a.re[k] = norm === 0 ? 0 : (ar * br + ai * bi) / norm;
    a.im[k] = norm === 0 ? 0 : (ai * br - ar * bi) / norm;
  }
}

/** Sum of x[k] y[k] of two real sequences, from their half spectra (Parseval), the first of which is a * b. */
export function innerProduct(a: Spectrum, b: Spectrum, other: Spectrum): number {
  const last = a.re.length - 1;
  let sum = 0;
  for (let k = 0; k <= last; k += 1) {
    const re = (a.re[k] ?? 0) * (b.re[k] ?? 0) - (a.im[k] ?? 0) * (b.im[k] ?? 0);
    const im = (a.re[k] ?? 0) * (b.im[k] ?? 0) + (a.im[k] ?? 0) * (b.re[k] ?? 0);
    const real = re * (other.re[k] ?? 0) + im * (other.im[k] ?? 0);
    sum += k === 0 || k === last ? real : 2 * real;
  }
  return sum / (2 * last);
}

/** exp(a - shift), element by element, into a. */
export function exponentiate(a: Spectrum, shift: number): void {
  for (let k = 0; k < a.re.length; k += 1) {
    const size = Math.exp((a.re[k] ?? 0) - shift);
    const angle = a.im[k] ?? 0;
    a.re[k] = size * Math.cos(angle);
    a.im[k] = size * Math.sin(angle);
  }
}
