import type { Mapping, MatchConditions } from '#core/record/mapping.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { findingReach } from '#core/mapping/finding-reach.ts';
import { findingRoutes } from '#core/mapping/finding-routes.ts';
import { isAmong, narrows } from '#core/mapping/finding-traits.ts';
import { familyOf } from '#core/mapping/weakness-families.ts';

/** A rule in what a database can compare. All that are named have to hold; `null` = no weakness given. */
export interface RuleConditions {
  serviceIds?: readonly string[] | undefined;
  weaknesses?: readonly (string | null)[] | undefined;
  ruleIds?: readonly string[] | undefined;
  tools?: readonly string[] | undefined;
}

/** Routes to one risk, or to all: findings by id, what rules match, and the services and weaknesses of derived risks. */
export interface RouteConditions {
  ids: readonly string[];
  rules: readonly RuleConditions[];
  pairs: readonly { serviceId: string; weakness: string | null }[];
}

/**
 * The routes in force, of one risk or one mapping where it is named, spelled out: families, teams and ways to write a CWE are resolved here, over the weaknesses that
 * open findings carry, so that the rules stand in one place and a database only compares texts.
 */
export function routeConditions(index: RecordIndex, { riskId, mapping }: { riskId?: string | undefined; mapping?: Mapping | undefined } = {}): RouteConditions {
  const routes = findingRoutes(index);
  const weaknesses = [...findingReach(index).weaknesses];
  const asked = (id: string): boolean => (riskId === undefined || riskId === id) && (mapping === undefined || id === mapping.riskId || mapping.riskIds?.includes(id) === true);
  const named = (id: string): boolean => mapping === undefined || (mapping.way === 'link' && mapping.findingIds?.includes(id) === true);
  return {
    ids: [...routes.linked].filter(([id, risks]) => named(id) && risks.some(asked)).map(([id]) => id),
    rules: routes.rules.filter((rule) => asked(rule.riskId) && (mapping === undefined || rule.mapping === mapping) && narrows(rule.match)).map(({ match }) => spelledOut(index, match, weaknesses)),
    pairs: [...routes.derived].filter(([, { riskIds }]) => (mapping === undefined || mapping.way === 'derive') && riskIds.some(asked)).flatMap(([, { group }]) =>
      weaknesses.filter((weakness) => familyOf(weakness ?? undefined) === group.family)
        .map((weakness) => ({ serviceId: group.serviceId, weakness }))),
  };
}

function spelledOut(index: RecordIndex, match: MatchConditions, present: readonly (string | null)[]): RuleConditions {
  const { families, weaknesses, ruleIds, tools } = match;
  const byWeakness = families !== undefined || weaknesses !== undefined;
  return {
    serviceIds: servicesOf(index, match),
    ...(byWeakness ? {
      weaknesses: present.filter((held) =>
        (families === undefined || families.includes(familyOf(held ?? undefined))) &&
        (weaknesses === undefined || isAmong(weaknesses, held ?? undefined))),
    } : {}),
    ruleIds,
    tools,
  };
}

/** Services a rule narrows to; `undefined` where it does not. Only the record says which team a service is under. */
function servicesOf(index: RecordIndex, { serviceIds, teamIds }: MatchConditions): readonly string[] | undefined {
  if (teamIds === undefined) return serviceIds;
  const { teamsOver } = findingRoutes(index);
  const known = serviceIds ?? [...index.view.services.keys()];
  return known.filter((id) => teamIds.some((team) => teamsOver(id).has(team)));
}
