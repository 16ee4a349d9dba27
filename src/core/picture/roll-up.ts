import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { readinessStates, type Readiness } from '#core/picture/readiness.ts';
import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import { childTeams, topTeam } from '#core/picture/team-index.ts';

export interface Tally {
  count: number;
  /** Sum over the risks that have a range, in the record's currency a year. Says nothing about the others. */
  expectedAnnualLoss: number;
  /** Risks without a range: counted beside the money, never in it. */
  unquantified: number;
}

export interface Summary extends Tally {
  byReadiness: Readonly<Record<Readiness, Tally>>;
}

type Summed = Pick<RiskRow, 'readiness' | 'expectedAnnualLoss'>;

/** Count and money of rows, and the same over the six readiness states, which always sum to the whole. */
export function summarise(rows: readonly Summed[]): Summary {
  const byReadiness: Record<Readiness, Tally> = {
    'can-decide-seen': tally(), 'can-decide-not-seen': tally(), 'cannot-decide-seen': tally(),
    'cannot-decide-not-seen': tally(), 'nobody-named': tally(), 'cannot-tell': tally(),
  };
  const whole = tally();
  for (const row of rows) {
    add(whole, row);
    add(byReadiness[row.readiness], row);
  }
  return { ...whole, byReadiness };
}

/** States in which nobody both can decide and has seen the evidence: five of the six. */
export const notInformedCalls: readonly Readiness[] = readinessStates.filter((state) => state !== 'can-decide-seen');

/** What of a summary is nobody's informed call. */
export function withoutInformedCall(summary: Summary): Tally {
  const whole = tally();
  for (const state of notInformedCalls) {
    const part = summary.byReadiness[state];
    whole.count += part.count;
    whole.expectedAnnualLoss += part.expectedAnnualLoss;
    whole.unquantified += part.unquantified;
  }
  return whole;
}

/** Nothing there, nothing measured, or money (beside which `unquantified` may still be above zero). */
export function moneyState(part: Tally): 'none' | 'not-measured' | 'measured' {
  if (part.count === 0) return 'none';
  return part.unquantified === part.count ? 'not-measured' : 'measured';
}

export interface Cell {
  /** Opens exactly the rows the summary was made of. */
  filter: RiskFilter;
  summary: Summary;
}

export interface TableRow {
  kind: 'team' | 'own' | 'no-team';
  /** `null` for the row of risks without a recorded team. */
  teamId: string | null;
  name: string;
  cells: readonly Cell[];
  total: Cell;
}

export interface TableColumn {
  kind: 'process' | 'several' | 'none';
  processId: string | null;
  name: string;
}

export interface TeamByProcess {
  rows: readonly TableRow[];
  columns: readonly TableColumn[];
  totals: readonly Cell[];
  total: Cell;
}

/**
 * Open risks by owning team and release process. Rows are the teams below `rootTeamId` with everything
 * under each, then what the root team owns itself; at the top also what has no recorded team. Without
 * `rootTeamId` an organisation with one top team starts below that team. Rows without risks are kept out,
 * columns without risks stay where they are a process. The rows sum to the total, and so do the columns.
 */
export function teamByProcess(picture: Picture, rootTeamId?: string): TeamByProcess {
  const atTop = rootTeamId === undefined;
  const root = rootTeamId ?? topTeam(picture)?.id;
  const place: RiskFilter = atTop ? {} : { teamId: rootTeamId };
  const all = risksMatching(picture, place);
  const columns = columnsFor(picture, all);
  const rows: TableRow[] = childTeams(picture, root).map((team) =>
    rowOf(picture, columns, 'team', team.id, team.name, { teamId: team.id }));
  if (root !== undefined) {
    const name = picture.teams.find((team) => team.id === root)?.name ?? root;
    rows.push(rowOf(picture, columns, 'own', root, `${name} itself`, { teamId: root, withSubteams: false }));
  }
  if (atTop) rows.push(rowOf(picture, columns, 'no-team', null, 'No team recorded', { noTeam: true }));
  return {
    rows: rows.filter((row) => row.kind === 'team' || row.total.summary.count > 0),
    columns,
    totals: columns.map((column) => cellOf(picture, { ...place, ...columnFilter(column) })),
    total: { filter: place, summary: summarise(all) },
  };
}

/** A cell of any filter: the number and the address of its rows in one. */
export function cellOf(picture: Picture, filter: RiskFilter): Cell {
  return { filter, summary: summarise(risksMatching(picture, filter)) };
}

/** The part of a filter that stands for a column. */
export function columnFilter(column: TableColumn): RiskFilter {
  switch (column.kind) {
    case 'process':
      return { processId: column.processId ?? undefined };
    case 'several':
      return { severalProcesses: true };
    case 'none':
      return { noProcess: true };
  }
}

function columnsFor(picture: Picture, risks: readonly RiskRow[]): readonly TableColumn[] {
  const columns: TableColumn[] = picture.processes.map(({ id, name }) => ({ kind: 'process', processId: id, name }));
  if (risks.some((risk) => risk.severalProcesses)) columns.push({ kind: 'several', processId: null, name: 'Several processes' });
  if (risks.some((risk) => risk.processId === null && !risk.severalProcesses)) {
    columns.push({ kind: 'none', processId: null, name: 'No process recorded' });
  }
  return columns;
}

function rowOf(
  picture: Picture,
  columns: readonly TableColumn[],
  kind: TableRow['kind'],
  teamId: string | null,
  name: string,
  place: RiskFilter,
): TableRow {
  const cells = columns.map((column) => cellOf(picture, { ...place, ...columnFilter(column) }));
  return { kind, teamId, name, cells, total: cellOf(picture, place) };
}

function tally(): Tally {
  return { count: 0, expectedAnnualLoss: 0, unquantified: 0 };
}

function add(part: Tally, row: Summed): void {
  part.count += 1;
  if (row.expectedAnnualLoss === null) part.unquantified += 1;
  else part.expectedAnnualLoss += row.expectedAnnualLoss;
}
