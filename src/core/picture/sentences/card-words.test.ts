import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyProse } from '#core/exposure/money-words.ts';
import { asksOfBoard } from '#core/picture/asks.ts';
import { changesByTeam } from '#core/picture/changes.ts';
import { risksMatching } from '#core/picture/filter.ts';
import { knowledgeLags } from '#core/picture/knowledge-lags.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import type { Readiness } from '#core/picture/readiness.ts';
import { summarise, teamByProcess } from '#core/picture/roll-up.ts';
import { topRisks } from '#core/picture/top-risks.ts';
import { briefWords } from '#core/picture/sentences/brief-words.ts';
import {
  asksWords, changesWords, knowledgeWords, ownershipWords, teamByProcessWords, topRisksWords,
} from '#core/picture/sentences/card-words.ts';
import { aPicture, aRisk, arbitraryPicture } from '#test/support/arbitrary-picture.ts';

const runs = { seed: 20_261_124, numRuns: 200 };
const money = (amount: number): string => moneyProse(amount, 'modelled', 'USD');

function pictureOf(...states: readonly (readonly [Readiness, number | null])[]): Picture {
  return { ...aPicture(), risks: states.map(([readiness, expectedAnnualLoss], index) => aRisk(`r${index}`, { readiness, expectedAnnualLoss })) };
}

const repeat = (count: number, state: Readiness, loss: number | null): [Readiness, number | null][] =>
  Array.from({ length: count }, () => [state, loss]);

describe(briefWords, () => {
  test.each([
    [[], 'No open risk is on the record'],
    [repeat(1, 'can-decide-seen', 1), 'The one open risk sits with someone who can decide and has seen the evidence'],
    [repeat(2, 'can-decide-seen', 1), 'Both open risks sit with someone who can decide and has seen the evidence'],
    [repeat(3, 'can-decide-seen', 1), 'All three open risks sit with someone who can decide and has seen the evidence'],
    [repeat(1, 'cannot-decide-seen', 1), 'The one open risk sits with someone who cannot decide or has not seen the evidence'],
    [[...repeat(1, 'cannot-decide-seen', 1), ...repeat(3, 'can-decide-seen', 1)], 'One of four open risks sits with someone who cannot decide or has not seen the evidence'],
    [
      [...repeat(3, 'cannot-decide-seen', 1), ...repeat(4, 'can-decide-not-seen', 1), ...repeat(2, 'cannot-decide-not-seen', 1), ...repeat(14, 'can-decide-seen', 1)],
      'Nine of 23 open risks sit with someone who cannot decide or has not seen the evidence',
    ],
    [[...repeat(12, 'can-decide-not-seen', 1), ...repeat(30, 'can-decide-seen', 1)], '12 of 42 open risks sit with someone who cannot decide or has not seen the evidence'],
    [[...repeat(2, 'nobody-named', 1), ...repeat(3, 'can-decide-seen', 1)], 'Two of five open risks have nobody named to decide'],
    [[...repeat(1, 'cannot-tell', 1), ...repeat(9, 'can-decide-seen', 1)], 'One of 10 open risks names a decider the record cannot place'],
  ] as const)('%#', (states, headline) => {
    expect(briefWords(pictureOf(...states)).headline).toBe(headline);
  });

  test('says how much money the gaps carry, who else is without a name, and what has no range', () => {
    const picture = pictureOf(['can-decide-not-seen', 11_400_000], ['can-decide-seen', 10_500_000], ['nobody-named', null], ['cannot-tell', 0]);
    expect(briefWords(picture).lede).toBe(
      'It carries $11 million of the $22 million expected annual loss. One of four risks has no range. One more has nobody named. For one the record cannot tell. Four need the board.',
    );
  });

  test('does not speak of money where no range is on the record', () => {
    expect(briefWords(pictureOf(['cannot-decide-seen', null])).lede).toContain('No range is on the record for any of them.');
    expect(briefWords(pictureOf(['cannot-decide-seen', null], ['can-decide-seen', 5])).lede).toContain('It has no range; the others carry $5 expected annual loss.');
  });

  test('for any picture the number of the headline is the length of the list it opens', () => {
    fc.assert(fc.property(arbitraryPicture(), (picture) => {
      const { headline, filter } = briefWords(picture);
      const listed = risksMatching(picture, filter).length;
      const words = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
      const number = words[listed] ?? String(listed);
      const whole = listed === picture.risks.length;
      expect(headline).toMatch(whole ? /^(The one|Both|All|No) / : new RegExp(`^${number} of `));
    }), runs);
  });
});

