import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposureViews, parseExposureView, viewOfExposure } from '#web/url/exposure-view.ts';

describe(parseExposureView, () => {
  it('reads back what was written', () => {
    fc.assert(fc.property(fc.constantFrom(...exposureViews), fc.option(fc.integer({ min: 0, max: 1e12 }), { nil: undefined }), (view, over) => {
      const written = viewOfExposure({ view, over });
      const query = new URLSearchParams(Object.entries(written).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
      expect(parseExposureView(query)).toEqual({ view, over });
    }));
  });

  it.each(['view=pie', 'over=', 'over=-5', 'over=lots', 'over=1e99'])('takes %s as not chosen', (text) => {
    expect(parseExposureView(new URLSearchParams(text))).toEqual({ view: 'dots', over: undefined });
  });
});
