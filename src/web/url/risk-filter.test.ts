import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagIds } from '#core/flags/flag.ts';
import { riskChanges, type RiskFilter } from '#core/picture/filter.ts';
import { readinessStates } from '#core/picture/readiness.ts';
import { pathOf, placeOf } from '#web/paths.ts';
import { addressOf } from '#web/url/address.ts';
import { addressOfFilter, filterOfPage, parseRiskFilter, viewOfFilter } from '#web/url/risk-filter.ts';

const id = fc.string({ unit: 'grapheme' });
const filters: fc.Arbitrary<RiskFilter> = fc.record({
  teamId: id,
  withSubteams: fc.constant(false),
  noTeam: fc.constant(true),
  processId: id,
  noProcess: fc.constant(true),
  severalProcesses: fc.boolean(),
  readiness: fc.subarray([...readinessStates], { minLength: 1 }),
  ownerId: id,
  serviceId: id,
  stageId: fc.option(id, { nil: null }),
  unquantified: fc.boolean(),
  changed: fc.constantFrom(...riskChanges),
  flags: fc.subarray([...flagIds], { minLength: 1, maxLength: 3 }),
  ids: fc.array(id, { minLength: 1, maxLength: 4 }),
}, { requiredKeys: [] });

function queryOf(view: ReturnType<typeof viewOfFilter>): URLSearchParams {
  return new URL(addressOf({ page: 'ownership' }, { pathname: '/', search: '' }, view), 'http://localhost').searchParams;
}

describe(parseRiskFilter, () => {
  it('reads back every filter that was written', () => {
    fc.assert(fc.property(filters, (filter) => {
      expect(parseRiskFilter(queryOf(viewOfFilter(filter)))).toEqual(filter);
    }), { seed: 20_261_121, numRuns: 1000 });
  });

  it('ignores names it does not know and values that are not allowed', () => {
    expect(parseRiskFilter(new URLSearchParams('cell=purple&changed=maybe&range=some&colour=1&several=on'))).toEqual({});
    expect(parseRiskFilter(new URLSearchParams('cell=nobody-named&cell=purple'))).toEqual({ readiness: ['nobody-named'] });
  });
});

describe(addressOfFilter, () => {
  it('opens a page whose path and query together are the same filter', () => {
    fc.assert(fc.property(filters, (filter) => {
      const { place, view } = addressOfFilter(filter);
      const url = new URL(addressOf(place, { pathname: '/', search: '' }, view), 'http://localhost');
      expect(filterOfPage(placeOf(url.pathname), url.searchParams)).toEqual(filter);
    }), { seed: 20_261_121, numRuns: 1000 });
  });

  it('goes to the team, the process or the cell where the path can say so', () => {
    expect(pathOf(addressOfFilter({ teamId: 'a' }).place)).toBe('/teams/a');
    expect(pathOf(addressOfFilter({ processId: 'p' }).place)).toBe('/release/p');
    expect(pathOf(addressOfFilter({ teamId: 'a', processId: 'p', readiness: ['nobody-named'] }).place)).toBe('/teams/a/process/p');
    expect(pathOf(addressOfFilter({ noTeam: true, processId: 'p' }).place)).toBe('/ownership');
  });
});
