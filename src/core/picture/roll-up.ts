import { perPicture } from '#core/picture/per-picture.ts';
import { say } from '#language/say.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { readinessStates, type Readiness } from '#core/picture/readiness.ts';
import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import { placeRows, scopeOf, type PlaceRow } from '#core/picture/place-rows.ts';

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
  kind: PlaceRow['kind'];
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
 * Open risks by owning team and release process, over the lines of `placeRows`. A line for what a team owns
 * itself, or for no recorded team, is there only where it holds a risk; so are the columns for several and
 * for no recorded process. The lines sum to the total, and so do the columns.
 */
export function teamByProcess(picture: Picture, rootTeamId?: string): TeamByProcess {
  const tables = tablesOf(picture);
  const held = tables.get(rootTeamId);
  if (held !== undefined) return held;
  const table = tableOf(picture, rootTeamId);
  tables.set(rootTeamId, table);
  return table;
}

const tablesOf = perPicture(() => new Map<string | undefined, TeamByProcess>());

function tableOf(picture: Picture, rootTeamId: string | undefined): TeamByProcess {
  const scope = scopeOf(rootTeamId);
  const all = risksMatching(picture, scope);
  const columns = columnsFor(picture, all);
  const rows = placeRows(picture, rootTeamId).map(({ kind, teamId, name, filter }): TableRow => ({
    kind,
    teamId,
    name,
    cells: columns.map((column) => cellOf(picture, { ...filter, ...columnFilter(column) })),
    total: cellOf(picture, filter),
  }));
  return {
    rows: rows.filter((row) => row.kind === 'team' || row.total.summary.count > 0),
    columns,
    totals: columns.map((column) => cellOf(picture, { ...scope, ...columnFilter(column) })),
    total: { filter: scope, summary: summarise(all) },
  };
}

/** A cell of any filter: the number and the address of its rows in one. */
export function cellOf(picture: Picture, filter: RiskFilter): Cell {
  return { filter, summary: summarise(risksMatching(picture, filter)) };
}

/** The part of a filter that stands for a column. */
function columnFilter(column: TableColumn): RiskFilter {
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
  if (risks.some((risk) => risk.severalProcesses)) columns.push({ kind: 'several', processId: null, name: say('Several processes') });
  if (risks.some((risk) => risk.processId === null && !risk.severalProcesses)) {
    columns.push({ kind: 'none', processId: null, name: say('No process recorded') });
  }
  return columns;
}

function tally(): Tally {
  return { count: 0, expectedAnnualLoss: 0, unquantified: 0 };
}

function add(part: Tally, row: Summed): void {
  part.count += 1;
  if (row.expectedAnnualLoss === null) part.unquantified += 1;
  else part.expectedAnnualLoss += row.expectedAnnualLoss;
}
