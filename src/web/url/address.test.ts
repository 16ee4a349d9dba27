import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay } from '#core/time.ts';
import { addressOf } from '#web/url/address.ts';
import { parseViewDates, withViewDates } from '#web/url/view-dates.ts';

const date = fc.integer({ min: 0, max: 40_000 }).map(isoDay);

describe(parseViewDates, () => {
  it('reads back the dates that were written, beside any other parameter', () => {
    const dates = fc.record({ asOf: fc.option(date, { nil: undefined }), against: fc.option(date, { nil: undefined }) });
    fc.assert(fc.property(dates, fc.string(), (chosen, other) => {
      const query = withViewDates(new URLSearchParams({ q: other }), chosen);
      expect(parseViewDates(new URLSearchParams(query.toString()))).toEqual({ asOf: chosen.asOf, against: chosen.against });
      expect(query.get('q')).toBe(other);
    }), { seed: 20_261_121 });
  });

  it('counts what is not a calendar date as not chosen', () => {
    expect(parseViewDates(new URLSearchParams('asOf=2026-02-30&against=yesterday'))).toEqual({ asOf: undefined, against: undefined });
  });
});

describe(addressOf, () => {
  const here = { pathname: '/ownership', search: '?asOf=2026-07-07&cell=nobody-named' };
  const risk = { page: 'risk' as const, risk: 'R-1', under: { page: 'ownership' as const } };

  it('carries the dates to every page, and nothing that was not chosen', () => {
    expect(addressOf({ page: 'knew' }, here)).toBe('/knew?asOf=2026-07-07');
    expect(addressOf({ page: 'knew' }, { pathname: '/', search: '' })).toBe('/knew');
  });

  it('carries the filters of a list to its risks and back up, and nowhere else', () => {
    expect(addressOf(risk, here)).toBe('/ownership/risks/R-1?asOf=2026-07-07&cell=nobody-named');
    expect(addressOf({ page: 'ownership' }, { pathname: '/ownership/risks/R-1', search: '?cell=nobody-named' })).toBe('/ownership?cell=nobody-named');
    expect(addressOf({ page: 'brief' }, { pathname: '/ownership/risks/R-1', search: '?cell=nobody-named' })).toBe('/');
  });

  it('replaces the filters by the ones asked for', () => {
    expect(addressOf({ page: 'ownership' }, here, { cell: ['cannot-tell', 'nobody-named'], team: undefined })).toBe('/ownership?asOf=2026-07-07&cell=cannot-tell&cell=nobody-named');
    expect(addressOf({ page: 'ownership' }, here, {})).toBe('/ownership?asOf=2026-07-07');
  });
});
