import { dayInWords, type When } from '#core/time.ts';
import { acceptancesSentence, type Acceptance } from '#core/picture/acceptances.ts';
import { say } from '#language/say.ts';
import type { ChartWords } from '#web/charts/describe.ts';

/** Words and rows of the acceptances of a place: one row for each mark, the earliest end first. */
export function describeExpiries(acceptances: readonly Acceptance[], asOf: When, where: string): ChartWords {
  return {
    headline: acceptancesSentence(acceptances),
    subtitle: say('Acceptances that open risks of {where} rest on, by the day they end. Upright line: {day}', { where, day: dayInWords(asOf) }),
    alt: say('One row for each of {count, plural, one {# acceptance} other {# acceptances}} on one axis of dates, from ninety days before {day} to a year after it.', { count: acceptances.length, day: dayInWords(asOf) }),
    data: {
      caption: say('Acceptances by the day they end, {where}', { where }),
      file: 'acceptances',
      columns: [{ label: say('Risk') }, { label: say('Accepted on') }, { label: say('Ends on') }, { label: say('Stands') }],
      rows: acceptances.map((acceptance) => [
        { value: `${acceptance.risk.id} ${acceptance.risk.label}` },
        { value: acceptance.decision.at.slice(0, 10), shown: dayInWords(acceptance.decision.at) },
        acceptance.expiresAt === null ? { value: null, shown: say('no end on record') } : { value: acceptance.expiresAt.slice(0, 10), shown: dayInWords(acceptance.expiresAt) },
        { value: standingOf(acceptance) },
      ]),
    },
  };
}

/** `ends in 12 days`, `ended 3 days ago`, `no end on record`. */
export function standingOf({ daysLeft }: Acceptance): string {
  if (daysLeft === null) return say('no end on record');
  return daysLeft < 0
    ? say('{days, plural, one {ended # day ago} other {ended # days ago}}', { days: -daysLeft })
    : say('{days, plural, =0 {ends today} one {ends in # day} other {ends in # days}}', { days: daysLeft });
}
