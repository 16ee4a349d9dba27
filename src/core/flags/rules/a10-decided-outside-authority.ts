import { lowerFirst } from '#language/letters.ts';
import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { Decision } from '#core/record/entities.ts';
import { authorityOf } from '#core/authority/authority-of.ts';
import { inPost } from '#core/authority/person-in-post.ts';
import { authorityWords } from '#core/picture/sentences/authority-words.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, theRisk } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { standingDecision } from '#core/flags/standing-decision.ts';
import { onDay } from '#core/flags/wording.ts';

export const a10Sentences = {
  main: 'When {risk} was decided on {date}, the record held no authority for {person} covering it: {reason}',
  noMaker: 'When {risk} was decided on {date}, the record held no authority covering it: the decision came without the name of who made it.',
  findings: '{n, plural, one {# decision about a finding} other {# decisions about findings}} of {team} that no risk rests on {n, plural, one {stands} other {stand}} without authority on record; {k, plural, one {# came without the name of who made it} other {# came without the names of who made them}}.',
  findingsNoTeam: '{n, plural, one {# decision about a finding} other {# decisions about findings}} on services without a team {n, plural, one {stands} other {stand}} without authority on record; {k, plural, one {# came without the name of who made it} other {# came without the names of who made them}}.',
  notAPerson: 'only a person in post can hold authority.',
} as const;

export const a10NextSteps = {
  ratify: 'Ask {person} to ratify it, to decide again, or to add the missing grant; each is recorded as such, with the date of today.',
  mapThem: 'Map the findings to a risk, so that its decision owner can ratify them or decide again; the findings stay in every count until then.',
  ratifyBySomebody: 'Name who ratifies it or decides again, or add the missing grant; each is recorded as such, with the date of today.',
} as const;

export const a10DecidedOutsideAuthority: RiskRule = {
  over: 'risk',
  text: {
    id: 'A10',
    key: 'decided-outside-authority',
    family: 'authority',
    tier: 'core',
    leading: false,
    title: 'Decided outside the authority recorded',
    subjectKind: 'risk',
    rule: 'The decision in force was made by somebody for whom the record of that day held no authority over the exposure of that day.',
    thresholds: ['emergency.days', 'beforeRecords.days'],
    sources: ['NIST SP 800-37 task R-4: only the authorizing official accepts', '14 CFR 91.3(b)-(c)'],
    sentences: a10Sentences,
    nextSteps: a10NextSteps,
  },
  find(facts) {
    const decision = standingDecision(facts);
    if (decision === undefined) return undefined;
    const outside = outsideOf(facts, decision);
    if (outside === undefined) return undefined;
    const { index } = facts;
    const words = { risk: theRisk(facts), date: onDay(decision.at) };
    const able = facts.able;
    return {
      person: outside.personId,
      restsOn: { kind: 'decisions', id: decision.id },
      since: Math.max(facts.opened, dayOf(decision.at)),
      sentence:
        outside.personId === undefined
          ? say(a10Sentences.noMaker, words)
          : say(a10Sentences.main, { ...words, person: name(index, outside.personId), reason: outside.reason }),
      nextStep:
        able === undefined
          ? say(a10NextSteps.ratifyBySomebody)
          : say(a10NextSteps.ratify, { person: name(index, able) }),
    };
  },
};

/** Who made a decision about a risk without authority on record on its day; undefined where there was some, or it cannot be told. */
export function outsideOf(
  { index, risk }: Pick<RiskFacts, 'index' | 'risk'>,
  decision: Decision,
): { personId: string | undefined; reason: string } | undefined {
  const day = dayOf(decision.at);
  const decider = inPost(index, decision.byId, day);
  switch (decider.state) {
    case 'nobody':
      return { personId: undefined, reason: '' };
    case 'cannot-tell':
      return undefined;
    case 'not-a-person':
      return { personId: decider.id, reason: say(a10Sentences.notAPerson) };
    case 'person': {
      const high = decision.exposureAtDecision?.high ?? risk.exposure?.high ?? null;
      const verdict = authorityOf(index, decider.personId, risk, { kind: decision.kind, day, high });
      if (verdict.state !== 'lacks') return undefined;
      return { personId: decider.personId, reason: lowerFirst(authorityWords(index.view, verdict)) };
    }
  }
}
