import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutPassedShare } from '#web/charts/passed-share/layout.ts';

test('the two parts fill the bar by their share, what is none has no part, and what is some can be seen', () => {
  fc.assert(fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.integer({ min: 60, max: 400 }), (kept, past, width) => {
    const layout = layoutPassedShare(kept, past, width);
    const whole = kept + past === 0 ? 0 : width;
    expect(layout.kept.width + layout.past.width).toBeCloseTo(whole, 6);
    expect(layout.past.x).toBe(layout.kept.width);
    for (const [count, part] of [[kept, layout.kept], [past, layout.past]] as const) {
      expect(part.width === 0).toBe(count === 0);
      if (count > 0) expect(part.width).toBeGreaterThanOrEqual(3);
    }
    if (kept > 0 && past > 0) expect(Math.abs(layout.kept.width - (width * kept) / (kept + past))).toBeLessThanOrEqual(3.001);
  }));
});