describe(teamByProcessWords, () => {
  test('for any picture names the money of every state but one, and the line that holds most of it', () => {
    fc.assert(fc.property(arbitraryPicture(), (picture) => {
      const { headline } = teamByProcessWords(picture, teamByProcess(picture));
      const ranged = picture.risks.filter((risk) => risk.expectedAnnualLoss !== null);
      const open = picture.risks.filter((risk) => risk.readiness !== 'can-decide-seen');
      if (open.length === 0 || ranged.length === 0) return;
      const sum = (risks: readonly RiskRow[]): number => risks.reduce((total, risk) => total + (risk.expectedAnnualLoss ?? 0), 0);
      expect(headline.startsWith(`${money(sum(open))} of ${money(sum(ranged))} is nobody’s informed call`)).toBe(true);
      const most = /; (.+) holds most$/.exec(headline)?.[1];
      if (most === undefined || most === 'what has no recorded team') return;
      const held = (name: string): number => sum(open.filter((risk) => lineOf(picture, risk) === name));
      for (const team of picture.teams) expect(held(most)).toBeGreaterThanOrEqual(held(team.name) - 1e-6);
    }), runs);
  });

  test('counts where there is no money to count', () => {
    const picture = pictureOf(['cannot-decide-seen', null], ['can-decide-seen', null]);
    expect(teamByProcessWords(picture, teamByProcess(picture)).headline).toBe('One of two open risks is nobody’s informed call');
  });
});

/** The line a risk stands on when the table is laid out below the one top team, walked by hand. */
function lineOf(picture: Picture, risk: RiskRow): string {
  const tops = picture.teams.filter((team) => team.parentId === null);
  const [only] = tops;
  const base = tops.length === 1 && only !== undefined && picture.teams.length > 1 ? only : undefined;
  let team = picture.teams.find((one) => one.id === risk.owningTeamId);
  if (team === undefined) return 'what has no recorded team';
  if (team.id === base?.id) return `${base.name} itself`;
  while (team !== undefined && team.parentId !== (base?.id ?? null)) {
    const parentId: string | null = team.parentId;
    team = picture.teams.find((one) => one.id === parentId);
  }
  return team?.name ?? '';
}

describe(topRisksWords, () => {
  test('sums the five largest by another path', () => {
    const losses = [5, 9, 1, 7, 3, 8, 2].map((size) => size * 1e6);
    const picture = { ...aPicture(), risks: losses.map((loss, index) => aRisk(`r${index}`, { expectedAnnualLoss: loss, exposure: { low: 1, high: 2, rateLow: 1, rateHigh: 1 } })) };
    expect(topRisksWords(picture, topRisks(picture)).headline).toBe('The five largest make up $32 million of $35 million');
    expect(topRisks(picture).rows.map((row) => row.expectedAnnualLoss / 1e6)).toEqual([9, 8, 7, 5, 3]);
  });

  test.each([
    [[], 'No open risk has a range on the record', undefined],
    [[4e6], 'The largest makes up all of $4 million', undefined],
    [[4e6, null], 'The largest makes up all of $4 million', '1 more risk without a range.'],
    [[4e6, 1e6, null, null], 'The two largest make up all of $5 million', '2 more risks without a range.'],
  ] as const)('%#', (losses, headline, without) => {
    const picture = { ...aPicture(), risks: losses.map((loss, index) => aRisk(`r${index}`, { expectedAnnualLoss: loss, exposure: loss === null ? null : { low: 1, high: 2, rateLow: 1, rateHigh: 1 } })) };
    const words = topRisksWords(picture, topRisks(picture));
    expect(words.headline).toBe(headline);
    if (without !== undefined) expect(words.subtitle).toContain(without);
  });
});

