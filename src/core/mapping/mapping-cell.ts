import { dayOf } from '#core/time.ts';
import type { Finding } from '#core/record/entities.ts';
import type { FindingTraits } from '#core/mapping/finding-traits.ts';

/**
 * Open findings on a date that no rule can tell apart, counted: what decides which risks they reach, and how soon those
 * have to be decided. `null` = the source does not say.
 */
export interface MappingCell {
  serviceId: string;
  weakness: string | null;
  tool: string | null;
  /** Only where a rule names it: most names of rules and vulnerabilities are nobody's condition. */
  ruleId: string | null;
  exploited: boolean | null;
  automatable: boolean | null;
  totalControl: boolean | null;
  count: number;
}

/** Counts the findings open at the end of a day (a day number); the database gives the same over all it holds. */
export function mappingCells(findings: Iterable<Finding>, day: number, namedRules: ReadonlySet<string>): readonly MappingCell[] {
  const cells = new Map<string, MappingCell>();
  for (const finding of findings) {
    if (!isOpenFinding(finding, day)) continue;
    const cell = cellOf(finding, namedRules);
    const key = cellKey(cell);
    const held = cells.get(key);
    if (held === undefined) cells.set(key, cell);
    else held.count += 1;
  }
  return [...cells.values()];
}

/** The cell that a finding is counted in. */
export function cellOf(finding: Finding, namedRules: ReadonlySet<string>): MappingCell {
  const { serviceId, defectClass = null, source = null, externalId, exploited = null, automatable = null, totalControl = null } = finding;
  const ruleId = externalId !== undefined && namedRules.has(externalId) ? externalId : null;
  return { serviceId, weakness: defectClass, tool: source, ruleId, exploited, automatable, totalControl, count: 1 };
}

export function cellKey({ serviceId, weakness, tool, ruleId, exploited, automatable, totalControl }: MappingCell): string {
  return JSON.stringify([serviceId, weakness, tool, ruleId, exploited, automatable, totalControl]);
}

export function traitsOfCell({ serviceId, weakness, tool, ruleId }: MappingCell): FindingTraits {
  return { serviceId, weakness: weakness ?? undefined, tool: tool ?? undefined, ruleId: ruleId ?? undefined };
}

export function isOpenFinding({ at, fixedAt }: Finding, day: number): boolean {
  return dayOf(at) <= day && (fixedAt === undefined || dayOf(fixedAt) > day);
}
