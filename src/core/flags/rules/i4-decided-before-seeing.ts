import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { Evidence } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { firstRecordedDayOf } from '#core/record/view.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { hasSeenDetail } from '#core/information/seen.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, reading } from '#core/flags/phrases.ts';
import { isEmergency, standingDecision } from '#core/flags/standing-decision.ts';
import { onDay } from '#core/flags/wording.ts';

const sentences = {
  main: 'When {person} decided on {date}, {k} of {n} known pieces had not reached them.',
  none: 'When {person} decided on {date}, the record held no evidence.',
} as const;

const nextSteps = {
  look: 'Offer {person} to look again: {reading}; keep, change or end the decision.',
  measure: 'Offer {person} to look again once something is measured; keep, change or end the decision.',
} as const;

export const i4DecidedBeforeSeeing: RiskRule = {
  over: 'risk',
  text: {
    id: 'I4',
    key: 'decided-before-seeing',
    family: 'information',
    tier: 'core',
    leading: false,
    title: 'Decided before the evidence reached them',
    subjectKind: 'risk',
    rule: 'When the decision in force was made the record held no evidence, or a material piece recorded by then that the decider had not seen in detail.',
    thresholds: ['emergency.days', 'beforeRecords.days'],
    sources: ['NIST SP 800-37 task R-4: after reviewing the package'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { index } = facts;
    const decision = standingDecision(facts);
    if (decision === undefined) return undefined;
    const day = dayOf(decision.at);
    const decider = personInPost(index, decision.byId, day);
    if (decider === undefined) return undefined;
    const held = facts.evidence.filter((piece) => recordedBy(index, piece, day));
    const known = held.filter((piece) => wasMaterial(piece, day));
    const read = isEmergency(decision) ? day + index.policy.threshold('emergency.days') : day;
    const unseen = known.filter((piece) => !hasSeenDetail(index, decider, piece, read));
    if (held.length > 0 && unseen.length === 0) return undefined;
    const words = { person: name(index, decider), date: onDay(decision.at) };
    return {
      person: decider,
      restsOn: { kind: 'decisions', id: decision.id },
      since: Math.max(facts.opened, day),
      sentence:
        held.length === 0
          ? say(sentences.none, words)
          : say(sentences.main, { ...words, k: String(unseen.length), n: String(known.length) }),
      nextStep:
        held.length === 0
          ? say(nextSteps.measure, words)
          : say(nextSteps.look, { ...words, reading: reading(index, unseen.length) }),
    };
  },
};

/** What nobody had entered by then cannot be held against a decision. */
function recordedBy(index: RecordIndex, piece: Evidence, day: number): boolean {
  if (dayOf(piece.at) > day) return false;
  return (firstRecordedDayOf(index.view, 'evidence', piece.id) ?? day) <= day;
}

function wasMaterial(piece: Evidence, day: number): boolean {
  return piece.material !== false && (piece.supersededAt === undefined || dayOf(piece.supersededAt) > day);
}
