import { say } from '#language/say.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { dayOf } from '#core/time.ts';
import { teamName, serviceName } from '#core/record/names.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { defaultOwner } from '#core/authority/default-owner.ts';
import { leadOf } from '#core/authority/start-of-line.ts';
import { ownedSince } from '#core/flags/owned-since.ts';
import { name } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';

const sentences = { main: '{team} owns {service}; {person} is carrying its risk.' } as const;
const nextSteps = {
  transfer: 'Offer the transfer to {lead}, who leads {team}, with the evidence attached; {person} stays as adviser.',
  recordLead: 'Record who leads {team}, and offer them the transfer with the evidence attached; {person} stays as adviser.',
} as const;

export const a8CarriedBySecurity: RiskRule = {
  over: 'risk',
  text: {
    id: 'A8',
    key: 'carried-by-security',
    family: 'authority',
    tier: 'core',
    leading: true,
    title: 'Security is carrying it',
    subjectKind: 'risk',
    rule: 'No service of the risk is security\'s own, and its owner, or with no valid owner whoever does most of the work on it, is in a security team.',
    thresholds: ['A8.days', 'A8.actions', 'A8.share'],
    sources: ['IIA Three Lines Model (2020): the first line owns', 'NIST SP 800-37: adviser and representative, not acceptor'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { index } = facts;
    const owned = ownedElsewhere(facts);
    const carrier = carrierOf(facts);
    if (owned === undefined || carrier === undefined) return undefined;
    const { teamId, serviceId } = owned;
    const words = { team: teamName(index.view, teamId), person: name(index, carrier.id) };
    const lead = leadOf(index, teamId);
    return {
      person: carrier.id,
      since: carrier.since,
      sentence: say(sentences.main, { ...words, service: serviceName(index.view, serviceId) }),
      nextStep:
        lead === undefined
          ? say(nextSteps.recordLead, words)
          : say(nextSteps.transfer, { ...words, lead: name(index, lead) }),
    };
  },
};

/** The first service with a recorded team, where no service of the risk is a security team's. */
function ownedElsewhere({ index, risk }: RiskFacts): { teamId: string; serviceId: string } | undefined {
  let first: { teamId: string; serviceId: string } | undefined;
  for (const serviceId of risk.serviceIds) {
    const teamId = index.view.services.get(serviceId)?.teamId;
    if (teamId === undefined || !index.view.teams.has(teamId)) continue;
    if (isSecurity(index, teamId)) return undefined;
    first ??= { teamId, serviceId };
  }
  return first;
}

function carrierOf(facts: RiskFacts): { id: string; since: number } | undefined {
  const { owner, index, risk } = facts;
  switch (owner.state) {
    case 'person':
      return inSecurity(index, owner.personId) ? { id: owner.personId, since: ownedSince(facts) } : undefined;
    case 'cannot-tell':
      return undefined;
    case 'not-a-person':
      if (inSecurity(index, owner.id)) return { id: owner.id, since: ownedSince(facts) };
      break;
    case 'nobody':
      break;
  }
  const carrier = defaultOwner(index, risk);
  if (carrier === undefined || !inSecurity(index, carrier.personId)) return undefined;
  return { id: carrier.personId, since: Math.max(facts.opened, dayOf(carrier.since)) };
}

function inSecurity(index: RecordIndex, personId: string): boolean {
  const teamId = index.view.persons.get(personId)?.teamId;
  return teamId !== undefined && isSecurity(index, teamId);
}

export function isSecurity(index: RecordIndex, teamId: string): boolean {
  return index.view.teams.get(teamId)?.kind === 'security';
}
