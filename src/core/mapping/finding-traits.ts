import type { Finding } from '#core/record/entities.ts';
import type { MatchConditions } from '#core/record/mapping.ts';
import { cweNumber, familyOf } from '#core/mapping/weakness-families.ts';

/** What of a finding decides which risks it reaches without being named by one. */
export interface FindingTraits {
  serviceId: string;
  /** The weakness as the finding carries it, such as `CWE-89`. */
  weakness?: string | undefined;
  /** Rule or vulnerability by the name its source gives it. */
  ruleId?: string | undefined;
  /** The tool that found it. */
  tool?: string | undefined;
}

export function traitsOf({ serviceId, defectClass, externalId, source }: Finding): FindingTraits {
  return { serviceId, weakness: defectClass, ruleId: externalId, tool: source };
}

/** Teams a service is under: the owning one and every team above it. */
export type TeamsOver = (serviceId: string) => ReadonlySet<string>;

/**
 * Whether a rule matches: every condition that is named holds, and of a list any one. A rule that names nothing matches
 * nothing, so that an empty form cannot map the whole record.
 */
export function matches(match: MatchConditions, traits: FindingTraits, teamsOver: TeamsOver): boolean {
  if (!narrows(match)) return false;
  const { serviceIds, teamIds, families, weaknesses, ruleIds, tools } = match;
  return (
    (serviceIds === undefined || serviceIds.includes(traits.serviceId)) &&
    (families === undefined || families.includes(familyOf(traits.weakness))) &&
    (weaknesses === undefined || isAmong(weaknesses, traits.weakness)) &&
    (ruleIds === undefined || (traits.ruleId !== undefined && ruleIds.includes(traits.ruleId))) &&
    (tools === undefined || (traits.tool !== undefined && tools.includes(traits.tool))) &&
    (teamIds === undefined || teamIds.some((team) => teamsOver(traits.serviceId).has(team)))
  );
}

/** True where a rule names at least one condition with at least one value. */
export function narrows(match: MatchConditions): boolean {
  return Object.values(match).some((values: readonly string[] | undefined) => values !== undefined && values.length > 0);
}

/** Whether a weakness is one of those named: the same CWE however it is written and whatever follows it, others by their text. */
export function isAmong(asked: readonly string[], held: string | undefined): boolean {
  if (held === undefined) return false;
  const heldNumber = cweNumber(held);
  return asked.some((one) => {
    const number = cweNumber(one);
    return number === undefined ? one === held : number === heldNumber;
  });
}
