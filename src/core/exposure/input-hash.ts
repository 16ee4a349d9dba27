import type { Portfolio } from '#core/exposure/exposure-questions.ts';

/** The method and its version: figures of two versions are not compared without saying so. */
export const MODEL = { name: 'Compound Poisson-lognormal, exact by fast Fourier transform', version: 'exposure/3' } as const;

/** Everything the figures of a portfolio are made from, as one line of text: the same text, the same figures. */
export function textOfInputs({ risks, commonCauses, badYearVariance }: Portfolio): string {
  return JSON.stringify([
    MODEL.version,
    risks.map(({ id, rate, rateLow, rateHigh, low, high, max }) => [id, rate ?? null, rateLow ?? null, rateHigh ?? null, low, high, max ?? null]),
    commonCauses.map(({ id, rate, riskIds }) => [id, rate, riskIds]),
    badYearVariance ?? 0,
  ]);
}

/** Twelve hexadecimal digits that stand for the inputs on a page. Two different inputs share them by accident once in 10^14. */
export function hashOfInputs(portfolio: Portfolio): string {
  return hashOfText(textOfInputs(portfolio));
}

/** Two lanes of multiply and shift over the UTF-16 units (cyrb53, widened). Not for secrets. */
function hashOfText(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return [a, b].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('').slice(0, 12);
}
