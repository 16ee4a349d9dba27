import { indexRecord, type RecordIndex } from '#core/record/record-index.ts';
import type { RecordView } from '#core/record/view.ts';
import { findingReach } from '#core/mapping/finding-reach.ts';
import type { ReachWay } from '#core/mapping/reach-way.ts';
import { routeConditions, type RouteConditions } from '#core/mapping/route-conditions.ts';
import { familyOf } from '#core/mapping/weakness-families.ts';
import type { FindingQuery } from '#store/store.ts';

interface ReachQuery {
  risk?: string | undefined;
  reach?: ReachWay | undefined;
  mapping?: string | undefined;
  family?: string | undefined;
  openOnly?: boolean | undefined;
}

const nothing: RouteConditions = { ids: [], rules: [], pairs: [] };

/**
 * The part of a query about how findings reach risks, by the routes in force on the day of a view. By a way, a mapping or
 * a family they are always open ones: of what is fixed nobody asks which risk it reaches.
 */
export function reachOf(view: RecordView, { risk, reach, mapping, family, openOnly }: ReachQuery): Partial<FindingQuery> {
  const index = indexRecord(view);
  const onlyOpen = reach !== undefined || mapping !== undefined || family !== undefined;
  return {
    openOnly: onlyOpen ? true : openOnly,
    ...(family === undefined ? {} : { weaknesses: weaknessesOf(view, family) }),
    ...routesOf(index, { risk, reach, mapping }),
  };
}

function routesOf(index: RecordIndex, { risk, reach, mapping }: ReachQuery): Pick<FindingQuery, 'ids' | 'reach'> {
  if (risk === undefined && reach === undefined && mapping === undefined) return {};
  const all = routeConditions(index);
  if (reach === 'unmapped') return { reach: { all } };
  const one = mapping === undefined ? undefined : index.view.mappings.get(mapping);
  const own = mapping !== undefined && one === undefined ? nothing : ofWay(routeConditions(index, { riskId: risk, mapping: one }), reach);
  // What only names findings needs no more than their ids.
  return own.rules.length === 0 && own.pairs.length === 0 ? { ids: own.ids } : { reach: { own, all } };
}

function ofWay({ ids, rules, pairs }: RouteConditions, way: Exclude<ReachWay, 'unmapped'> | undefined): RouteConditions {
  switch (way) {
    case undefined: return { ids, rules, pairs };
    case 'linked': return { ...nothing, ids };
    case 'by-rule': return { ...nothing, rules };
    case 'derived': return { ...nothing, pairs };
  }
}

/** Of some services (`undefined` = all) those with findings that reach no risk, so that no other is looked through. */
export function unmappedServices(view: RecordView, serviceIds: readonly string[] | undefined): readonly string[] {
  const services = new Set(findingReach(indexRecord(view)).unmappedCells.map(({ serviceId }) => serviceId));
  return serviceIds === undefined ? [...services] : serviceIds.filter((id) => services.has(id));
}

/** The weaknesses of a family that open findings carry. */
function weaknessesOf(view: RecordView, family: string): readonly (string | null)[] {
  return [...findingReach(indexRecord(view)).weaknesses].filter((weakness) => familyOf(weakness ?? undefined) === family);
}
