import type { When } from '#core/time.ts';
import type { HeadsUp } from '#core/flags/heads-up.ts';

export const flagFamilies = ['authority', 'information', 'process'] as const;
export type FlagFamily = (typeof flagFamilies)[number];

export const flagIds = [
  'A1', 'A2', 'A3', 'A4', 'A5', 'A5w', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7',
  'I8', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12',
] as const;
export type FlagId = (typeof flagIds)[number];

export type FlagSubjectKind = 'risk' | 'team' | 'process' | 'person' | 'finding' | 'step' | 'pack' | 'organisation';

/** One condition of the record on a date: what is missing and the one act that closes it. */
export interface Flag {
  flag: FlagId;
  family: FlagFamily;
  title: string;
  subjectKind: FlagSubjectKind;
  /** Id of the subject: a risk's id for a flag about a risk. */
  subject: string;
  /** The person whose authority or information the condition is about, where there is one. */
  person?: string | undefined;
  sentence: string;
  nextStep: string;
  /** First day of the condition, as far as the record tells. */
  since: When;
  /** While it runs, only those named have been shown it: nobody above them yet. Absent = everybody may see it. */
  headsUp?: HeadsUp | undefined;
  /** Version of the policy the rule was run with. */
  policyVersion: string;
}
