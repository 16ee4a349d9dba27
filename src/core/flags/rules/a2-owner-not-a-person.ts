import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { NotAPerson } from '#core/authority/person-in-post.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { leadOf } from '#core/authority/start-of-line.ts';
import { proposedOwner } from '#core/authority/proposed-owner.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, theRisk } from '#core/flags/phrases.ts';
import { askToTake, proposalTexts } from '#core/flags/proposals.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { onDay } from '#core/flags/wording.ts';

const sentences = {
  main: '{risk} is assigned to {owner}, which is {what}.',
  mailbox: 'a mailbox',
  group: 'a list',
  emptyPost: 'an empty post',
  left: 'someone who left on {date}',
  notYet: 'someone who starts on {date}',
} as const;

const nextSteps = {
  again: proposalTexts.askAgain,
  lead: proposalTexts.askLead,
  team: proposalTexts.recordTeam,
  recordLead: proposalTexts.recordLead,
  fillPost: 'Name who holds {owner} now; until then: {ask}',
  manager: 'Ask {manager}, to whom {owner} reported, to take it or to name who does.',
  until: 'Until {owner} starts on {date}: {ask}',
} as const;

export const a2OwnerNotAPerson: RiskRule = {
  over: 'risk',
  text: {
    id: 'A2',
    key: 'owner-not-a-person',
    family: 'authority',
    tier: 'core',
    leading: true,
    title: 'The owner is not a person',
    subjectKind: 'risk',
    rule: 'Open, and the owner is a mailbox, a list, an empty post, or somebody not in post, after the time to name one.',
    thresholds: ['clock.ownerShare'],
    sources: ['Senate PSI on Equifax, p. 36: an owner list not kept up', 'FCA SYSC 25.4.4G: no gaps in the map'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { owner, index, risk } = facts;
    if (owner.state !== 'not-a-person' || facts.age < facts.ownerDays) return undefined;
    const named = risk.ownerSince === undefined ? facts.opened : dayOf(risk.ownerSince);
    return {
      person: owner.id,
      since: Math.max(facts.opened + facts.ownerDays, named, firstDayOf(owner.what) ?? named),
      sentence: say(sentences.main, { risk: theRisk(facts), owner: name(index, owner.id), what: inWords(owner.what) }),
      nextStep: nextStep(facts, owner.id, owner.what),
    };
  },
};

function inWords(what: NotAPerson): string {
  switch (what.kind) {
    case 'mailbox':
      return say(sentences.mailbox);
    case 'group':
      return say(sentences.group);
    case 'empty-post':
      return say(sentences.emptyPost);
    case 'left':
      return say(sentences.left, { date: onDay(what.on) });
    case 'not-yet':
      return say(sentences.notYet, { date: onDay(what.from) });
  }
}

function firstDayOf(what: NotAPerson): number | undefined {
  return what.kind === 'left' ? dayOf(what.on) + 1 : undefined;
}

/** The group's own lead, the leaver's manager, or whoever stands where the work is. */
function nextStep(facts: RiskFacts, ownerId: string, what: NotAPerson): string {
  const { index } = facts;
  if (proposedOwner(index, facts.risk) !== undefined) return askToTake(facts);
  const entry = index.view.persons.get(ownerId);
  switch (what.kind) {
    case 'mailbox':
    case 'group': {
      const teamId = entry === undefined ? ownerId : entry.teamId;
      const lead = teamId === undefined ? undefined : leadOf(index, teamId);
      return lead === undefined ? askToTake(facts) : say(proposalTexts.askLead, { lead: name(index, lead) });
    }
    case 'empty-post':
      return say(nextSteps.fillPost, { owner: name(index, ownerId), ask: askToTake(facts) });
    case 'left': {
      const manager = personInPost(index, entry?.managerId);
      if (manager === undefined) return askToTake(facts);
      return say(nextSteps.manager, { manager: name(index, manager), owner: name(index, ownerId) });
    }
    case 'not-yet':
      return say(nextSteps.until, { owner: name(index, ownerId), date: onDay(what.from), ask: askToTake(facts) });
  }
}
