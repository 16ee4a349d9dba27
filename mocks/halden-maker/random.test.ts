import { describe, expect, it } from 'vitest';
import { hexOf, streamOf } from '#mocks/halden-maker/random.ts';

describe('a stream of seeded numbers', () => {
  it('gives the same numbers to the same name and others to another', () => {
    const numbers = (name: string): readonly number[] => {
      const stream = streamOf(name, 1);
      return [stream.next(), stream.next(), stream.next()];
    };
    expect(numbers('a')).toEqual(numbers('a'));
    expect(numbers('a')).not.toEqual(numbers('b'));
  });

  it('stays the same from one version of the maker to the next', () => {
    const stream = streamOf('fixed');
    expect([stream.between(0, 999_999), stream.between(0, 999_999)]).toEqual([110554, 507376]);
    expect(hexOf(12, 'fixed')).toBe('2034a143e2bf');
  });

  it('spreads evenly: of 10,000 numbers between 1 and 10 each comes 900 to 1,100 times', () => {
    const stream = streamOf('spread');
    const counts = new Map<number, number>();
    for (let draw = 0; draw < 10_000; draw += 1) {
      const number = stream.between(1, 10);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(Math.min(...counts.values())).toBeGreaterThan(900);
    expect(Math.max(...counts.values())).toBeLessThan(1_100);
  });
});
