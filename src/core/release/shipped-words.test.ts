import { describe, expect, it } from 'vitest';
import type { ShippedSpan } from '#core/release/river-counts.ts';
import { escapedPer100, shippedSentence } from '#core/release/shipped-words.ts';

const span = (more: Partial<ShippedSpan>): ShippedSpan => ({
  from: '2026-01-01', to: '2026-07-01', releases: 0, introduced: 0, traced: 0, escaped: 0,
  shippedToFound: { days: null, cases: 0 }, foundToFixed: { days: null, cases: 0 }, ...more,
});

describe('what a team shipped', () => {
  it('is a rate only from ten releases on', () => {
    expect([escapedPer100({ escaped: 3, releases: 9 }), escapedPer100({ escaped: 3, releases: 10 }), escapedPer100({ escaped: 0, releases: 40 })]).toEqual([null, 30, 0]);
  });

  it('is told in a sentence of the last half year', () => {
    expect(shippedSentence({ now: span({ releases: 48, traced: 9, escaped: 7 }) }, 'Payments')).toBe('Payments shipped 48 releases in the last half year; 7 of 9 findings with both stages recorded got past the stage that made them');
    expect(shippedSentence({ now: span({ releases: 1, traced: 1, escaped: 0 }) }, 'Payments')).toBe('Payments shipped 1 release in the last half year; 0 of 1 finding with both stages recorded got past the stage that made it');
    expect(shippedSentence({ now: span({}) }, 'Payments')).toBe('No release of Payments is on the record in the last half year; of no finding of it are both stages recorded');
  });
});
