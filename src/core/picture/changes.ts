import { say } from '#language/say.ts';
import type { Picture, PreviousRiskRow, RiskRow } from '#core/picture/picture.ts';
import { previousRisksMatching, risksMatching, type PlaceFilter, type RiskFilter } from '#core/picture/filter.ts';
import { placeRows, scopeOf, type PlaceRow } from '#core/picture/place-rows.ts';
import { summarise, type Tally } from '#core/picture/roll-up.ts';

/**
 * Why the money of a place is another than at the earlier date. The parts sum to the difference:
 * `opened - closed + reEstimated + firstRange - rangeWithdrawn + movedIn - movedOut`.
 */
export interface ChangeParts {
  opened: number;
  closed: number;
  /** Carried risks valued otherwise than before; below zero where they are valued lower. */
  reEstimated: number;
  /** Carried risks that had no range and have one now: a measurement, not growth. */
  firstRange: number;
  /** Carried risks that had a range and have none now. */
  rangeWithdrawn: number;
  /** At the value of the earlier date, so that what one place hands on another receives. */
  movedIn: number;
  movedOut: number;
}

interface ChangeCounts {
  opened: number;
  closed: number;
  carried: number;
  movedIn: number;
  movedOut: number;
}

export interface ChangeRow {
  kind: PlaceRow['kind'] | 'total';
  teamId: string | null;
  name: string;
  filter: PlaceFilter;
  before: Tally;
  now: Tally;
  /** Expected annual loss now less that of the earlier date, over the risks that had a range each time. */
  difference: number;
  parts: ChangeParts;
  counts: ChangeCounts;
}

export interface Changes {
  /** Largest difference first, up or down; lines with nothing then and nothing now are kept out. */
  rows: readonly ChangeRow[];
  total: ChangeRow;
}

/** One carried risk whose value differs, with `null` where no range was on the record. */
export interface ReEstimate {
  risk: RiskRow;
  before: number | null;
  now: number | null;
  difference: number;
}

/** What changed against the earlier date, by team, every difference explained to the last cent. */
export function changesByTeam(picture: Picture, rootTeamId?: string): Changes {
  const rows = placeRows(picture, rootTeamId)
    .map(({ kind, teamId, name, filter }) => rowOf(picture, kind, teamId, name, filter))
    .filter((row) => row.before.count + row.now.count > 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.name < b.name ? -1 : 1));
  return { rows, total: rowOf(picture, 'total', rootTeamId ?? null, say('Total'), scopeOf(rootTeamId)) };
}

/** Carried risks whose value differs, largest difference first. */
export function reEstimates(picture: Picture, filter: RiskFilter = {}): readonly ReEstimate[] {
  const before = previousById(picture);
  return risksMatching(picture, { ...filter, changed: 're-estimated' })
    .map((risk): ReEstimate => {
      const earlier = before.get(risk.id)?.expectedAnnualLoss ?? null;
      const difference = (risk.expectedAnnualLoss ?? 0) - (earlier ?? 0);
      return { risk, before: earlier, now: risk.expectedAnnualLoss, difference };
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

function rowOf(
  picture: Picture,
  kind: ChangeRow['kind'],
  teamId: string | null,
  name: string,
  filter: PlaceFilter,
): ChangeRow {
  const here = risksMatching(picture, filter);
  const wereHere = previousRisksMatching(picture, filter);
  const before = summarise(wereHere);
  const now = summarise(here);
  const difference = now.expectedAnnualLoss - before.expectedAnnualLoss;
  return { kind, teamId, name, filter, before, now, difference, ...reconcile(picture, here, wereHere) };
}

function reconcile(
  picture: Picture,
  here: readonly RiskRow[],
  wereHere: readonly PreviousRiskRow[],
): Pick<ChangeRow, 'parts' | 'counts'> {
  const parts: ChangeParts = {
    opened: 0, closed: 0, reEstimated: 0, firstRange: 0, rangeWithdrawn: 0, movedIn: 0, movedOut: 0,
  };
  const counts: ChangeCounts = { opened: 0, closed: 0, carried: 0, movedIn: 0, movedOut: 0 };
  const before = previousById(picture);
  const closed = new Set(picture.closedRiskIds);
  const stayedHere = new Set(wereHere.map((risk) => risk.id));
  const hereNow = new Set(here.map((risk) => risk.id));
  for (const risk of here) {
    const earlier = before.get(risk.id);
    if (earlier === undefined) {
      counts.opened += 1;
      parts.opened += risk.expectedAnnualLoss ?? 0;
      continue;
    }
    counts.carried += 1;
    if (!stayedHere.has(risk.id)) {
      counts.movedIn += 1;
      parts.movedIn += earlier.expectedAnnualLoss ?? 0;
    }
    revalue(parts, earlier.expectedAnnualLoss, risk.expectedAnnualLoss);
  }
  for (const risk of wereHere) {
    if (closed.has(risk.id)) {
      counts.closed += 1;
      parts.closed += risk.expectedAnnualLoss ?? 0;
    } else if (!hereNow.has(risk.id)) {
      counts.movedOut += 1;
      parts.movedOut += risk.expectedAnnualLoss ?? 0;
    }
  }
  return { parts, counts };
}

function revalue(parts: ChangeParts, before: number | null, now: number | null): void {
  if (before === null) parts.firstRange += now ?? 0;
  else if (now === null) parts.rangeWithdrawn += before;
  else parts.reEstimated += now - before;
}

/** The difference that the parts explain. */
export function explained(parts: ChangeParts): number {
  return (
    parts.opened - parts.closed + parts.reEstimated + parts.firstRange - parts.rangeWithdrawn + parts.movedIn - parts.movedOut
  );
}

function previousById(picture: Picture): ReadonlyMap<string, PreviousRiskRow> {
  return new Map(picture.previousRisks.map((risk) => [risk.id, risk]));
}