test.each([
  [[], 'There is no open risk for anybody to decide'],
  [repeat(1, 'can-decide-seen', null), 'The one open risk is somebody’s informed call'],
  [repeat(1, 'cannot-tell', null), 'The one open risk is nobody’s informed call'],
  [[...repeat(14, 'can-decide-seen', 1), ...repeat(9, 'nobody-named', 1)], '14 of 23 open risks are somebody’s informed call'],
  [[...repeat(1, 'can-decide-seen', 1), ...repeat(2, 'nobody-named', 1)], 'One of three open risks is somebody’s informed call'],
] as const)('ownership card %#', (states, headline) => {
  expect(ownershipWords(summarise(pictureOf(...states).risks)).headline).toBe(headline);
});

describe(knowledgeWords, () => {
  const lag = (id: string, lagDays: number, lagRunning: boolean): RiskRow => aRisk(id, { firstKnownAt: '2026-01-01', lagDays, lagRunning });
  const wordsOf = (shown: number, ...risks: readonly RiskRow[]) => knowledgeWords(knowledgeLags({ ...aPicture(), risks }), shown);

  test('spans what is drawn, and says how much more there is', () => {
    const risks = [lag('a', 25, false), lag('b', 168, true), lag('c', 110, false), lag('d', 3, false)];
    expect(wordsOf(3, ...risks)).toEqual({
      headline: 'Someone here knew 25 to 168 days before the person who decides; one still open',
      subtitle: 'Circle: first person knew. Square: decision owner informed. Triangle: decided. Dashed: still open. The three longest of 4.',
    });
  });

  test.each([
    [[], 'Nothing on the record was known here before the person who decides'],
    [[lag('a', 0, false)], 'Nothing on the record was known here before the person who decides'],
    [[lag('a', 1, false)], 'Someone here knew 1 day before the person who decides'],
    [[lag('a', 9, true), lag('b', 9, true)], 'Known here for 9 days, and not yet to the person who decides'],
  ])('%#', (risks, headline) => {
    expect(wordsOf(5, ...risks).headline).toBe(headline);
  });
});

describe(changesWords, () => {
  const before = (id: string, expectedAnnualLoss: number | null) => ({
    id, label: id, owningTeamId: null, processId: null, severalProcesses: false, ownerId: null, readiness: 'nobody-named' as const, expectedAnnualLoss,
  });
  const headline = (now: readonly [string, number | null][], was: readonly [string, number | null][]): string => {
    const picture: Picture = {
      ...aPicture(), risks: now.map(([id, expectedAnnualLoss]) => aRisk(id, { expectedAnnualLoss })), previousRisks: was.map(([id, loss]) => before(id, loss)),
      closedRiskIds: was.filter(([id]) => !now.some(([other]) => other === id)).map(([id]) => id),
    };
    return changesWords(picture, changesByTeam(picture)).headline;
  };

  test('says up or down, by how much, and which line moved most', () => {
    expect(headline([['a', 5e6]], [['a', 2.7e6]])).toBe('Up $2.3 million since Q3 2026; No team recorded rose most');
    expect(headline([['a', 1e6]], [['a', 2e6], ['b', 1e6]])).toBe('Down $2 million since Q3 2026; No team recorded fell most');
    expect(headline([['a', 1e6]], [['a', 1e6]])).toBe('No change in expected annual loss since Q3 2026');
    expect(headline([['a', null]], [['b', null]])).toBe('One new and one closed since Q3 2026; no range to compare');
  });

  test('for any picture is the difference of the two sums', () => {
    fc.assert(fc.property(arbitraryPicture(), (picture) => {
      const sum = (rows: readonly { expectedAnnualLoss: number | null }[]): number => rows.reduce((total, row) => total + (row.expectedAnnualLoss ?? 0), 0);
      const difference = sum(picture.risks) - sum(picture.previousRisks);
      const words = changesWords(picture, changesByTeam(picture)).headline;
      if (Math.abs(difference) < 1 || words.includes('no range to compare')) return;
      expect(words.startsWith(`${difference > 0 ? 'Up' : 'Down'} ${money(Math.abs(difference))} since`)).toBe(true);
    }), runs);
  });
});

