import { dayInWords } from '#core/time.ts';
import { ROOT, type AcknowledgementLevel, type DecisionKind } from '#core/record/entities.ts';
import type { EntryKind, EntryOf } from '#core/record/entry.ts';
import { listed } from '#language/lists.ts';
import { evidenceName, personName, riskName, serviceName, teamName } from '#core/record/names.ts';
import { idInWords } from '#core/replay/shown-entries.ts';
import type { RecordView } from '#core/record/view.ts';

type Tellers = { readonly [K in EntryKind]?: (entity: EntryOf<K>['entity'], view: RecordView) => string | undefined };

/** What became known with an entry, one sentence a kind. A kind without a sentence is not told on its own. */
export const entryTellers: Tellers = {
  risks: ({ id, ownerId, dueAt, closedAt }, view) =>
    `Risk on the record: ${riskName(view, id)}, ${ownerId === undefined ? 'no owner named' : `owner ${who(view, ownerId)}`}${dueAt === undefined ? '' : `, due ${dayInWords(dueAt)}`}${closedAt === undefined ? '' : `, closed ${dayInWords(closedAt)}`}.`,
  findings: ({ serviceId, label, title, exploited }, view) =>
    `Finding${label ?? title ? ` ${quoted(label ?? title)}` : ''} on ${serviceName(view, serviceId)}${exploited === true ? ', used in attacks' : ''}.`,
  evidence: ({ kind, label, teamId, negative, coverage, riskId }, view) =>
    `${capital(kind)}${label === undefined ? '' : ` ${quoted(label)}`}${teamId === undefined ? '' : `, from ${teamOf(view, teamId)}`}${negative === true ? ', nothing found' : ''}${kind === 'scan' ? coverageWords(coverage) : ''}${view.risks.has(riskId) ? `, on ${riskName(view, riskId)}` : ', held elsewhere'}.`,
  acks: ({ evidenceId, personId, level }, view) =>
    level === 'broadcast'
      ? `${capital(evidenceName(view, evidenceId))} went out to a list: that proves sending, not knowing.`
      : `${capital(evidenceName(view, evidenceId))} reached ${who(view, personId)}, ${levelWords[level]}.`,
  briefings: ({ evidenceIds, toIds }, view) =>
    `Brief with ${listed(evidenceIds.map((id) => evidenceName(view, id)))} sent to ${listed(toIds.map((id) => who(view, id)))}.`,
  decisions: ({ riskId, kind, byId, expiresAt, implicit }, view) =>
    `${implicit === true ? 'A standing choice' : 'A decision'} on ${riskName(view, riskId)}: ${decisionWords[kind]}${byId === undefined ? ', decider not on the record' : `, by ${who(view, byId)}`}${expiresAt === undefined ? '' : `, until ${dayInWords(expiresAt)}`}.`,
  escalations: ({ riskId, toId, newDate }, view) =>
    `${riskName(view, riskId)} was raised${toId === undefined ? '' : ` to ${who(view, toId)}`}${newDate === undefined ? '' : `, new date ${dayInWords(newDate)}`}.`,
  grants: ({ granteeId, grantorId, from, to, revokedAt }, view) =>
    `Authority of ${who(view, granteeId)}, given by ${grantorId === ROOT ? 'the governing body' : who(view, grantorId)}${from === undefined ? '' : `, from ${dayInWords(from)}`}${to === undefined ? '' : `, to ${dayInWords(to)}`}${revokedAt === undefined ? '' : `, withdrawn ${dayInWords(revokedAt)}`}.`,
  releases: ({ serviceId, version, shippedByTeamId }, view) =>
    `Release ${version ?? ''} of ${serviceName(view, serviceId)}${shippedByTeamId === undefined ? '' : `, shipped by ${teamOf(view, shippedByTeamId)}`}.`.replace('Release  of', 'Release of'),
  packs: ({ riskIds, evidenceIds }) => `Board pack with ${riskIds.length} ${riskIds.length === 1 ? 'risk' : 'risks'} and ${evidenceIds.length} ${evidenceIds.length === 1 ? 'piece' : 'pieces'} of evidence.`,
  steps: ({ from, to, label, state }) => `Step of an attack${label === undefined ? '' : ` ${quoted(label)}`}${from === undefined || to === undefined ? '' : `, from ${from} to ${to}`}: ${state}.`,
  persons: ({ id, kind, label, name }, view) =>
    kind === 'person' ? undefined : `${capital(who(view, id))}: on the record as a ${personKindWords[kind]}${label === undefined || label === name || label === who(view, id) ? '' : `, ${label}`}.`,
};

const personKindWords = { role: 'role', group: 'list of people', mailbox: 'mailbox' } as const;

const levelWords: Readonly<Record<Exclude<AcknowledgementLevel, 'broadcast'>, string>> = {
  detail: 'in detail', summary: 'as a summary', colour: 'as a colour', attested: 'as they attested',
};

const decisionWords: Readonly<Record<DecisionKind, string>> = {
  accept: 'accepted', mitigate: 'to be reduced', transfer: 'to be transferred', avoid: 'to be avoided', stop: 'stopped',
  defer: 'put off', 'pass-up': 'passed up',
};

function coverageWords(coverage: number | undefined): string {
  return coverage === undefined ? ', coverage unknown' : `, ${Math.round(coverage * 100)}% covered`;
}

function quoted(text: string | undefined): string {
  return text === undefined ? '' : `“${text}”`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The record's name for a person or team, or the id in words where it holds none. */
function who(view: RecordView, id: string): string {
  return view.persons.has(id) ? personName(view, id) : idInWords(id);
}

function teamOf(view: RecordView, id: string): string {
  return view.teams.has(id) ? teamName(view, id) : idInWords(id);
}
