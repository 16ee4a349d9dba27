import type { EntryKind } from '#core/record/entry.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { FlagFamily, FlagId, FlagSubjectKind } from '#core/flags/flag.ts';
import type { ThresholdName } from '#core/flags/policy-defaults.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';

/** An entry of the record. */
export interface RestsOn {
  kind: EntryKind;
  id: string;
}

/** What a rule found to hold on the day of the view. */
export interface Condition {
  /** Id of the subject where it is not the risk that was asked about. */
  subject?: string;
  /** Where one rule speaks of two kinds of subject. */
  subjectKind?: FlagSubjectKind;
  /** Risks the condition belongs to, where its subject is not a risk. */
  riskIds?: readonly string[];
  person?: string | undefined;
  /** First day of the condition, as a day number, as far as the record tells. */
  since: number;
  /** Entry whose recording made the condition known, where it is another than the subject. */
  restsOn?: RestsOn | undefined;
  sentence: string;
  nextStep: string;
}

/** One flag as data: what it is called, what it compares with, where it comes from, and every text it can show. */
export interface FlagText {
  id: FlagId;
  /** Stable name for a policy, a link or an export. */
  key: string;
  family: FlagFamily;
  /** `core` came first, `second` refine it. */
  tier: 'core' | 'second';
  /** Leading flags make the four lines of a risk; the others stand behind "more conditions". */
  leading: boolean;
  title: string;
  subjectKind: FlagSubjectKind;
  /** The rule in words. */
  rule: string;
  thresholds: readonly ThresholdName[];
  sources: readonly string[];
  sentences: Readonly<Record<string, string>>;
  nextSteps: Readonly<Record<string, string>>;
}

/** A rule about one open risk. */
export interface RiskRule {
  over: 'risk';
  text: FlagText;
  find(facts: RiskFacts): Condition | undefined;
}

/** A rule about anything else the record holds: a team, a process, a person, a finding, a step, a pack. */
export interface RecordRule {
  over: 'record';
  text: FlagText;
  find(index: RecordIndex): readonly (Condition & { subject: string })[];
}

export type FlagRule = RiskRule | RecordRule;
