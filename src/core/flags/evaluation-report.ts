import type { When } from '#core/time.ts';
import { POLICY_ID } from '#core/record/policy.ts';
import { stampOf, type RecordView } from '#core/record/view.ts';
import type { Readiness } from '#core/picture/readiness.ts';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import type { FlagId } from '#core/flags/flag.ts';

export interface ReportedFlag {
  flag: FlagId;
  /** Id of what the condition is about: a risk, team, process, person, finding, step or pack, or `organisation`. */
  subject: string;
  /** `null` where the condition is about no one person. */
  person: string | null;
  sentence: string;
  nextStep: string;
  since: When;
  /** Version of the policy it was judged by. */
  policyVersion: string;
}

/** What `evaluate --json` prints. */
export interface EvaluationReport {
  asOf: When;
  /** The policy everything here was judged by, and when it was put on the record. */
  policy: { version: string; recordedAt: When | null };
  /** Every condition that holds, none quieted, the largest and longest first. */
  flags: readonly ReportedFlag[];
  readiness: {
    /** Open risks in each of the six states; they add up to `open`. */
    counts: Readonly<Record<Readiness, number>>;
    open: number;
    /** State of every open risk by id. */
    risks: Readonly<Record<string, Readiness>>;
  };
}

export function evaluationReport(view: RecordView): EvaluationReport {
  const evaluation = evaluateRecord(view);
  const counts = { ...none };
  const risks: [string, Readiness][] = [];
  for (const { riskId, readiness } of evaluation.risks.values()) {
    counts[readiness] += 1;
    risks.push([riskId, readiness]);
  }
  return {
    asOf: view.asOf,
    policy: { version: evaluation.policyVersion, recordedAt: stampOf(view, 'policy', POLICY_ID)?.recordedAt ?? null },
    flags: evaluation.flags.map(({ flag, subject, person, sentence, nextStep, since, policyVersion }) => ({
      flag, subject, person: person ?? null, sentence, nextStep, since, policyVersion,
    })),
    readiness: { counts, open: risks.length, risks: Object.fromEntries(risks) },
  };
}

const none: Readonly<Record<Readiness, number>> = {
  'can-decide-seen': 0, 'can-decide-not-seen': 0, 'cannot-decide-seen': 0, 'cannot-decide-not-seen': 0,
  'nobody-named': 0, 'cannot-tell': 0,
};
