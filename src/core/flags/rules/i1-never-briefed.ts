import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { Evidence } from '#core/record/entities.ts';
import { teamName } from '#core/record/names.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { ownedSince } from '#core/flags/owned-since.ts';
import { money, name, reading, theRisk } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { inDays, onDay } from '#core/flags/wording.ts';

const sentences = {
  main: '{person} has not been shown {risk}. {team} has known since {date}: {days}.',
  noTeam: '{person} has not been shown {risk}. The record has held it since {date}: {days}.',
} as const;

const nextSteps = {
  send: 'Send the brief to {person}: {risk}, {range}, {reading}.',
  range: '{low} to {high}',
  noRange: 'no range yet',
} as const;

export const i1NeverBriefed: RiskRule = {
  over: 'risk',
  text: {
    id: 'I1',
    key: 'never-briefed',
    family: 'information',
    tier: 'core',
    leading: true,
    title: 'Has not been shown it',
    subjectKind: 'risk',
    rule: 'Material evidence exists, none of it reached the deciding person by more than a broadcast, and the brief time has run since the first piece.',
    thresholds: ['clock.briefShare', 'brief.minutesAPiece'],
    sources: ['SEC Regulation S-K Item 106(c)', 'DORA Art. 5(2)(i)', '23 NYCRR 500.4(c)', 'Senate PSI on Equifax, p. 40'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { deciding, index, own } = facts;
    const first = own[0]?.piece;
    if (deciding === undefined || first === undefined) return undefined;
    const known = dayOf(first.at);
    if (index.day - known < facts.briefDays) return undefined;
    if (own.some((read) => read.shown)) return undefined;
    return {
      person: deciding,
      restsOn: { kind: 'evidence', id: first.id },
      since: Math.max(known + facts.briefDays, facts.owner.state === 'person' ? ownedSince(facts) : facts.opened),
      sentence: sentence(facts, deciding, first),
      nextStep: say(nextSteps.send, {
        person: name(index, deciding),
        risk: theRisk(facts),
        range: rangeOf(facts),
        reading: reading(index, facts.information.unseen.length),
      }),
    };
  },
};

function sentence(facts: RiskFacts, personId: string, first: Evidence): string {
  const { index } = facts;
  const words = {
    person: name(index, personId),
    risk: theRisk(facts),
    date: onDay(first.at),
    days: inDays(index.day - dayOf(first.at)),
  };
  if (first.teamId === undefined) return say(sentences.noTeam, words);
  return say(sentences.main, { ...words, team: teamName(index.view, first.teamId) });
}

function rangeOf({ index, risk }: RiskFacts): string {
  if (risk.exposure === undefined) return say(nextSteps.noRange);
  const { low, high } = risk.exposure;
  return say(nextSteps.range, { low: money(index, low, 'modelled'), high: money(index, high, 'modelled') });
}
