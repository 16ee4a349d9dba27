import type { When } from '#core/time.ts';
import type { FlagFamily, FlagId, FlagSubjectKind } from '#core/flags/flag.ts';
import type { ReplayCheck } from '#core/flags/replay.ts';
import type { Lack } from '#core/picture/readiness.ts';
import type { BasisKind, BasisMark } from '#core/replay/basis.ts';
import type { CountingText } from '#core/replay/counting-text.ts';

/** What a replay page draws. Every sentence and figure is made here, from the case alone. */

export interface BreachRow {
  /** First day the date can mean: what days before the breach are counted to, so that no day is counted twice over. */
  day: When;
  words: string;
}

export interface CaseSummary {
  id: string;
  title: string;
  sector: string | null;
  legalStatus: string | null;
  /** `control` = replayed, and neither a breach nor an expected flag: the rules are meant to stay quiet. */
  kind: 'breach' | 'control' | 'told';
  from: When | null;
  to: When | null;
  breaches: readonly BreachRow[];
  sentence: string;
  /** Facts of the case by basis, those that are there. */
  basisMix: readonly { kind: BasisKind; count: number }[];
  /** Days from the first flag that can be assessed to the first breach; `null` without either. */
  firstDaysBefore: number | null;
  /** Flags up on the day of the first breach, those that cannot be assessed left out. */
  upAtBreach: number | null;
  /** Checks of the case, its headline among them, and how many came out as expected. */
  checks: { count: number; asExpected: number };
  /** Controls that stand beside this case, or cases a control stands beside. */
  besideIds: readonly string[];
}

export interface SourceRow {
  id: string;
  title: string;
  publisher: string | null;
  date: string | null;
  /** Only http and https. */
  url: string | null;
  verified: string | null;
  note: string | null;
}

export interface FactRow {
  id: string;
  dateWords: string;
  /** `null` where the case gives no date that can be placed. */
  from: When | null;
  to: When | null;
  text: string;
  /** Sentences that judge one person and are not shown. */
  leftOut: number;
  /** `Senate PSI staff report, p. 31-33`. */
  sources: readonly { id: string; words: string }[];
  basis: BasisMark;
}

/** One version of one entry of the case's record. */
export interface EntryRow {
  key: string;
  kind: string;
  /** Day it became known; `null` for what is undated and therefore on the record from the start. */
  knownAt: When | null;
  text: string;
  basis: BasisMark;
  /** Facts the case itself ties to the entry. */
  factIds: readonly string[];
  /** Where it ties none: facts of the same date. */
  sameDateFactIds: readonly string[];
}

/** How a flag stands among the lines of its risk on a day: shown, behind "more conditions", or quieted by another. */
export type FlagStanding = 'line' | 'more' | 'quiet';

/** Days on which a flag is up and its words only count on. */
export interface FlagRun {
  from: When;
  to: When;
  since: When;
  standing: FlagStanding;
  sentence: CountingText;
  nextStep: CountingText;
}

export interface FlagRow {
  key: string;
  flag: FlagId;
  family: FlagFamily;
  title: string;
  subjectKind: FlagSubjectKind;
  subject: string;
  subjectName: string;
  person: string | null;
  /** First day it is up. */
  firstUp: When;
  /** To the first breach from `firstUp`; `null` where it came up after it or there is none. */
  daysBefore: number | null;
  /** Up only because the public record is silent, as the case says. */
  notAssessable: boolean;
  /** The case asks for it by name. */
  expected: boolean;
  runs: readonly FlagRun[];
  /** Keys of the entries it is judged by. */
  restsOn: readonly string[];
}

export interface RiskRow {
  id: string;
  name: string;
  lacks: readonly { from: When; to: When; lack: Lack }[];
}

export interface CheckRow extends Omit<ReplayCheck, 'person' | 'subject'> {
  /** What was looked for, in words, a protected person not named. */
  about: string;
  /** What the case says it tests, or why it must stay quiet. */
  says: string | null;
}

export interface ReplayView {
  from: When;
  to: When;
  /** Days between two looks; 1 unless the case asks otherwise. */
  step: number;
  /** Days looked at. */
  looks: number;
  /** Days on which something becomes known or a flag comes up or goes, in order, the first and last day among them. */
  stops: readonly When[];
  entries: readonly EntryRow[];
  risks: readonly RiskRow[];
  flags: readonly FlagRow[];
  checks: readonly CheckRow[];
  failed: number;
  /** What the case says is missing at one risk on one day, and what the rules say. */
  headline: { asOf: When; subjectName: string; expected: string; got: Lack | null; ok: boolean } | null;
}

/** A flag the case would raise, in the words of the product, where there is nothing to replay. */
export interface WordingRow {
  flag: string;
  title: string;
  says: string | null;
  sentences: readonly string[];
}

export interface QuestionRow {
  question: string;
  answer: string;
  basis: BasisMark;
}

export interface CaseView extends CaseSummary {
  breachMeans: string | null;
  breachFactIds: readonly string[];
  discovered: string | null;
  disclosed: string | null;
  questions: readonly QuestionRow[];
  facts: readonly FactRow[];
  sources: readonly SourceRow[];
  assumptions: readonly string[];
  notAssessable: readonly string[];
  caveats: readonly string[];
  /** `null` for a case told in words; then `whyNoReplay` says why and `wording` what would be said. */
  replay: ReplayView | null;
  whyNoReplay: string | null;
  wording: readonly WordingRow[];
}
