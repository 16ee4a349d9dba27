import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutAgeBands } from '#web/charts/age-bands/layout.ts';

test('one finding is equally wide in every bar, none is no bar, and no bar leaves the drawing', () => {
  fc.assert(fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 4 }), fc.integer({ min: 60, max: 900 }), (counts, width) => {
    const { bars, pixelsPerFinding, height } = layoutAgeBands(counts, { width, rowHeight: 26, axisHeight: 20, markAt: 0.5 });
    bars.forEach((bar, index) => {
      expect(bar.width).toBeCloseTo((counts[index] ?? 0) * pixelsPerFinding, 6);
      expect(bar.width).toBeLessThanOrEqual(width + 1e-6);
      expect(bar.y + bar.height).toBeLessThanOrEqual(height);
    });
  }));
});
