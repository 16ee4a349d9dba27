import { describe, expect, it } from 'vitest';
import { readProbability, readRate } from '#importers/register/rate.ts';

describe('events a year', () => {
  it.each([
    ['0.3', 0.3, 0.3],
    ['2', 2, 2],
    ['0.1 - 0.5', 0.1, 0.5],
    ['1 in 10 years', 0.1, 0.1],
    ['once in 5 years', 0.2, 0.2],
    ['2 per year', 2, 2],
    ['once a year', 1, 1],
    ['every 3 months', 4, 4],
    ['30%', 0.3, 0.3],
    ['3/yr', 3, 3],
  ])('are read from %s', (cell, low, high) => {
    const rate = readRate(cell, 1);
    if (rate.type !== 'rate') throw new Error(JSON.stringify(rate));
    expect(rate.low).toBeCloseTo(low, 12);
    expect(rate.high).toBeCloseTo(high, 12);
  });

  it.each(['Likely', 'Very likely', '4 - Likely'])('are not made of the words %s', (cell) => {
    expect(readRate(cell, 1)).toEqual({ type: 'words' });
  });

  it('are never negative', () => {
    expect(readRate('-1', 1)).toMatchObject({ type: 'fault', code: 'number-range' });
  });
});

describe('a probability within 12 months', () => {
  it.each([
    ['30%', 1, 0.356_674_943_938_732_4],
    ['0.3', 1, 0.356_674_943_938_732_4],
    ['30', 0.01, 0.356_674_943_938_732_4],
    ['0', 1, 0],
  ])('%s is the rate of a Poisson process', (cell, factor, rate) => {
    const read = readProbability(cell, factor);
    if (read.type !== 'rate') throw new Error(JSON.stringify(read));
    expect(read.low).toBeCloseTo(rate, 12);
    expect(read.low).toBe(read.high);
  });

  it('is a range where two are stated', () => {
    expect(readProbability('10% - 20%', 1)).toMatchObject({ type: 'rate' });
  });

  it('is a scale and no probability over 1 without a percent sign', () => {
    expect(readProbability('4', 1)).toEqual({ type: 'words' });
  });

  it('is below certainty', () => {
    expect(readProbability('100%', 1)).toMatchObject({ type: 'fault', code: 'number-range' });
  });
});
