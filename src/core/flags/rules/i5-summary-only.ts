import { dayOf } from '#core/time.ts';
import type { AcknowledgementLevel, Evidence } from '#core/record/entities.ts';
import { evidenceName, listed } from '#core/record/names.ts';
import { listOf } from '#core/record/record-index.ts';
import { materialEvidence } from '#core/information/material-evidence.ts';
import { acksOf, hasSeenDetail, isIndividual } from '#core/information/seen.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, theRisk } from '#core/flags/phrases.ts';
import { fill } from '#core/flags/wording.ts';

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
    const { deciding, index, risk } = facts;
    if (deciding === undefined) return undefined;
    const all = listOf(index.evidenceByRisk, risk.id);
    if (all.some((piece) => hasSeenDetail(index, deciding, piece))) return undefined;
    const acks = all.flatMap((piece) => acksOf(index, deciding, piece.id)).filter(isIndividual);
    const detail = materialEvidence(index, risk.id).filter(isDetail);
    const [first] = detail;
    if (acks.length === 0 || first === undefined) return undefined;
    const newest = detail.toReversed().slice(0, 2).map((piece) => evidenceName(index.view, piece.id));
    return {
      person: deciding,
      since: Math.max(facts.opened, dayOf(first.at), Math.min(...acks.map((ack) => dayOf(ack.at)))),
      sentence: fill(sentences.main, {
        person: name(index, deciding),
        what: whatWasSeen(acks.map((ack) => ack.level)),
        risk: theRisk(facts),
      }),
      nextStep: fill(nextSteps.open, { person: name(index, deciding), pieces: listed(newest) }),
    };
  },
};

function isDetail(piece: Evidence): boolean {
  return piece.level === undefined || piece.level === 'detail';
}

/** The most telling level seen. */
function whatWasSeen(levels: readonly AcknowledgementLevel[]): string {
  if (levels.includes('summary')) return sentences.summary;
  return levels.includes('colour') ? sentences.colour : sentences.attested;
}
