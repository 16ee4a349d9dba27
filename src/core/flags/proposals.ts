import { say } from '#language/say.ts';
import { lowestCommonManager } from '#core/authority/manager-line.ts';
import { proposedOwner } from '#core/authority/proposed-owner.ts';
import { leadOf } from '#core/authority/start-of-line.ts';
import { unseenCount } from '#core/information/material-evidence.ts';
import { name, reading, theServices, theTeams } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';

/** Texts that several next steps share. */
export const proposalTexts = {
  askAgain: 'Ask {person} to accept it or to say who does. The name counts only when they accept.',
  askLead: 'Ask {lead} to take it. The name counts only when they accept.',
  recordTeam: 'Record which team owns {services}, then ask its lead to take it. The name counts only when they accept.',
  recordLead: 'Record who leads {teams}, then ask them to take it. The name counts only when they accept.',
  brief: 'Brief {person}, who can decide: {reading}',
  ask: 'Ask {person}, who can decide and has seen the evidence',
  gap: 'Nobody on the line or by grant has the authority: bring the gap in the grants to the governing body',
} as const;

/** Who is asked to take a risk: whoever was asked and has not accepted yet, else whoever stands where the work is. */
export function askToTake(facts: RiskFacts): string {
  const { start } = facts;
  const proposed = proposedOwner(facts.index, facts.risk);
  if (proposed !== undefined) return say(proposalTexts.askAgain, { person: name(facts.index, proposed.personId) });
  switch (start.state) {
    case 'found':
      return say(proposalTexts.askLead, { lead: name(facts.index, start.personId) });
    case 'no-team':
      return say(proposalTexts.recordTeam, { services: theServices(facts) });
    case 'no-lead':
      return say(proposalTexts.recordLead, { teams: theTeams(facts) });
  }
}

/** Brief or ask the lowest person who can decide, or say that nobody can. Without a full stop. */
export function bringToDecider(facts: RiskFacts): string {
  const { able, index, risk } = facts;
  if (able === undefined) return say(proposalTexts.gap);
  const person = name(index, able);
  const pieces = unseenCount(index, able, risk);
  if (pieces === 0) return say(proposalTexts.ask, { person });
  return say(proposalTexts.brief, { person, reading: reading(index, pieces) });
}

/** The lowest common manager of the leads of several teams. */
export function commonManagerOf({ index }: RiskFacts, teamIds: readonly string[]): string | undefined {
  const leads = teamIds.map((id) => leadOf(index, id)).filter((id) => id !== undefined);
  return leads.length === teamIds.length ? lowestCommonManager(index, leads) : undefined;
}