describe(asksWords, () => {
  const decider = (personId: string, canDecide: boolean): RiskRow['candidates'][number] => ({ personId, hops: 0, limit: null, unlimited: canDecide, canDecide, state: canDecide ? 'has' : 'lacks', unseen: 0, unseenIds: [], why: '' });
  const person = (id: string, managerId: string | null) => ({ id, name: id.toUpperCase(), title: null, kind: 'person' as const, teamId: null, managerId, inPost: true });
  const exposure = (high: number) => ({ low: 1, high, rateLow: 1, rateHigh: 1 });
  const accepted = (at: string) => [{ id: 'd', kind: 'accept' as const, byId: 'lead', at, expiresAt: null, inForce: true, rationale: null, conditions: [] }];
  const company = (risks: readonly RiskRow[]): Picture => ({ ...aPicture(), persons: [person('chair', null), person('lead', 'chair')], risks });

  test('asks only for what nobody below the top can decide, the largest times the longest first', () => {
    const asks = asksOfBoard(company([
      aRisk('below', { candidates: [decider('lead', true), decider('chair', true)], exposure: exposure(9e9) }),
      aRisk('small', { candidates: [decider('chair', true)], exposure: exposure(100), ageDays: 10 }),
      aRisk('long', { candidates: [decider('lead', false)], exposure: exposure(90), ageDays: 20 }),
      aRisk('unranged', { candidates: [], ageDays: 900 }),
      aRisk('settled', { candidates: [], exposure: exposure(9e9), decisions: accepted('2026-01-01') }),
    ]));
    expect(asks.rows.map((row) => row.risk.id)).toEqual(['long', 'small', 'unranged']);
    expect(asksWords(asks)).toEqual({ headline: 'Asked of the board', subtitle: '3 for decision' });
  });

  test('keeps the last of three places for the largest acceptance of the quarter', () => {
    const asks = asksOfBoard(company([
      ...['a', 'b', 'c'].map((id) => aRisk(id, { exposure: exposure(5) })),
      aRisk('noted', { label: 'Refund limit', candidates: [decider('lead', true)], exposure: exposure(9), decisions: accepted('2026-10-01') }),
      aRisk('smaller', { candidates: [decider('lead', true)], exposure: exposure(8), decisions: accepted('2026-10-01') }),
      aRisk('last-quarter', { candidates: [decider('lead', true)], exposure: exposure(99), decisions: accepted('2026-09-30') }),
    ]));
    expect(asks.rows.map((row) => [row.purpose, row.risk.id])).toEqual([['decide', 'a'], ['decide', 'b'], ['note', 'noted']]);
    expect(asks.rows[2]?.sentence).toBe('Note: Refund limit, accepted by LEAD');
    expect(asksWords(asks).subtitle).toBe('2 for decision, 1 to note, 1 more for decision');
  });

  test('says what the board can do about each', () => {
    const lowest = { personId: null, sentence: '', briefUp: null, grantDown: null };
    const grantDown = { personId: 'lead', grantorId: 'chair', atLeast: 5, until: '2027-01-01', sentence: '' };
    const sentences = (fields: Partial<RiskRow>): string | undefined => asksOfBoard(company([aRisk('r', { label: 'X', ...fields })])).rows[0]?.sentence;
    expect(sentences({ readiness: 'nobody-named' })).toBe('Name who decides: X');
    expect(sentences({ readiness: 'cannot-decide-seen', lowest: { ...lowest, personId: 'chair', grantDown } })).toBe('Give LEAD the authority to decide: X');
    expect(sentences({ readiness: 'cannot-decide-seen', lowest: { ...lowest, personId: 'chair' } })).toBe('Decide, or pass the authority on: X');
    expect(sentences({ readiness: 'cannot-decide-seen', lowest })).toBe('Grant somebody the authority to decide: X');
  });

  test('asks nothing where everything can be decided below', () => {
    expect(asksWords(asksOfBoard(company([]))).headline).toBe('Nothing is asked of the board');
  });
});
