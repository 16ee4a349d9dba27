import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedByTable, type TeamGroup } from '#core/release/fixed-by-table.ts';
import type { TeamCount } from '#core/release/river-counts.ts';

const team = fc.option(fc.integer({ min: 1, max: 14 }).map((n) => `team-${n}`), { nil: null });
const arbitraryCounts: fc.Arbitrary<readonly TeamCount[]> = fc.array(
  fc.record({ introducedTeamId: team, fixedTeamId: team, count: fc.integer({ min: 1, max: 90 }) }).map((row) => ({ ...row, fixed: row.fixedTeamId !== null })),
);
const holds = (group: TeamGroup | undefined, id: string | null): boolean => (id === null ? group?.kind === 'none' : group?.teamIds.includes(id) === true);

test('each cell counts exactly the fixes of its teams, and the cells add up to all fixes that name a team', () => {
  fc.assert(fc.property(arbitraryCounts, (counts) => {
    const table = fixedByTable(counts, (id) => id);
    const named = counts.filter(({ fixedTeamId }) => fixedTeamId !== null);
    const sum = (rows: readonly TeamCount[]): number => rows.reduce((total, { count }) => total + count, 0);
    table.cells.forEach((row, at) => row.forEach((count, column) => {
      expect(count).toBe(sum(named.filter((one) => holds(table.rows[at], one.introducedTeamId) && holds(table.columns[column], one.fixedTeamId))));
    }));
    expect(table.total).toBe(sum(named));
    expect(table.rowTotals.reduce((a, b) => a + b, 0)).toBe(table.total);
    expect(table.columnTotals.reduce((a, b) => a + b, 0)).toBe(table.total);
    expect(table.own).toBe(sum(named.filter((one) => one.introducedTeamId === one.fixedTeamId)));
    expect(table.columns.filter(({ kind }) => kind === 'team').length).toBeLessThanOrEqual(8);
  }));
});

test('teams stand in the order of their names whatever they introduced or fixed; what there is no room for stands together, last', () => {
  const counts = Array.from({ length: 11 }, (_, n) => ({ introducedTeamId: `t${String(n).padStart(2, '0')}`, fixedTeamId: `t${String(n).padStart(2, '0')}`, fixed: true, count: n + 1 }));
  const table = fixedByTable([...counts, { introducedTeamId: null, fixedTeamId: 't05', fixed: true, count: 2 }], (id) => id);
  expect(table.columns.map(({ kind, teamIds }) => (kind === 'others' ? teamIds.length : teamIds[0]))).toEqual(['t03', 't04', 't05', 't06', 't07', 't08', 't09', 't10', 3]);
  expect(table.rows.map(({ kind }) => kind).slice(-2)).toEqual(['others', 'none']);
});

test('no fix that names a team is an empty table', () => {
  expect(fixedByTable([{ introducedTeamId: 'a', fixedTeamId: null, fixed: true, count: 3 }], (id) => id)).toMatchObject({ rows: [], columns: [], total: 0, widest: 0 });
});
