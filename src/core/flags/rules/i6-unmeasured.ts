import { percent } from '#language/numbers.ts';
import { say } from '#language/say.ts';
import { evidenceKindWord } from '#core/record/kind-words.ts';
import { dayOf } from '#core/time.ts';
import type { Evidence } from '#core/record/entities.ts';
import { leadOf } from '#core/authority/start-of-line.ts';
import { measurementOf, type Measurement } from '#core/information/measurement.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, theServices } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { inDays } from '#core/flags/wording.ts';

const sentences = {
  never: 'Nobody has measured it.',
  tooOld: 'The newest measurement is {days} old.',
  tooNarrow: 'A clean result that covered {share} of the estate.',
  unknownShare: 'an unknown part',
} as const;

const nextSteps = {
  measure: 'Ask {who} for a scan of {services}, with the share it covers.',
  again: 'Ask {who} to repeat the {kind} on {services}, with the share it covers.',
  uncovered: 'Ask {who} to name what of {services} the {kind} does not cover, and to cover it.',
  nobody: 'whoever runs the measurements',
} as const;

export const i6Unmeasured: RiskRule = {
  over: 'risk',
  text: {
    id: 'I6',
    key: 'unmeasured',
    family: 'information',
    tier: 'core',
    leading: true,
    title: 'Not measured',
    subjectKind: 'risk',
    rule: 'No measurement after the brief time, or the newest is older than its kind allows, or it is clean and covered too little.',
    thresholds: [
      'clock.briefShare', 'I6.scanU3', 'I6.scanU14', 'I6.scan', 'I6.metric', 'I6.attestation', 'I6.statement',
      'I6.assessment', 'I6.audit', 'I6.test', 'I6.coverageExposed', 'I6.coverageInternal',
    ],
    sources: ['Senate PSI on Equifax, pp. 42-43', 'NAO HC 414 on WannaCry', 'CISA BOD 23-01', 'CISA BOD 26-04'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const measured = measurementOf(facts.index, facts.risk, facts.urgency, facts.evidence);
    const since = firstDay(facts, measured);
    if (since === undefined || since > facts.day) return undefined;
    return { person: facts.deciding, since, sentence: inWords(measured), nextStep: nextStep(facts, measured) };
  },
};

function firstDay(facts: RiskFacts, measured: Measurement): number | undefined {
  switch (measured.state) {
    case 'never':
      return facts.opened + facts.briefDays;
    case 'too-old':
      return Math.max(facts.opened, dayOf(measured.newest.at) + measured.limit + 1);
    case 'too-narrow':
      return Math.max(facts.opened, dayOf(measured.newest.at));
    case 'good':
      return undefined;
  }
}

function inWords(measured: Measurement): string {
  switch (measured.state) {
    case 'never':
    case 'good':
      return say(sentences.never);
    case 'too-old':
      return say(sentences.tooOld, { days: inDays(measured.age) });
    case 'too-narrow': {
      const { coverage } = measured;
      const share = coverage === undefined ? say(sentences.unknownShare) : percent(String(Math.floor(coverage * 100)));
      return say(sentences.tooNarrow, { share });
    }
  }
}

/** Who measured last can measure again; else the lead of the team where the work is. */
function nextStep(facts: RiskFacts, measured: Measurement): string {
  const services = theServices(facts);
  if (measured.state === 'never' || measured.state === 'good') {
    const before = facts.evidence.at(-1);
    return say(nextSteps.measure, { who: whoMeasures(facts, before), services });
  }
  const words = { who: whoMeasures(facts, measured.newest), services, kind: evidenceKindWord(measured.newest.kind) };
  return say(measured.state === 'too-old' ? nextSteps.again : nextSteps.uncovered, words);
}

function whoMeasures({ index, start }: RiskFacts, last: Evidence | undefined): string {
  const lead = last?.teamId === undefined ? undefined : leadOf(index, last.teamId);
  if (lead !== undefined) return name(index, lead);
  return start.state === 'found' ? name(index, start.personId) : say(nextSteps.nobody);
}
