import type { TeamCount } from '#core/release/river-counts.ts';

/** Teams of one line or column: one team, the rest together, or none recorded (introduced only). */
export interface TeamGroup {
  kind: 'team' | 'others' | 'none';
  teamIds: readonly string[];
}

/** Introduced by x fixed by, of the fixes that name a team. */
export interface FixedByTable {
  rows: readonly TeamGroup[];
  columns: readonly TeamGroup[];
  /** Fixes by row and column. */
  cells: readonly (readonly number[])[];
  rowTotals: readonly number[];
  columnTotals: readonly number[];
  total: number;
  /** Fixed by the team that introduced it: teams shown together as others included. */
  own: number;
  /** Largest count of a cell: what bars are scaled to. */
  widest: number;
}

/** Teams that stand by name; the rest stand together. */
const MOST = 8;

/** The table of a place. Which teams stand by name is told by how much they introduced and fixed together; they stand in the order of their names, which ranks nobody. */
export function fixedByTable(counts: readonly TeamCount[], nameOf: (teamId: string) => string): FixedByTable {
  const named = counts.filter(({ fixedTeamId }) => fixedTeamId !== null);
  const part = new Map<string, number>();
  for (const { introducedTeamId, fixedTeamId, count } of named) {
    for (const id of new Set([introducedTeamId, fixedTeamId])) if (id !== null) part.set(id, (part.get(id) ?? 0) + count);
  }
  const byPart = [...part].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id);
  const teams = byPart.slice(0, MOST).toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en') || (a < b ? -1 : 1));
  const others = byPart.slice(MOST).toSorted();
  const groups: readonly TeamGroup[] = [
    ...teams.map((id): TeamGroup => ({ kind: 'team', teamIds: [id] })),
    ...(others.length === 0 ? [] : [{ kind: 'others', teamIds: others } as const]),
  ];
  const rows: readonly TeamGroup[] = [...groups, ...(named.some(({ introducedTeamId }) => introducedTeamId === null) ? [{ kind: 'none', teamIds: [] } as const] : [])];
  const holds = (group: TeamGroup, id: string | null): boolean => (id === null ? group.kind === 'none' : group.teamIds.includes(id));
  const count = (row: TeamGroup, column: TeamGroup): number => sumOf(named.filter((one) => holds(row, one.introducedTeamId) && holds(column, one.fixedTeamId)).map((one) => one.count));
  const cells = rows.map((row) => groups.map((column) => count(row, column)));
  return {
    rows,
    columns: groups,
    cells,
    rowTotals: cells.map(sumOf),
    columnTotals: groups.map((_, index) => sumOf(cells.map((row) => row[index] ?? 0))),
    total: sumOf(named.map((one) => one.count)),
    own: sumOf(named.filter(({ introducedTeamId, fixedTeamId }) => introducedTeamId === fixedTeamId).map((one) => one.count)),
    widest: Math.max(0, ...cells.flat()),
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
