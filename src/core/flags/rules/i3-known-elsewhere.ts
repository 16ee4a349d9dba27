import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { Evidence } from '#core/record/entities.ts';
import { listed } from '#language/lists.ts';
import { serviceName, teamName } from '#core/record/names.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { leadOf } from '#core/authority/start-of-line.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, theRisk, theServices } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { inDays, onDay } from '#core/flags/wording.ts';

const sentences = {
  main: "{who} {several, select, yes {have} other {has}} known this since {date}: {days}. It is not on {person}'s record for {risk}.",
  noPerson: '{who} {several, select, yes {have} other {has}} known this since {date}: {days}. It is not on the record for {risk}.',
  somebody: 'Another part of the organisation',
} as const;

const nextSteps = {
  introduce: 'Introduce {other} and {person}, and ask {other} about {services}. Or check {services} for the same.',
  introduceOn: 'Introduce {other} and {person}: {other} knows it from {place}; ask about {services}. Or check {services} for the same.',
  introduceWith: 'Introduce {other} and {person}: {other} knows "{piece}"; ask about {services}. Or check {services} for the same.',
  check: 'Ask {other} about {services}, or check {services} for the same.',
} as const;

export const i3KnownElsewhere: RiskRule = {
  over: 'risk',
  text: {
    id: 'I3',
    key: 'known-elsewhere',
    family: 'information',
    tier: 'core',
    leading: true,
    title: 'Known elsewhere',
    subjectKind: 'risk',
    rule: 'Material evidence attached elsewhere names this risk or shares its defect class, component or release, is older than the brief time, is not answered by a later check here, and has not reached the deciding person.',
    thresholds: ['clock.briefShare'],
    sources: ['PwC review of the HSE attack: another hospital saw it', 'Senate PSI on Equifax, p. 40', 'Westrum (2004): bridging'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { deciding, index, elsewhere } = facts;
    const [first] = elsewhere
      .filter(({ piece, shown }) => !shown && index.day - dayOf(piece.at) >= facts.briefDays)
      .map(({ piece }) => piece)
      .sort((a, b) => dayOf(a.at) - dayOf(b.at));
    if (first === undefined) return undefined;
    const several = first.teamId === undefined && first.knownBy !== undefined && first.knownBy.length > 1;
    const words = {
      who: whoKnows(index, first) ?? say(sentences.somebody),
      several: several ? 'yes' : 'no',
      date: onDay(first.at),
      days: inDays(index.day - dayOf(first.at)),
      risk: theRisk(facts),
    };
    return {
      person: deciding,
      restsOn: { kind: 'evidence', id: first.id },
      since: Math.max(dayOf(first.at) + facts.briefDays, facts.opened),
      sentence:
        deciding === undefined
          ? say(sentences.noPerson, words)
          : say(sentences.main, { ...words, person: name(index, deciding) }),
      nextStep: nextStep(facts, first),
    };
  },
};

/** The producing team, else the people it names, else the service it is about. */
function whoKnows(index: RecordIndex, piece: Evidence): string | undefined {
  if (piece.teamId !== undefined) return teamName(index.view, piece.teamId);
  if (piece.knownBy !== undefined && piece.knownBy.length > 0) {
    return listed(piece.knownBy.map((id) => name(index, id)));
  }
  return placeOf(index, piece);
}

function placeOf(index: RecordIndex, piece: Evidence): string | undefined {
  const ids = index.view.risks.get(piece.riskId)?.serviceIds ?? [];
  return ids.length === 0 ? undefined : listed(ids.map((id) => serviceName(index.view, id)));
}

/** Two people by name: somebody who knows, and whoever decides here. */
function nextStep(facts: RiskFacts, piece: Evidence): string {
  const { deciding, index } = facts;
  const [known] = piece.knownBy ?? [];
  const lead = piece.teamId === undefined ? undefined : leadOf(index, piece.teamId);
  const otherId = known ?? lead;
  const other = otherId === undefined ? (whoKnows(index, piece) ?? say('whoever found it')) : name(index, otherId);
  const words = { other, services: theServices(facts) };
  if (deciding === undefined || otherId === undefined || otherId === deciding) return say(nextSteps.check, words);
  const both = { ...words, person: name(index, deciding) };
  if (piece.label !== undefined) return say(nextSteps.introduceWith, { ...both, piece: piece.label });
  const place = placeOf(index, piece);
  return place === undefined ? say(nextSteps.introduce, both) : say(nextSteps.introduceOn, { ...both, place });
}
