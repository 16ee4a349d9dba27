import { say } from '#language/say.ts';
import { cellOf, summarise, type Cell, type Summary, type TableColumn, type TableRow, type TeamByProcess } from '#core/picture/roll-up.ts';
import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';

export interface BriefColumn {
  key: string;
  kind: TableColumn['kind'] | 'rest';
  processId: string | null;
  name: string;
  total: Cell;
}

export interface BriefRow {
  key: string;
  kind: TableRow['kind'] | 'rest';
  teamId: string | null;
  name: string;
  cells: readonly Cell[];
  total: Cell;
}

export interface BriefTable {
  columns: readonly BriefColumn[];
  rows: readonly BriefRow[];
  total: Cell;
}

/**
 * The table as it fits the brief: rows by money, largest first, what has no recorded team last. Rows and
 * columns beyond the room are folded into one each, so that nothing is left out of any sum; teams without
 * an open risk are not listed.
 */
export function trimTable(picture: Picture, table: TeamByProcess, room: { rows: number; columns: number }): BriefTable {
  const columns = table.columns.map((column, index) => ({ column, index, cell: table.totals[index] ?? empty(table.total.filter) }));
  const keptColumns = keep(columns, room.columns, ({ cell }) => cell.summary);
  const restColumns = columns.filter((one) => !keptColumns.includes(one));
  const filled = table.rows.filter((row) => row.total.summary.count > 0);
  const noTeam = filled.filter((row) => row.kind === 'no-team');
  const rows = [...keep(filled.filter((row) => row.kind !== 'no-team'), room.rows - noTeam.length, (row) => row.total.summary), ...noTeam];
  const restRows = filled.filter((row) => !rows.includes(row));
  const cellsOf = (row: TableRow): readonly Cell[] => [
    ...keptColumns.map(({ index }) => row.cells[index] ?? empty(row.total.filter)),
    ...(restColumns.length === 0 ? [] : [merged(picture, restColumns.flatMap(({ index }) => row.cells[index] ?? []))]),
  ];
  const briefRows = rows.map((row): BriefRow => ({
    key: `${row.kind} ${row.teamId}`, kind: row.kind, teamId: row.teamId, name: row.name, cells: cellsOf(row), total: row.total,
  }));
  return {
    columns: columnsOf(picture, keptColumns, restColumns),
    rows: inOrder([...briefRows, ...restRow(picture, restRows, cellsOf)]),
    total: table.total,
  };
}

interface IndexedColumn {
  column: TableColumn;
  index: number;
  cell: Cell;
}

function columnsOf(picture: Picture, kept: readonly IndexedColumn[], rest: readonly IndexedColumn[]): readonly BriefColumn[] {
  const columns = kept.map(({ column, cell }): BriefColumn => ({
    key: `${column.kind} ${column.processId}`, kind: column.kind, processId: column.processId, name: column.name, total: cell,
  }));
  if (rest.length === 0) return columns;
  const name = say('{rest, number} more', { rest: rest.length });
  return [...columns, { key: 'rest', kind: 'rest', processId: null, name, total: merged(picture, rest.map(({ cell }) => cell)) }];
}

function restRow(picture: Picture, rest: readonly TableRow[], cellsOf: (row: TableRow) => readonly Cell[]): readonly BriefRow[] {
  if (rest.length === 0) return [];
  const columns = rest.map(cellsOf);
  const cells = (columns[0] ?? []).map((_, index) => merged(picture, columns.flatMap((row) => row[index] ?? [])));
  const name = say('{rest, number} more {rest, plural, one {team} other {teams}}', { rest: rest.length });
  return [{ key: 'rest', kind: 'rest', teamId: null, name, cells, total: merged(picture, rest.map((row) => row.total)) }];
}

/** As many as there is room for, one place given up to the fold where not all fit; in their own order. */
function keep<T>(all: readonly T[], room: number, summaryOf: (one: T) => Summary): readonly T[] {
  if (all.length <= room) return all;
  const largest = [...all].sort((a, b) => byMoney(summaryOf(a), summaryOf(b))).slice(0, Math.max(0, room - 1));
  return all.filter((one) => largest.includes(one));
}

/** Largest first; then what is folded, then what has no recorded team. */
function inOrder(rows: readonly BriefRow[]): readonly BriefRow[] {
  const rank = { team: 0, own: 0, rest: 1, 'no-team': 2 } as const;
  return [...rows].sort((a, b) => rank[a.kind] - rank[b.kind] || byMoney(a.total.summary, b.total.summary));
}

function byMoney(a: Summary, b: Summary): number {
  return b.expectedAnnualLoss - a.expectedAnnualLoss || b.count - a.count;
}

/** Several cells as one: its filter names the risks, since no place holds exactly them. */
function merged(picture: Picture, cells: readonly Cell[]): Cell {
  const ids = new Set(cells.flatMap((cell) => risksMatching(picture, cell.filter)).map((risk) => risk.id));
  return cellOf(picture, { ids: [...ids] });
}

function empty(filter: RiskFilter): Cell {
  return { filter, summary: summarise([]) };
}
