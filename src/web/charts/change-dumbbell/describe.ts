import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import { changesByTeam, type ChangeRow, type Changes } from '#core/picture/changes.ts';
import type { Picture } from '#core/picture/picture.ts';
import { changesWords } from '#core/picture/sentences/card-words.ts';
import type { ChartWords } from '#web/charts/describe.ts';
import { moneyShort } from '#web/ui/money-words.ts';

export interface ChangeDumbbellWords extends ChartWords {
  changes: Changes;
  drawn: readonly ChangeRow[];
}

/** Words, marks and rows of what changed by team against the earlier date, largest change first. */
export function describeChanges(picture: Picture, limit: number): ChangeDumbbellWords {
  const changes = changesByTeam(picture);
  const drawn = changes.rows.slice(0, limit);
  const { currency } = picture;
  const { total } = changes;
  return {
    changes,
    drawn,
    headline: picture.previousRisks.length === 0
      ? say('The record holds no open risk on {against} to compare with', { against: dayInWords(picture.against) })
      : changesWords(picture, changes).headline,
    subtitle: say('{opened, plural, one {# risk} other {# risks}} opened, {closed, number} closed{total}', { opened: total.counts.opened, closed: total.counts.closed, total: measuredWords(total, currency) }),
    alt: say('Two marks for each of {drawn, plural, one {# team} other {# teams}} on one linear axis from zero, largest change first. {map}.', { drawn: drawn.length, map: drawn.map((row) => say('{row} from {expectedAnnualLoss} to {expectedAnnualLoss2}', { row: row.name, expectedAnnualLoss: moneyShort(row.before.expectedAnnualLoss, currency), expectedAnnualLoss2: moneyShort(row.now.expectedAnnualLoss, currency) })).join('; ') }),
    data: {
      caption: say('Expected annual loss by team, {against} and {asOf}', { against: dayInWords(picture.against), asOf: dayInWords(picture.asOf) }),
      file: 'what-changed',
      columns: [
        { label: say('Team') }, { label: dayInWords(picture.against), numeric: true }, { label: dayInWords(picture.asOf), numeric: true },
        { label: say('Change'), numeric: true }, { label: say('Opened'), numeric: true }, { label: say('Closed'), numeric: true },
      ],
      rows: drawn.map((row) => [
        { value: row.name },
        ...[row.before.expectedAnnualLoss, row.now.expectedAnnualLoss].map((amount) => ({ value: Math.round(amount), shown: moneyShort(amount, currency) })),
        { value: Math.round(row.difference), shown: signedShort(row.difference, currency) },
        { value: row.counts.opened }, { value: row.counts.closed },
      ]),
    },
  };
}

/** `+$2.1M`, `−$1.3M`, `±$0`. */
export function signedShort(amount: number, currency: string): string {
  const text = moneyShort(amount, currency);
  if (text === moneyShort(0, currency)) return `\u00B1${text}`;
  return amount > 0 ? `+${text}` : text;
}

/** A range stated for the first time is a measurement, not growth; so it is named apart. */
function measuredWords(total: ChangeRow, currency: string): string {
  return total.parts.firstRange === 0 ? '' : say('; {firstRange} is measured for the first time', { firstRange: signedShort(total.parts.firstRange, currency) });
}
