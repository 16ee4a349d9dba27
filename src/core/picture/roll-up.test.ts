import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFindings, findingsMatching, previousRisksMatching, riskChanges, risksMatching } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { placeRows } from '#core/picture/place-rows.ts';
import { readinessStates } from '#core/picture/readiness.ts';
import { cellOf, summarise, teamByProcess, withoutInformedCall, type Summary, type Tally } from '#core/picture/roll-up.ts';
import { aPicture, aRisk, arbitraryPicture } from '#test/support/arbitrary-picture.ts';

const runs = { seed: 20_261_121, numRuns: 100 };

/** Sums of the same doubles in another order differ in the last bits. */
function expectSum(parts: readonly Tally[], whole: Tally): void {
  expect(parts.reduce((sum, part) => sum + part.count, 0)).toBe(whole.count);
  expect(parts.reduce((sum, part) => sum + part.unquantified, 0)).toBe(whole.unquantified);
  const money = parts.reduce((sum, part) => sum + part.expectedAnnualLoss, 0);
  expect(Math.abs(money - whole.expectedAnnualLoss)).toBeLessThanOrEqual(1e-9 * Math.max(1, whole.expectedAnnualLoss));
}

describe('for any picture', () => {
  test('the teams below a team and the team itself sum to the team, at every level', () => {
    fc.assert(
      fc.property(arbitraryPicture(), (picture) => {
        for (const scope of [undefined, ...picture.teams.map((team) => team.id)]) {
          const table = teamByProcess(picture, scope);
          expectSum(table.rows.map((row) => row.total.summary), table.total.summary);
          expectSum(table.totals.map((cell) => cell.summary), table.total.summary);
          for (const row of table.rows) expectSum(row.cells.map((cell) => cell.summary), row.total.summary);
        }
      }),
      runs,
    );
  });

  test('the whole table holds every open risk once', () => {
    fc.assert(
      fc.property(arbitraryPicture(), (picture) => {
        const table = teamByProcess(picture);
        expect(table.total.summary.count).toBe(picture.risks.length);
        const listed = table.rows.flatMap((row) => row.cells).flatMap((cell) => risksMatching(picture, cell.filter));
        expect(listed.map((risk) => risk.id).sort()).toEqual(picture.risks.map((risk) => risk.id).sort());
      }),
      runs,
    );
  });

  test('the number of a cell is the length of the list its filter opens', () => {
    fc.assert(
      fc.property(arbitraryPicture(), (picture) => {
        for (const scope of [undefined, ...picture.teams.map((team) => team.id)]) {
          const table = teamByProcess(picture, scope);
          const cells = [table.total, ...table.totals, ...table.rows.flatMap((row) => [row.total, ...row.cells])];
          for (const { filter, summary } of cells) {
            expect(risksMatching(picture, filter)).toHaveLength(summary.count);
            for (const state of readinessStates) {
              const list = risksMatching(picture, { ...filter, readiness: [state] });
              expect(list).toHaveLength(summary.byReadiness[state].count);
            }
            expect(risksMatching(picture, { ...filter, unquantified: true })).toHaveLength(summary.unquantified);
          }
        }
      }),
      runs,
    );
  });

  test('the six readiness states sum to the open total, in count and in money', () => {
    fc.assert(
      fc.property(arbitraryPicture(), (picture) => {
        const whole: Summary = summarise(picture.risks);
        expectSum(readinessStates.map((state) => whole.byReadiness[state]), whole);
        expectSum([withoutInformedCall(whole), whole.byReadiness['can-decide-seen']], whole);
      }),
      runs,
    );
  });

  test('a team with all below it holds what the tree walked by hand holds', () => {
    fc.assert(
      fc.property(arbitraryPicture(), (picture) => {
        for (const team of picture.teams) {
          const below = descendants(picture, team.id);
          const expected = picture.risks.filter((risk) => risk.owningTeamId !== null && below.has(risk.owningTeamId));
          expect(risksMatching(picture, { teamId: team.id })).toEqual(expected);
        }
      }),
      runs,
    );
  });

  test('findings of the lines of a scope sum to the findings of the scope', () => {
    fc.assert(
      fc.property(arbitraryPicture(), (picture) => {
        for (const scope of [undefined, ...picture.teams.map((team) => team.id)]) {
          const parts = placeRows(picture, scope).map((row) => countFindings(findingsMatching(picture, row.filter)));
          const whole = countFindings(findingsMatching(picture, scope === undefined ? {} : { teamId: scope }));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
        }
      }),
      runs,
    );
  });

  test('new and carried make up now; closed and carried make up the earlier date', () => {
    fc.assert(
      fc.property(arbitraryPicture(), (picture) => {
        const count = Object.fromEntries(riskChanges.map((changed) => [changed, risksMatching(picture, { changed }).length]));
        expect((count['new'] ?? 0) + (count['carried'] ?? 0)).toBe(picture.risks.length);
        const closed = previousRisksMatching(picture, { changed: 'closed' });
        const carried = previousRisksMatching(picture, { changed: 'carried' });
        expect(closed.length + carried.length).toBe(picture.previousRisks.length);
        expect(carried).toHaveLength(count['carried'] ?? 0);
      }),
      runs,
    );
  });
});

test('a risk without a range adds to the count and to unquantified, and nothing to the money', () => {
  const { count, expectedAnnualLoss, unquantified } = summarise([aRisk('a'), aRisk('b', { expectedAnnualLoss: 5 })]);
  expect({ count, expectedAnnualLoss, unquantified }).toEqual({ count: 2, expectedAnnualLoss: 5, unquantified: 1 });
});

test('an organisation with one top team is laid out below that team', () => {
  const team = { kind: 'engineering', leadId: null } as const;
  const picture: Picture = {
    ...aPicture(),
    teams: [
      { ...team, id: 'all', name: 'Acme', parentId: null, depth: 0, end: 3 },
      { ...team, id: 'pay', name: 'Payments', parentId: 'all', depth: 1, end: 2 },
      { ...team, id: 'web', name: 'Web', parentId: 'all', depth: 1, end: 3 },
    ],
    risks: [aRisk('a', { owningTeamId: 'all' }), aRisk('b', { owningTeamId: 'web' }), aRisk('c')],
  };
  expect(teamByProcess(picture).rows.map((row) => [row.name, row.total.summary.count])).toEqual([
    ['Payments', 0], ['Web', 1], ['Acme itself', 1], ['No team recorded', 1],
  ]);
});

test('a filter of several parts keeps only what meets all of them', () => {
  const picture = { ...aPicture(), risks: [
    aRisk('a', { ownerId: 'p', serviceIds: ['s'], readiness: 'cannot-tell' }),
    aRisk('b', { ownerId: 'p', serviceIds: ['t'], readiness: 'cannot-tell' }),
    aRisk('c', { ownerId: 'q', serviceIds: ['s'], readiness: 'nobody-named' }),
  ] };
  expect(cellOf(picture, { ownerId: 'p', serviceId: 's' }).summary.count).toBe(1);
  expect(cellOf(picture, { readiness: ['cannot-tell', 'nobody-named'] }).summary.count).toBe(3);
  expect(cellOf(picture, { ids: ['c'], ownerId: 'p' }).summary.count).toBe(0);
});

function descendants(picture: Picture, teamId: string): ReadonlySet<string> {
  const found = new Set([teamId]);
  for (let grown = true; grown; ) {
    const before = found.size;
    for (const team of picture.teams) if (team.parentId !== null && found.has(team.parentId)) found.add(team.id);
    grown = found.size > before;
  }
  return found;
}
