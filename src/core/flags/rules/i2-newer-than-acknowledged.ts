import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import { readsOf } from '#core/information/piece-read.ts';
import { isDetailed } from '#core/information/seen.ts';
import { onDay } from '#core/flags/wording.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, reading } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';

const sentences = { main: '{pieces, plural, one {# new piece} other {# new pieces}} since {person} last looked on {date}.' } as const;
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
    const { deciding, index, briefDays } = facts;
    const looked = deciding === undefined ? undefined : lastLooked(facts, deciding);
    if (deciding === undefined || looked === undefined) return undefined;
    const newer = facts.own.filter(({ piece, detail }) => !detail && dayOf(piece.at) > looked);
    const due = newer.filter(({ piece }) => index.day - dayOf(piece.at) >= briefDays);
    const [first] = due;
    if (first === undefined) return undefined;
    const words = { person: name(index, deciding), date: onDay(looked) };
    return {
      person: deciding,
      restsOn: { kind: 'evidence', id: first.piece.id },
      since: dayOf(first.piece.at) + briefDays,
      sentence: say(sentences.main, { ...words, pieces: due.length }),
      nextStep: say(nextSteps.difference, { ...words, reading: reading(index, newer.length) }),
    };
  },
};

/** Day the person last saw any evidence of the risk in detail, material or not. */
function lastLooked({ index, own, evidence }: RiskFacts, personId: string): number | undefined {
  const reads = own.length === evidence.length ? own : readsOf(index, personId, evidence);
  let last: number | undefined;
  for (const { piece, acks, detail } of reads) {
    if (!detail) continue;
    const days = acks.filter(isDetailed).map((ack) => dayOf(ack.at));
    last = Math.max(last ?? -Infinity, ...(days.length === 0 ? [dayOf(piece.at)] : days));
  }
  return last;
}
