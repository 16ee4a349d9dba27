import { describe, expect, test } from 'vitest';
import { measurementsOf, optionWorths, whoCanMeasure } from '#core/picture/measurements.ts';
import type { OptionRow, RiskRow } from '#core/picture/picture.ts';
import { choiceWords, measurePageWords, whoWords, worthWords } from '#core/picture/sentences/measure-words.ts';
import { aPicture, aRisk } from '#test/support/arbitrary-picture.ts';

const option = (costPerYear: number, more: Partial<OptionRow> = {}): OptionRow => ({
  id: `o-${costPerYear}`, label: 'A limit on calls', costPerYear, reductionLow: 0.5, reductionHigh: 0.7, reduces: 'rate', ownerId: null, ...more,
});
const ranged = (id: string, fields: Partial<RiskRow> = {}): RiskRow => aRisk(id, {
  exposure: { low: 100_000, high: 2_000_000, rateLow: 0.05, rateHigh: 0.5 }, options: [option(60_000)], ...fields,
});

describe('what to find out', () => {
  test('says how likely the call is the wrong one, and what knowing the rate is worth at most', () => {
    const picture = { ...aPicture(), risks: [ranged('r')] };
    const [worth] = optionWorths(ranged('r'));
    if (worth === undefined) throw new Error('the option can be priced');
    expect(choiceWords(picture, worth)).toBe(
      'A limit on calls: $60,000 a year. Doing it brings $22,000 a year more than it costs, on average; there is a 46% chance this call is the wrong one.',
    );
    expect(worthWords(picture, 'rate', worth.worth.rateAlone)).toBe('Finding out how often it happens is worth at most $10,000 a year to this decision.');
    expect(worthWords(picture, 'loss', worth.worth.lossAlone)).toBe('No answer about what one time really costs would change the call.');
  });

  test('ranks by worth over the open decisions, each with its best option, and counts the others', () => {
    const decided = ranged('decided', { decisions: [{ id: 'd', kind: 'accept', byId: null, at: '2026-01-01', expiresAt: null, inForce: true, rationale: null, conditions: [] }] });
    const picture = {
      ...aPicture(),
      risks: [
        ranged('far', { options: [option(900_000)] }), ranged('close', { options: [option(60_000), option(500_000)] }), decided,
        ranged('doubtful', { exposure: { low: 100_000, high: 2_000_000, rateLow: 0.05, rateHigh: 0.5, offByFactor: 3 } }),
        aRisk('without'), aRisk('unpriced', { options: [option(1_000)] }),
        ranged('other-money', { options: [option(60_000, { currency: 'EUR' })] }),
      ],
    };
    const found = measurementsOf(picture);
    expect(found.ranked.map(({ risk, what }) => `${risk.id} ${what}`)).toEqual(['close rate', 'doubtful rate', 'doubtful loss', 'far rate']);
    expect(found.ranked.find(({ risk }) => risk.id === 'close')?.option.costPerYear).toBe(60_000);
    expect(found.unpriced.map(({ id }) => id)).toEqual(['unpriced', 'other-money']);
    expect(found.withoutOption.map(({ id }) => id)).toEqual(['without']);
    expect(measurePageWords(picture, found).subtitle).toBe('Three open decisions have an option with a cost and a size to price it with. 3 open decisions have not.');
  });

  test('a rate that is known is worth nothing to find out', () => {
    const [worth] = optionWorths(ranged('r', { exposure: { low: 100_000, high: 2_000_000, rateLow: 0.2, rateHigh: 0.2 } }));
    expect(worth?.worth).toMatchObject({ everything: 0, rateAlone: 0, lossAlone: 0, chanceWrong: 0 });
    expect(worth === undefined ? '' : choiceWords(aPicture(), worth)).toContain('states no doubt about the size');
  });

  test('names the teams whose evidence is on record, else the team that owns it', () => {
    const piece = { id: 'e', label: 'e', kind: 'test', at: '2026-01-01', recordedAt: null, material: true, elsewhere: false, negative: null, coverage: null, seenByOwnerAt: null, basis: null, facts: [] };
    expect(whoCanMeasure(aRisk('r', { evidence: [{ ...piece, teamId: 'b' }, { ...piece, teamId: 'a', elsewhere: true }], owningTeamId: 'c' }))).toEqual(['b']);
    expect(whoCanMeasure(aRisk('r', { owningTeamId: 'c' }))).toEqual(['c']);
    expect(whoWords(aPicture(), aRisk('r'))).toBe('No team is recorded that could measure it; nobody is named to decide.');
  });
});
