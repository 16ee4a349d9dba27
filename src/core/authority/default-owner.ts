import { dayOf, type When } from '#core/time.ts';
import type { EventType, Risk } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { personInPost } from '#core/authority/person-in-post.ts';

/** Who carries a risk in practice, from what was done about it. */
export interface DefaultOwner {
  personId: string;
  actions: number;
  /** Share of the weight of all recorded actions, 0 to 1. */
  share: number;
  /** Day of the action that made it enough to name somebody. */
  since: When;
}

/** What each kind of action weighs. Product default; no standard gives weights. */
const weights: Readonly<Record<EventType, number>> = {
  decision: 5, incidentCall: 3, remediation: 3, escalationReceived: 2, presented: 1,
};

interface Action {
  personId: string;
  type: EventType;
  at: When;
}

/**
 * The person with at least half the weight of what was done in two quarters, and at least three actions. With less on
 * the record nobody is named: the line of the team that owns the service is asked instead of guessing.
 */
export function defaultOwner(index: RecordIndex, risk: Risk): DefaultOwner | undefined {
  const actions = actionsOn(index, risk);
  const total = actions.reduce((sum, action) => sum + weights[action.type], 0);
  const people = new Set(actions.map((action) => action.personId));
  let best: DefaultOwner | undefined;
  for (const personId of [...people].sort()) {
    const own = actions.filter((action) => action.personId === personId);
    const share = own.reduce((sum, action) => sum + weights[action.type], 0) / total;
    const enough = own[index.policy.threshold('A8.actions') - 1];
    if (enough === undefined || share < index.policy.threshold('A8.share')) continue;
    if (best === undefined || share > best.share) best = { personId, actions: own.length, share, since: enough.at };
  }
  return best;
}

/**
 * Recorded events, and decisions and escalations that no event of that person and day stands for already; within the
 * window, oldest first.
 */
function actionsOn(index: RecordIndex, risk: Risk): readonly Action[] {
  const found: Action[] = [];
  const add = (id: string | undefined, type: EventType, at: When) => {
    const personId = personInPost(index, id);
    if (personId === undefined || index.day - dayOf(at) > index.policy.threshold('A8.days')) return;
    found.push({ personId, type, at });
  };
  for (const event of listOf(index.eventsByRisk, risk.id)) add(event.personId, event.type, event.at);
  const told = new Set(found.map(({ type, personId, at }) => `${type} ${personId} ${dayOf(at)}`));
  const addUntold = (id: string | undefined, type: EventType, at: When) => {
    if (!told.has(`${type} ${personInPost(index, id)} ${dayOf(at)}`)) add(id, type, at);
  };
  for (const decision of listOf(index.decisionsByRisk, risk.id)) addUntold(decision.byId, 'decision', decision.at);
  for (const escalation of listOf(index.escalationsByRisk, risk.id)) {
    addUntold(escalation.toId, 'escalationReceived', escalation.at);
  }
  return found.sort((a, b) => dayOf(a.at) - dayOf(b.at));
}
