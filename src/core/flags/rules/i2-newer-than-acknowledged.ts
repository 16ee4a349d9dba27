import { dayOf } from '#core/time.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { materialEvidence } from '#core/information/material-evidence.ts';
import { acksOf, hasSeenDetail, isDetailed } from '#core/information/seen.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, reading } from '#core/flags/phrases.ts';
import { counted, fill, onDay } from '#core/flags/wording.ts';

const sentences = { main: '{pieces} since {person} last looked on {date}.' } as const;
const nextSteps = { difference: 'Show {person} only the difference since {date}: {reading}.' } as const;

export const i2NewerThanAcknowledged: RiskRule = {
  over: 'risk',
  text: {
    id: 'I2',
    key: 'newer-than-acknowledged',
    family: 'information',
    tier: 'core',
    leading: false,
    title: 'New since last seen',
    subjectKind: 'risk',
    rule: 'The deciding person has seen evidence in detail, and a material piece newer than that is older than the brief time.',
    thresholds: ['clock.briefShare'],
    sources: ['NIST SP 800-37 appendix F: event-driven triggers', 'FCA DEPP 6.2.9E'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { deciding, index, risk, briefDays } = facts;
    const looked = deciding === undefined ? undefined : lastLooked(index, deciding, risk.id);
    if (deciding === undefined || looked === undefined) return undefined;
    const newer = materialEvidence(index, risk.id).filter(
      (piece) => dayOf(piece.at) > looked && !hasSeenDetail(index, deciding, piece),
    );
    const due = newer.filter((piece) => index.day - dayOf(piece.at) >= briefDays);
    const [first] = due;
    if (first === undefined) return undefined;
    const words = { person: name(index, deciding), date: onDay(looked) };
    return {
      person: deciding,
      since: dayOf(first.at) + briefDays,
      sentence: fill(sentences.main, { ...words, pieces: counted(due.length, 'new piece') }),
      nextStep: fill(nextSteps.difference, { ...words, reading: reading(index, newer.length) }),
    };
  },
};

/** Day the person last saw any evidence of the risk in detail. */
function lastLooked(index: RecordIndex, personId: string, riskId: string): number | undefined {
  let last: number | undefined;
  for (const piece of listOf(index.evidenceByRisk, riskId)) {
    const days = acksOf(index, personId, piece.id).filter(isDetailed).map((ack) => dayOf(ack.at));
    if (piece.knownBy?.includes(personId) === true) days.push(dayOf(piece.at));
    for (const day of days) if (last === undefined || day > last) last = day;
  }
  return last;
}
