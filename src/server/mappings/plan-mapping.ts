import type { When } from '#core/time.ts';
import type { Finding, Risk } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import type { FindingGroup, Mapping } from '#core/record/mapping.ts';
import { indexRecord, type RecordIndex } from '#core/record/record-index.ts';
import type { RecordView } from '#core/record/view.ts';
import { isOpen } from '#core/authority/decisions.ts';
import { derivedRisk, derivedRiskId } from '#core/mapping/derived-risk.ts';
import { groupKey } from '#core/mapping/finding-routes.ts';
import { routeConditions } from '#core/mapping/route-conditions.ts';
import { familyOf } from '#core/mapping/weakness-families.ts';
import { findingListQuery } from '#contract/finding-list-query.ts';
import { MOST_DERIVED, MOST_LINKED, type AskedMapping, type ChosenFindings } from '#contract/mapping.ts';
import { say } from '#language/say.ts';
import type { AppContext } from '#server/context.ts';
import { notAcceptable } from '#server/routes/act.ts';
import { findingListFilter } from '#server/routes/finding-list-filter.ts';
import type { FindingQuery } from '#store/store.ts';

/** What an asked mapping would put on the record. */
export interface MappingPlan {
  mapping: Omit<Mapping, 'id'>;
  /** Derived risks that are not open yet. */
  risks: readonly Risk[];
  /** The findings linked one by one. */
  linked: readonly Finding[];
  /** Ids of the risks that findings reach by it. */
  riskIds: readonly string[];
}

/** The record that a plan is made on. */
export interface PlanGround {
  view: RecordView;
  index: RecordIndex;
  day: When;
  context: AppContext;
}

type Filter = Omit<FindingQuery, 'limit' | 'cursor'>;

/** Throws `RequestRefused` where what is asked for cannot be recorded, with what to do instead. */
export async function planMapping(ground: PlanGround, asked: AskedMapping): Promise<MappingPlan> {
  const { way, madeById, reason } = asked;
  if (madeById !== undefined && !ground.view.persons.has(madeById)) throw notAcceptable('madeById', () => say('The record holds nobody under the id {id}.', { id: madeById }));
  const made = { way, at: ground.day, madeById, reason };
  switch (asked.way) {
    case 'link': {
      const risk = openRiskOf(ground, asked.riskId);
      const linked = await findingsOf(ground, asked.findings);
      return { mapping: { ...made, riskId: risk.id, findingIds: linked.map(({ id }) => id) }, risks: [], linked, riskIds: [risk.id] };
    }
    case 'rule': {
      const risk = openRiskOf(ground, asked.riskId);
      return { mapping: { ...made, riskId: risk.id, match: asked.match }, risks: [], linked: [], riskIds: [risk.id] };
    }
    case 'derive': {
      const groups = await groupsOf(ground, asked.findings);
      const risks = groups.map((group) => openedAgain(ground, derivedRisk(ground.index, group, ground.day)));
      return { mapping: { ...made, riskIds: risks.map(({ id }) => id) }, risks, linked: [], riskIds: risks.map(({ id }) => id) };
    }
  }
}

/** The entries of a plan, in the order of loading. */
export function entriesOfPlan({ mapping, risks }: MappingPlan, id: string): readonly Pick<Entry, 'kind' | 'entity'>[] {
  return [...risks.map((entity) => ({ kind: 'risks' as const, entity })), { kind: 'mappings' as const, entity: { ...mapping, id } }];
}

function openRiskOf({ view, index }: PlanGround, id: string): Risk {
  const risk = view.risks.get(id);
  if (risk === undefined) throw notAcceptable('riskId', () => say('No risk {id} is on the record.', { id }));
  if (!isOpen(index, risk)) throw notAcceptable('riskId', () => say('{risk} is closed.', { risk: risk.label ?? id }));
  return risk;
}

/** A derived risk that was closed keeps its id and its history, and is open again. */
function openedAgain({ view }: PlanGround, risk: Risk): Risk {
  const held = view.risks.get(derivedRiskId(risk.derivedFrom ?? { serviceId: '', family: '' }));
  if (held === undefined) return risk;
  const { closedAt: _, ...rest } = held;
  return rest;
}

async function findingsOf({ context, ...ground }: PlanGround, chosen: ChosenFindings): Promise<readonly Finding[]> {
  const filter = await filterOf({ context, ...ground }, chosen);
  const found: Finding[] = [];
  let cursor: string | undefined;
  do {
    const page = await context.store.findings({ ...filter, limit: MOST_LINKED, cursor });
    if (page.total > MOST_LINKED) {
      throw notAcceptable('findings', () => say('{count, number} findings are too many to link one by one; at most {most, number} are. A rule or derived risks take any number.', { count: page.total, most: MOST_LINKED }));
    }
    found.push(...page.findings);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  if (found.length === 0) throw notAcceptable('findings', () => say('No finding is chosen.'));
  if (chosen.kind === 'ids' && found.length < new Set(chosen.ids).size) {
    const known = new Set(found.map(({ id }) => id));
    throw notAcceptable('findings', () => say('The record holds no finding {id}.', { id: chosen.ids.find((id) => !known.has(id)) ?? '' }));
  }
  return found;
}

/** Services and weakness families of the chosen findings that reach no risk. */
async function groupsOf(ground: PlanGround, chosen: ChosenFindings): Promise<readonly FindingGroup[]> {
  const filter = await filterOf(ground, chosen);
  const unmapped: Filter = { ...filter, openOnly: true, reach: { all: routeConditions(ground.index) } };
  const groups = new Map<string, FindingGroup>();
  for (const { serviceId, weakness } of await ground.context.store.mappingCellsOf(unmapped, [])) {
    const group = { serviceId, family: familyOf(weakness ?? undefined) };
    groups.set(groupKey(group), group);
  }
  if (groups.size === 0) throw notAcceptable('findings', () => say('None of the chosen findings is without a risk.'));
  if (groups.size > MOST_DERIVED) {
    throw notAcceptable('findings', () => say('That would make {count, number} derived risks; at most {most, number} are made at once. Narrow the list to a team or a service.', { count: groups.size, most: MOST_DERIVED }));
  }
  return [...groups.values()].toSorted((a, b) => (groupKey(a) < groupKey(b) ? -1 : 1));
}

async function filterOf({ view, day, context }: PlanGround, chosen: ChosenFindings): Promise<Filter> {
  if (chosen.kind === 'ids') return { asOf: view.asOf, ids: chosen.ids, openOnly: false };
  const query = findingListQuery.safeParse(Object.fromEntries(new URLSearchParams(chosen.query)));
  if (!query.success) throw notAcceptable('findings', () => say('The list of findings cannot be read from its query.'));
  const { picture } = await context.pictures.pictureOf(day);
  return findingListFilter(picture, view, query.data);
}

/** The record a plan is made on. */
export function planGround(context: AppContext, view: RecordView): PlanGround {
  return { context, view, index: indexRecord(view), day: view.asOf };
}
