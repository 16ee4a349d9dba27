import type { When } from '#core/time.ts';
import type { Entry } from '#core/record/entry.ts';
import type { CaseFile, ExpectedFlag, ForbiddenFlag } from '#core/flags/case-file.ts';

type Text = string | null | undefined;

/** Something a source says, in the words of the case. */
export interface CaseFact {
  id: string;
  /** A day, a month or a year. */
  date?: Text;
  text: string;
  /** Ids of the sources it comes from. */
  source?: string | readonly string[] | null | undefined;
  basis?: Text;
  page?: Text;
}

export interface CaseSource {
  id: string;
  title?: Text;
  publisher?: Text;
  date?: Text;
  url?: Text;
  /** How far whoever wrote the case read it. */
  verified?: Text;
  note?: Text;
}

/** A case file as a reader meets it: what the rules need, and everything the case says about itself. */
export interface DocumentedCase extends CaseFile {
  title?: Text;
  sector?: Text;
  legalStatus?: Text;
  /** A day, a month or a year; several where there was more than one breach; none for a control. */
  breachDate?: string | readonly string[] | null | undefined;
  breachDateMeans?: Text;
  discoveredAt?: Text;
  disclosedAt?: Text;
  replayable?: boolean | null | undefined;
  sources: readonly CaseSource[];
  sixQuestions?: Readonly<Record<string, string>> | null | undefined;
  facts: readonly CaseFact[];
  assumptions?: readonly string[] | null | undefined;
  /** What the replay raises only because the public record is silent; flags are named by their ids. */
  notAssessable?: readonly string[] | null | undefined;
  caveats?: readonly string[] | null | undefined;
  expected: readonly (ExpectedFlag & { says?: Text; note?: Text })[];
  mustNotFire: readonly (ForbiddenFlag & { why?: Text })[];
  headline?: { asOf: When; risk: string; lack: string } | null | undefined;
  entries: readonly Entry[];
}

/** Persons about whom nothing may be raised, whatever the flag: the replay does not name them either. */
export function protectedPersons(file: Pick<DocumentedCase, 'mustNotFire'>): ReadonlySet<string> {
  return new Set(
    file.mustNotFire.flatMap(({ flag, subject, person }) =>
      (flag ?? '*') === '*' && (subject ?? undefined) === undefined && typeof person === 'string' ? [person] : [],
    ),
  );
}
