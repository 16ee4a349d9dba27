import { dayInWords } from '#core/time.ts';
import { counted, grouped } from '#core/picture/sentences/prose.ts';
import { ageSentence, type AgeBand } from '#core/release/age-bands.ts';
import type { ChartWords } from '#web/charts/describe.ts';

/** Words and rows of the ages of what is open: one row for each bar. */
export function describeAges(bands: readonly AgeBand[], medianAgeDays: number | null, where: string): ChartWords {
  const median = medianAgeDays === null ? '' : `. Half are older than ${counted(Math.round(medianAgeDays), 'day')}`;
  return {
    headline: ageSentence(bands),
    subtitle: `How long ago the open ones were found, ${where}${median}`,
    alt: `One bar for each of ${bands.length} ages on one linear scale from zero. ${bands.map((band) => `${bandName(band)}: ${grouped(band.count)}`).join('; ')}.`,
    data: {
      caption: `Open findings by how long ago they were found, ${where}`,
      file: 'open-by-age',
      columns: [{ label: 'Found' }, { label: 'From' }, { label: 'To' }, { label: 'Open', numeric: true }],
      rows: bands.map(({ foundFrom, foundTo, count, ...band }) => [
        { value: bandName(band) },
        foundFrom === undefined ? { value: null, shown: 'the first on record' } : { value: foundFrom, shown: dayInWords(foundFrom) },
        { value: foundTo, shown: dayInWords(foundTo) },
        { value: count },
      ]),
    },
  };
}

/** What a band is called. */
export function bandName({ weeksFrom, weeksTo }: Pick<AgeBand, 'weeksFrom' | 'weeksTo'>): string {
  if (weeksTo === undefined) return `${weeksFrom} weeks ago or longer`;
  return weeksFrom === 0 ? `this week or in the ${weeksTo} before it` : `${weeksFrom} to ${weeksTo} weeks ago`;
}
