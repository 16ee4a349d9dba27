import { dayInWords, daysBetween } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import { coverageSentence } from '#core/picture/sentences/coverage-words.ts';
import { counted } from '#core/picture/sentences/prose.ts';

/** What the figures of a sheet rest on, in three lines: what is covered, how old the ranges are, and where the record ends. */
export function evidenceNote(picture: Picture): readonly [string, string, string] {
  const { coverage } = picture;
  return [
    `${coverageSentence('risksWithRange', coverage.risksWithRange)}; ${lower(coverageSentence('servicesWithTeam', coverage.servicesWithTeam))}; ${lower(coverageSentence('risksWithOwner', coverage.risksWithOwner))}.`,
    oldestEstimate(picture),
    `Record version ${picture.recordVersion}, policy ${picture.policyVersion}${picture.newestRecordedAt === null ? '' : `; its newest entry is of ${dayInWords(picture.newestRecordedAt)}`}.${picture.sample ? ' A sample company: nothing in it happened.' : ''}`,
  ];
}

/** How the money of a sheet was made, and how it is rounded. */
export const methodNote =
  'Expected annual loss: events a year times the mean of one loss, from ranges stated as 5th to 95th percentile (lognormal), averaged over many years. Money has two significant digits; figures are rounded. Seen: opened in detail by the person who decides, on the record. A risk without a range is counted, never priced.';

function oldestEstimate(picture: Picture): string {
  const dated = picture.risks.flatMap(({ estimate }) => (estimate === null || estimate.at === null ? [] : [estimate.at.slice(0, 10)])).sort();
  const undated = picture.risks.filter(({ estimate }) => estimate !== null && estimate.at === null).length;
  const [oldest] = dated;
  const without = undated === 0 ? '' : ` ${counted(undated, 'range')} ${undated === 1 ? 'carries' : 'carry'} no date.`;
  if (oldest === undefined) return undated === 0 ? 'No range is on the record.' : `${undated === 1 ? 'The one range' : `None of the ${counted(undated, 'range')}`} on the record ${undated === 1 ? 'carries no date' : 'carries the date it was stated on'}.`;
  return `The oldest range in use was stated on ${dayInWords(oldest)}, ${counted(daysBetween(oldest, picture.asOf), 'day')} before the date of this sheet.${without}`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
