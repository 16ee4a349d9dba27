import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { Acknowledgement, AcknowledgementLevel, Evidence } from '#core/record/entities.ts';
import { listed } from '#language/lists.ts';
import { evidenceName } from '#core/record/names.ts';
import { readsOf } from '#core/information/piece-read.ts';
import { isIndividual } from '#core/information/seen.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, theRisk } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';

const sentences = {
  main: '{person} saw {what} of {risk}, not the evidence under it.',
  colour: 'a colour',
  summary: 'a summary',
  attested: 'an attestation',
} as const;

const nextSteps = {
  open: 'Open {pieces} with {person}: what differs most from the summary.',
} as const;

export const i5SummaryOnly: RiskRule = {
  over: 'risk',
  text: {
    id: 'I5',
    key: 'summary-only',
    family: 'information',
    tier: 'core',
    leading: false,
    title: 'Saw a summary only',
    subjectKind: 'risk',
    rule: 'The deciding person has acknowledgements and none at detail level, and detail exists.',
    thresholds: [],
    sources: ['NIST SP 800-37 note 120', 'NIS2 Art. 20(2): sufficient knowledge'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { deciding, index, own } = facts;
    if (deciding === undefined) return undefined;
    const acks = summaries(facts, deciding);
    if (acks.length === 0) return undefined;
    const detail = own.map((read) => read.piece).filter(isDetail);
    const [first] = detail;
    if (first === undefined) return undefined;
    const newest = detail.toReversed().slice(0, 2).map((piece) => evidenceName(index.view, piece.id));
    return {
      person: deciding,
      since: Math.max(facts.opened, dayOf(first.at), Math.min(...acks.map((ack) => dayOf(ack.at)))),
      sentence: say(sentences.main, {
        person: name(index, deciding),
        what: whatWasSeen(acks.map((ack) => ack.level)),
        risk: theRisk(facts),
      }),
      nextStep: say(nextSteps.open, { person: name(index, deciding), pieces: listed(newest) }),
    };
  },
};

/** What the person acknowledged of a risk by more than a broadcast; none where any of it was in detail. */
function summaries({ index, own, evidence }: RiskFacts, personId: string): readonly Acknowledgement[] {
  const reads = own.length === evidence.length ? own : readsOf(index, personId, evidence);
  if (reads.some((read) => read.detail)) return [];
  return reads.flatMap((read) => read.acks.filter(isIndividual));
}

function isDetail(piece: Evidence): boolean {
  return piece.level === undefined || piece.level === 'detail';
}

/** The most telling level seen. */
function whatWasSeen(levels: readonly AcknowledgementLevel[]): string {
  if (levels.includes('summary')) return say(sentences.summary);
  return levels.includes('colour') ? say(sentences.colour) : say(sentences.attested);
}
