import type { Decision, DecisionKind, Evidence, Risk } from '#core/record/entities.ts';
import { personName, serviceName } from '#core/record/names.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { decisionInForce, isOpen } from '#core/authority/decisions.ts';
import { meanOfSize, sizeOfRisk } from '#core/exposure/risk-size.ts';

/** Version of the model the document follows. */
const OSCAL_VERSION = '1.1.2';
/** Namespace of the properties that OSCAL has no name for. */
const NAMESPACE = 'https://whose-call.io/ns/oscal';

/** Where the entry that approves a deviation is named. */
const FEDRAMP = 'https://fedramp.gov/ns/oscal';

/** Makes a UUID from a text, the same for the same text. */
export type UuidOf = (text: string) => string;

/**
 * The open risks of a day as a NIST OSCAL plan of action and milestones: one item a risk, its evidence as observations,
 * the decision in force as a log entry by whoever made it. `undefined` without an open risk: the model asks for one.
 */
export function oscalPoam(index: RecordIndex, organisation: string, uuidOf: UuidOf): object | undefined {
  const risks = [...index.view.risks.values()].filter((risk) => isOpen(index, risk));
  if (risks.length === 0) return undefined;
  const people = new Set(risks.flatMap((risk) => [risk.ownerId ?? [], decisionInForce(index, risk.id)?.byId ?? []].flat()).filter((id) => id !== ''));
  return {
    'plan-of-action-and-milestones': {
      uuid: uuidOf(`poam ${organisation} ${index.asOf}`),
      metadata: {
        title: `Open risks of ${organisation}`, 'last-modified': instant(index.asOf), version: index.asOf.slice(0, 10), 'oscal-version': OSCAL_VERSION,
        ...(people.size === 0 ? {} : { parties: [...people].map((id) => ({ uuid: uuidOf(`party ${id}`), type: 'person', name: personName(index.view, id) })) }),
      },
      'system-id': { id: organisation },
      ...observationsOf(index, risks, uuidOf),
      risks: risks.map((risk) => riskOf(index, risk, uuidOf)),
      'poam-items': risks.map((risk) => ({
        uuid: uuidOf(`item ${risk.id}`), title: labelOf(risk), description: descriptionOf(index, risk),
        'related-risks': [{ 'risk-uuid': uuidOf(`risk ${risk.id}`) }],
      })),
    },
  };
}

function observationsOf(index: RecordIndex, risks: readonly Risk[], uuidOf: UuidOf): { observations?: readonly object[] } {
  const observations = risks.flatMap((risk) => listOf(index.evidenceByRisk, risk.id)).map((piece) => ({
    uuid: uuidOf(`evidence ${piece.id}`), title: piece.label ?? piece.id, description: piece.label ?? piece.id,
    methods: [methodOf(piece)], collected: instant(piece.at),
  }));
  return observations.length === 0 ? {} : { observations };
}

function riskOf(index: RecordIndex, risk: Risk, uuidOf: UuidOf): object {
  const decision = decisionInForce(index, risk.id);
  const pieces = listOf(index.evidenceByRisk, risk.id);
  const mean = meanOfSize(risk, sizeOfRisk(risk, index.view.policy));
  const props = [
    { name: 'risk-id', ns: NAMESPACE, value: risk.id },
    ...(risk.ownerId === undefined || risk.ownerId === '' ? [] : [{ name: 'decision-owner', ns: NAMESPACE, value: personName(index.view, risk.ownerId) }]),
    ...(mean === null ? [] : [{ name: 'expected-annual-loss', ns: NAMESPACE, value: mean.toFixed(2) }]),
  ];
  return {
    uuid: uuidOf(`risk ${risk.id}`), title: labelOf(risk), description: descriptionOf(index, risk), statement: labelOf(risk), props,
    status: decision === undefined ? 'open' : statuses[decision.kind],
    ...(risk.dueAt === undefined ? {} : { deadline: instant(risk.dueAt) }),
    ...(decision === undefined ? {} : { 'risk-log': { entries: [logOf(decision, uuidOf)] } }),
    ...(pieces.length === 0 ? {} : { 'related-observations': pieces.map(({ id }) => ({ 'observation-uuid': uuidOf(`evidence ${id}`) })) }),
  };
}

function logOf({ id, kind, byId, at, expiresAt, rationale }: Decision, uuidOf: UuidOf): object {
  return {
    uuid: uuidOf(`decision ${id}`), title: `Decided: ${kind}`, ...(rationale === undefined ? {} : { description: rationale }), start: instant(at),
    ...(expiresAt === undefined ? {} : { end: instant(expiresAt) }),
    ...(kind === 'accept' ? { props: [{ name: 'type', ns: FEDRAMP, value: 'dr-approved' }] } : {}),
    ...(byId === undefined ? {} : { 'logged-by': [{ 'party-uuid': uuidOf(`party ${byId}`) }] }),
    'status-change': statuses[kind],
  };
}

/** Risk states of OSCAL. Carrying a risk on purpose is a deviation that was approved. */
const statuses: Readonly<Record<DecisionKind, string>> = {
  accept: 'deviation-approved', mitigate: 'remediating', transfer: 'remediating', avoid: 'remediating', stop: 'remediating', defer: 'open', 'pass-up': 'open',
};

function methodOf({ kind }: Evidence): 'EXAMINE' | 'INTERVIEW' | 'TEST' | 'UNKNOWN' {
  if (kind === 'scan' || kind === 'test' || kind === 'metric') return 'TEST';
  if (kind === 'audit' || kind === 'assessment') return 'EXAMINE';
  return kind === 'statement' || kind === 'attestation' ? 'INTERVIEW' : 'UNKNOWN';
}

function labelOf(risk: Risk): string {
  return risk.label === undefined || risk.label.trim() === '' ? risk.id : risk.label;
}

function descriptionOf({ view }: RecordIndex, risk: Risk): string {
  return risk.serviceIds.length === 0 ? labelOf(risk) : `${labelOf(risk)} (${risk.serviceIds.map((id) => serviceName(view, id)).join(', ')})`;
}

/** A date with its time zone, as the model asks for. */
function instant(when: string): string {
  return when.length === 10 ? `${when}T00:00:00Z` : when;
}
