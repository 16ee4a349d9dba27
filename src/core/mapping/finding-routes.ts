import type { Finding } from '#core/record/entities.ts';
import type { FindingGroup, Mapping, MatchConditions } from '#core/record/mapping.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import { mappingInForce } from '#core/record/mapping-in-force.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { RecordView } from '#core/record/view.ts';
import { isOpen } from '#core/authority/decisions.ts';
import { matches, traitsOf, type FindingTraits, type TeamsOver } from '#core/mapping/finding-traits.ts';
import type { ReachWay } from '#core/mapping/reach-way.ts';
import { familyOf } from '#core/mapping/weakness-families.ts';

export interface Reach {
  way: ReachWay;
  /** The open risks it reaches, each once; none where it is unmapped. */
  riskIds: readonly string[];
}

interface RuleRoute {
  mapping: Mapping;
  riskId: string;
  match: MatchConditions;
}

/** Every way from a finding to an open risk on the day of a record. */
export interface FindingRoutes {
  /** Open risks that name a finding, by the finding. */
  linked: ReadonlyMap<string, readonly string[]>;
  rules: readonly RuleRoute[];
  /** Open derived risks by their group: see `groupKey`. */
  derived: ReadonlyMap<string, { group: FindingGroup; riskIds: readonly string[] }>;
  /** See `namedRulesOf`. */
  namedRules: ReadonlySet<string>;
  teamsOver: TeamsOver;
}

/**
 * The routes in force: links of open risks and of mappings to them, rules whose risk is open, derived risks that are
 * open. A risk that is closed holds nothing, so what is still open of its findings is without a risk again.
 */
export const findingRoutes = perIndex((index: RecordIndex): FindingRoutes => {
  const linked = new Map<string, string[]>();
  const link = (riskId: string, findingId: string): void => {
    const risks = kept(linked, findingId, () => []);
    if (!risks.includes(riskId)) risks.push(riskId);
  };
  const derived = new Map<string, { group: FindingGroup; riskIds: string[] }>();
  const open = new Set<string>();
  for (const risk of index.view.risks.values()) {
    if (!isOpen(index, risk)) continue;
    open.add(risk.id);
    for (const id of risk.findingIds ?? []) link(risk.id, id);
    const group = risk.derivedFrom;
    if (group !== undefined) kept(derived, groupKey(group), () => ({ group, riskIds: [] })).riskIds.push(risk.id);
  }
  const rules: RuleRoute[] = [];
  for (const mapping of index.view.mappings.values()) {
    const { riskId, way, match, findingIds = [] } = mapping;
    if (riskId === undefined || !open.has(riskId) || !mappingInForce(mapping, index.day)) continue;
    if (way === 'link') for (const id of findingIds) link(riskId, id);
    if (way === 'rule' && match !== undefined) rules.push({ mapping, riskId, match });
  }
  return {
    linked, rules, derived,
    namedRules: namedRulesOf(index.view),
    teamsOver: teamsOverOf(index),
  };
});

/** Names of rules and vulnerabilities that any mapping rule of a view asks for, in force or not. */
export function namedRulesOf({ mappings }: Pick<RecordView, 'mappings'>): ReadonlySet<string> {
  return new Set([...mappings.values()].flatMap(({ match }) => match?.ruleIds ?? []));
}

/** The risks one finding reaches. A link counts before a rule, a rule before a derived risk. */
export function reachOfFinding(routes: FindingRoutes, finding: Finding): Reach {
  const linked = routes.linked.get(finding.id);
  return linked === undefined ? reachOfTraits(routes, traitsOf(finding)) : { way: 'linked', riskIds: linked };
}

/** The risks a finding reaches that no risk names. */
export function reachOfTraits({ rules, derived, teamsOver }: FindingRoutes, traits: FindingTraits): Reach {
  const byRule = rules.filter(({ match }) => matches(match, traits, teamsOver)).map(({ riskId }) => riskId);
  if (byRule.length > 0) return { way: 'by-rule', riskIds: [...new Set(byRule)] };
  const risks = derived.get(groupKey({ serviceId: traits.serviceId, family: familyOf(traits.weakness) }))?.riskIds ?? [];
  return risks.length > 0 ? { way: 'derived', riskIds: risks } : { way: 'unmapped', riskIds: [] };
}

/** A family holds no line break, so that two groups never share a key. */
export function groupKey({ serviceId, family }: FindingGroup): string {
  return `${family}\n${serviceId}`;
}

/** The owning team of a service and every team above it; a circle ends the walk. */
function teamsOverOf({ view }: RecordIndex): TeamsOver {
  const held = new Map<string, ReadonlySet<string>>();
  return (serviceId) =>
    kept(held, serviceId, () => {
      const teams = new Set<string>();
      for (let at = view.services.get(serviceId)?.teamId; at !== undefined && !teams.has(at); at = view.teams.get(at)?.parentId) teams.add(at);
      return teams;
    });
}
