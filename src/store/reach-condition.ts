import type { RouteConditions, RuleConditions } from '#core/mapping/route-conditions.ts';
import type { Parameter } from '#store/database.ts';
import type { ReachFilter } from '#store/store.ts';

type Value = (parameter: Parameter) => string;

/** A weakness of `finding f` as a text that is never null: nothing for none given, else `=` and its own. */
const weakness = `coalesce('=' || (f.defect_class), '')`;

/**
 * What selects, of `finding f`, those that reach one risk (`own`), or the open ones that reach none. A link counts before
 * a rule and a rule before a derived risk, as in the core; by rule or derived only what is open on `day` (a parameter).
 */
export function reachCondition({ own, all }: ReachFilter, day: string, value: Value): string {
  const linked = inIds(all.ids, value);
  const byRule = any(all.rules.map((rule) => ruleCondition(rule, value)));
  if (own === undefined) return `not ${any([linked, byRule, inPairs(all.pairs, value)])}`;
  const open = `(f.fixed_day is null or f.fixed_day > ${day})`;
  const ownRules = any(own.rules.map((rule) => ruleCondition(rule, value)));
  const ownPairs = `(${inPairs(own.pairs, value)} and not ${byRule})`;
  return `(${inIds(own.ids, value)} or (${open} and not ${linked} and ${any([ownRules, ownPairs])}))`;
}

function inIds(ids: readonly string[], value: Value): string {
  return ids.length === 0 ? 'false' : `(f.id in ${texts(ids, value)})`;
}

function inPairs(pairs: RouteConditions['pairs'], value: Value): string {
  if (pairs.length === 0) return 'false';
  const rows = value(JSON.stringify(pairs.map((pair) => ({ service: pair.serviceId, weakness: marked(pair.weakness) }))));
  return `((f.service_id, ${weakness}) in (select service, weakness from json_to_recordset(${rows}::json) as pair(service text, weakness text)))`;
}

function ruleCondition({ serviceIds, weaknesses, ruleIds, tools }: RuleConditions, value: Value): string {
  const parts: string[] = [];
  if (serviceIds !== undefined) parts.push(`f.service_id in ${texts(serviceIds, value)}`);
  if (weaknesses !== undefined) parts.push(weaknessCondition(weaknesses, value));
  if (ruleIds !== undefined) parts.push(`coalesce(f.body ->> 'externalId' in ${texts(ruleIds, value)}, false)`);
  if (tools !== undefined) parts.push(`coalesce(f.tool in ${texts(tools, value)}, false)`);
  return parts.length === 0 ? 'false' : `(${parts.join(' and ')})`;
}

/** What selects, of `finding f`, those with one of these weaknesses; `null` = none given. */
export function weaknessCondition(weaknesses: readonly (string | null)[], value: Value): string {
  return `${weakness} in ${texts(weaknesses.map(marked), value)}`;
}

function any(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;
}

function texts(list: readonly string[], value: Value): string {
  return `(select json_array_elements_text(${value(JSON.stringify(list))}::json))`;
}

function marked(text: string | null): string {
  return text === null ? '' : `=${text}`;
}
