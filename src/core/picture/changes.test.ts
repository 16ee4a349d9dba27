import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesByTeam, explained, reEstimates, type ChangeRow } from '#core/picture/changes.ts';
import { previousRisksMatching, risksMatching } from '#core/picture/filter.ts';
import type { PreviousRiskRow } from '#core/picture/picture.ts';
import { aPicture, aRisk, arbitraryPicture } from '#test/support/arbitrary-picture.ts';

const runs = { seed: 20_261_122, numRuns: 150 };

function expectReconciled(row: ChangeRow): void {
  const scale = 1e-9 * Math.max(1, row.before.expectedAnnualLoss + row.now.expectedAnnualLoss);
  expect(Math.abs(explained(row.parts) - row.difference)).toBeLessThanOrEqual(scale);
  const { opened, closed, carried, movedIn, movedOut } = row.counts;
  expect(opened + carried).toBe(row.now.count);
  expect(row.before.count - closed - movedOut + movedIn).toBe(carried);
}

test('for any picture the parts explain the whole difference of every line, with no remainder', () => {
  fc.assert(
    fc.property(arbitraryPicture(), (picture) => {
      for (const scope of [undefined, ...picture.teams.map((team) => team.id)]) {
        const { rows, total } = changesByTeam(picture, scope);
        for (const row of [...rows, total]) expectReconciled(row);
        const sum = rows.reduce((difference, row) => difference + row.difference, 0);
        expect(Math.abs(sum - total.difference)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(total.difference)) + 1);
      }
    }),
    runs,
  );
});

test('over the whole organisation what moved out of one team moved into another', () => {
  fc.assert(
    fc.property(arbitraryPicture(), (picture) => {
      const { rows } = changesByTeam(picture);
      const movedIn = rows.reduce((count, row) => count + row.counts.movedIn, 0);
      expect(rows.reduce((count, row) => count + row.counts.movedOut, 0)).toBe(movedIn);
    }),
    runs,
  );
});

test('the counts of a line are the lengths of the lists its filter opens', () => {
  fc.assert(
    fc.property(arbitraryPicture(), (picture) => {
      for (const row of changesByTeam(picture).rows) {
        expect(risksMatching(picture, { ...row.filter, changed: 'new' })).toHaveLength(row.counts.opened);
        expect(previousRisksMatching(picture, { ...row.filter, changed: 'closed' })).toHaveLength(row.counts.closed);
        expect(risksMatching(picture, { ...row.filter, changed: 'carried' })).toHaveLength(row.counts.carried);
      }
    }),
    runs,
  );
});

const was: PreviousRiskRow = {
  id: 'r', label: 'r', owningTeamId: null, processId: null, severalProcesses: false, ownerId: null,
  readiness: 'nobody-named', expectedAnnualLoss: null,
};

test('a first range on a carried risk is a measurement, not a rise in estimates', () => {
  const picture = { ...aPicture(), risks: [aRisk('r', { expectedAnnualLoss: 7 })], previousRisks: [was] };
  expect(changesByTeam(picture).total.parts).toMatchObject({ firstRange: 7, reEstimated: 0, opened: 0 });
  expect(reEstimates(picture)).toMatchObject([{ before: null, now: 7, difference: 7 }]);
});

test('the line that changed most comes first, whether it rose or fell', () => {
  const team = { kind: 'engineering', leadId: null, parentId: null, depth: 0 } as const;
  const picture = {
    ...aPicture(),
    teams: [{ ...team, id: 'a', name: 'A', end: 1 }, { ...team, id: 'b', name: 'B', end: 2 }],
    risks: [aRisk('r', { owningTeamId: 'a', expectedAnnualLoss: 10 }), aRisk('s', { owningTeamId: 'b', expectedAnnualLoss: 2 })],
    previousRisks: [{ ...was, owningTeamId: 'a', expectedAnnualLoss: 12 }, { ...was, id: 's', owningTeamId: 'b', expectedAnnualLoss: 9 }],
  };
  expect(changesByTeam(picture).rows.map((row) => [row.name, row.difference])).toEqual([['B', -7], ['A', -2]]);
});
