import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import { grouped } from '#core/picture/sentences/prose.ts';
import { ageSentence, type AgeBand } from '#core/release/age-bands.ts';
import type { ChartWords } from '#web/charts/describe.ts';

/** Words and rows of the ages of what is open: one row for each bar. */
export function describeAges(bands: readonly AgeBand[], medianAgeDays: number | null, where: string): ChartWords {
  return {
    headline: ageSentence(bands),
    subtitle: medianAgeDays === null
      ? say('How long ago the open ones were found, {where}', { where })
      : say('How long ago the open ones were found, {where}. Half are older than {days, plural, one {# day} other {# days}}', { where, days: Math.round(medianAgeDays) }),
    alt: say('One bar for each of {bands, number} ages on one linear scale from zero. {list}.', { bands: bands.length, list: bands.map((band) => `${bandName(band)}: ${grouped(band.count)}`).join('; ') }),
    data: {
      caption: say('Open findings by how long ago they were found, {where}', { where }),
      file: 'open-by-age',
      columns: [{ label: say('Found') }, { label: say('From') }, { label: say('To') }, { label: say('Open'), numeric: true }],
      rows: bands.map(({ foundFrom, foundTo, count, ...band }) => [
        { value: bandName(band) },
        foundFrom === undefined ? { value: null, shown: say('the first on record') } : { value: foundFrom, shown: dayInWords(foundFrom) },
        { value: foundTo, shown: dayInWords(foundTo) },
        { value: count },
      ]),
    },
  };
}

/** What a band is called. */
export function bandName({ weeksFrom, weeksTo }: Pick<AgeBand, 'weeksFrom' | 'weeksTo'>): string {
  if (weeksTo === undefined) return say('{weeksFrom, number} weeks ago or longer', { weeksFrom });
  return weeksFrom === 0 ? say('this week or in the {weeksTo, number} before it', { weeksTo }) : say('{weeksFrom, number} to {weeksTo, number} weeks ago', { weeksFrom, weeksTo });
}
