import { say } from '#language/say.ts';
import { dayInWords, daysBetween } from '#core/time.ts';
import { sentences } from '#core/picture/sentences/prose.ts';
import type { Picture } from '#core/picture/picture.ts';
import { coverageSentence } from '#core/picture/sentences/coverage-words.ts';

/** What the figures of a sheet rest on, in three lines: what is covered, how old the ranges are, and where the record ends. */
export function evidenceNote(picture: Picture): readonly [string, string, string] {
  const { coverage } = picture;
  return [
    `${coverageSentence('risksWithRange', coverage.risksWithRange)}; ${lower(coverageSentence('servicesWithTeam', coverage.servicesWithTeam))}; ${lower(coverageSentence('risksWithOwner', coverage.risksWithOwner))}.`,
    oldestEstimate(picture),
    sentences([
      picture.newestRecordedAt === null
        ? say('Record version {version, number}, policy {policy}.', { version: picture.recordVersion, policy: picture.policyVersion })
        : say('Record version {version, number}, policy {policy}; its newest entry is of {day}.', { version: picture.recordVersion, policy: picture.policyVersion, day: dayInWords(picture.newestRecordedAt) }),
      picture.sample ? say('A sample company: nothing in it happened.') : undefined,
    ]),
  ];
}

/** How the money of a sheet was made, and how it is rounded. */
export function methodNote(): string {
  return say('Expected annual loss: events a year times the mean of one loss, from ranges stated as 5th to 95th percentile (lognormal), averaged over many years. Money has two significant digits; figures are rounded. Seen: opened in detail by the person who decides, on the record. A risk without a range is counted, never priced.');
}

function oldestEstimate(picture: Picture): string {
  const dated = picture.risks.flatMap(({ estimate }) => (estimate === null || estimate.at === null ? [] : [estimate.at.slice(0, 10)])).sort();
  const undated = picture.risks.filter(({ estimate }) => estimate !== null && estimate.at === null).length;
  const [oldest] = dated;
  if (oldest === undefined) return undated === 0 ? say('No range is on the record.') : say('{undated, plural, one {The one range on the record carries no date} other {None of the # ranges on the record carries the date it was stated on}}.', { undated });
  return sentences([
    say('The oldest range in use was stated on {oldest}, {days, plural, one {# day} other {# days}} before the date of this sheet.', { oldest: dayInWords(oldest), days: daysBetween(oldest, picture.asOf) }),
    undated === 0 ? undefined : say('{undated, plural, one {# range carries} other {# ranges carry}} no date.', { undated }),
  ]);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
