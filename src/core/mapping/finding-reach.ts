import { kept, perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { findingRoutes, reachOfTraits } from '#core/mapping/finding-routes.ts';
import { cellKey, cellOf, isOpenFinding, mappingCells, traitsOfCell, type MappingCell } from '#core/mapping/mapping-cell.ts';

/** Open findings that reach one risk. A finding under two rules counts with each of their risks. */
export interface RiskReach {
  /** Named by the risk, or mapped to it by name. */
  linked: number;
  byRule: number;
  derived: number;
  /** Those by rule or derived, as they are counted. */
  cells: readonly MappingCell[];
}

/** Every open finding of a record counted once, by how it reaches risks: the four add up to `open`. */
export interface FindingReach {
  open: number;
  linked: number;
  byRule: number;
  derived: number;
  unmapped: number;
  unmappedCells: readonly MappingCell[];
  byRisk: ReadonlyMap<string, RiskReach>;
  /** Every weakness that an open finding carries; `null` = none given. */
  weaknesses: ReadonlySet<string | null>;
}

/**
 * Counts from the cells the view came with, or else from the findings it holds. The findings that risks name are always
 * among those, so that they are taken out of their cells one by one; nothing else is looked at one by one.
 */
export const findingReach = perIndex((index: RecordIndex): FindingReach => {
  const routes = findingRoutes(index);
  const cells = index.view.mappingCells ?? mappingCells(index.view.findings.values(), index.day, routes.namedRules);
  const named = new Map<string, number>();
  const byRisk = new Map<string, { linked: number; byRule: number; derived: number; cells: MappingCell[] }>();
  const ofRisk = (id: string) => kept(byRisk, id, () => ({ linked: 0, byRule: 0, derived: 0, cells: [] }));
  const totals = { open: 0, linked: 0, byRule: 0, derived: 0, unmapped: 0 };
  for (const [id, riskIds] of routes.linked) {
    const finding = index.view.findings.get(id);
    if (finding === undefined || !isOpenFinding(finding, index.day)) continue;
    const key = cellKey(cellOf(finding, routes.namedRules));
    named.set(key, (named.get(key) ?? 0) + 1);
    for (const riskId of riskIds) ofRisk(riskId).linked += 1;
  }
  const unmappedCells: MappingCell[] = [];
  for (const cell of cells) {
    totals.open += cell.count;
    const linked = Math.min(cell.count, named.get(cellKey(cell)) ?? 0);
    totals.linked += linked;
    const count = cell.count - linked;
    if (count === 0) continue;
    const rest = { ...cell, count };
    const { way, riskIds } = reachOfTraits(routes, traitsOfCell(cell));
    if (way === 'unmapped' || way === 'linked') {
      totals.unmapped += count;
      unmappedCells.push(rest);
      continue;
    }
    const part = way === 'by-rule' ? 'byRule' : 'derived';
    totals[part] += count;
    for (const riskId of riskIds) {
      const risk = ofRisk(riskId);
      risk[part] += count;
      risk.cells.push(rest);
    }
  }
  return { ...totals, unmappedCells, byRisk, weaknesses: new Set(cells.map(({ weakness }) => weakness)) };
});
