import type { Decision, DecisionKind, Person } from '#core/record/entities.ts';
import type { When } from '#core/time.ts';
import { settlePerson, type PeopleTally } from '#importers/matching/settle-person.ts';
import type { PeopleIndex } from '#importers/matching/people.ts';
import { definedOnly } from '#importers/matching/stamp.ts';
import { storedText } from '#importers/reading/stored-text.ts';
import { propOf, type OscalParty } from '#importers/oscal/oscal-document.ts';
import { objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { notAfter, whenOf } from '#importers/scan/when-text.ts';

export interface OscalDecisionReading {
  parties: ReadonlyMap<string, OscalParty>;
  people: PeopleIndex;
  tally: PeopleTally;
  /** When the document was last changed: the latest day a decision in it can have been made. */
  modifiedAt: When;
  /** When the record first held a decision. */
  heldAt(decisionId: string): When | undefined;
}

export interface OscalDecision {
  decision: Decision;
  persons: readonly Person[];
  /** A party the log names and the document does not describe. */
  danglingParty: string | undefined;
}

const approvals = ['false-positive', 'risk-adjustment', 'risk-adjusted', 'operational-requirement', 'accepted'];

/**
 * The decision a risk carries, if any. An approval in the risk log (`dr-approved`: "the authorizing official approved the
 * deviation") has its maker in `logged-by`. A status, property or response that says the same without a log entry is a
 * decision without a maker. A deviation ends on the deadline of the risk.
 */
export function oscalDecision(risk: LooseObject, riskId: string, reading: OscalDecisionReading): OscalDecision | undefined {
  const log = objectsOf(objectsOf([risk['risk-log']])[0]?.['entries']);
  const approval = log.findLast((entry) => propOf(entry, 'type') === 'dr-approved');
  const stated = statedDecision(risk);
  if (approval === undefined && stated === undefined) return undefined;
  const kind = approval === undefined ? (stated?.kind ?? 'accept') : 'accept';
  const deadline = whenOf(risk['deadline']);
  const party = objectsOf(approval?.['logged-by']).map((by) => textOf(by['party-uuid'])).find((uuid) => uuid !== undefined);
  const role = objectsOf(approval?.['logged-by']).map((by) => textOf(by['role-id'])).find((id) => id !== undefined);
  const name = party === undefined ? role : (reading.parties.get(party)?.name ?? party);
  const maker = name === undefined ? undefined : settlePerson(reading.people.match(name), reading.tally);
  const id = `${riskId}:decision`;
  const undated = deadline === undefined ? reading.modifiedAt : notAfter(reading.modifiedAt, deadline);
  const why = [stated?.why, textOf(approval?.['title']), textOf(approval?.['description'])].filter((part) => part !== undefined);
  const decision = definedOnly<Decision>({
    id,
    riskId,
    kind,
    byId: maker?.id,
    at: notAfter(whenOf(approval?.['start']) ?? reading.heldAt(id) ?? undated, reading.modifiedAt),
    expiresAt: kind === 'accept' ? deadline : undefined,
    rationale: why.length === 0 ? undefined : storedText([...new Set(why)].join(' · ')),
  });
  return { decision, persons: maker?.persons ?? [], danglingParty: party !== undefined && !reading.parties.has(party) ? party : undefined };
}

/** What the risk says was decided, apart from its log. */
function statedDecision(risk: LooseObject): { kind: DecisionKind; why: string } | undefined {
  const status = textOf(risk['status']);
  const response = objectsOf(risk['remediations']).find((each) => ['accept', 'transfer', 'avoid', 'mitigate', 'share'].includes(propOf(each, 'type') ?? ''));
  const type = response === undefined ? undefined : propOf(response, 'type');
  const words = response === undefined ? undefined : (textOf(response['description']) ?? textOf(response['title']));
  if (status === 'deviation-approved') return { kind: 'accept', why: [status, words].filter((part) => part !== undefined).join(' · ') };
  const approved = approvals.find((name) => ['approved', 'accepted', 'true', 'yes'].includes(propOf(risk, name) ?? ''));
  if (approved !== undefined) return { kind: 'accept', why: `${approved}: approved` };
  if (type === 'accept') return { kind: 'accept', why: words ?? type };
  if (type === 'transfer' || type === 'share') return { kind: 'transfer', why: words ?? type };
  if (type === 'avoid') return { kind: 'avoid', why: words ?? type };
  return status === 'remediating' || type === 'mitigate' ? { kind: 'mitigate', why: words ?? 'remediating' } : undefined;
}
