import { dayInWords } from '#core/time.ts';
import { changesByTeam, type ChangeRow, type Changes } from '#core/picture/changes.ts';
import type { Picture } from '#core/picture/picture.ts';
import { changesWords } from '#core/picture/sentences/card-words.ts';
import { counted } from '#core/picture/sentences/prose.ts';
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
      ? `The record holds no open risk on ${dayInWords(picture.against)} to compare with`
      : changesWords(picture, changes).headline,
    subtitle: `${counted(total.counts.opened, 'risk')} opened, ${total.counts.closed} closed${measuredWords(total, currency)}`,
    alt: `Two marks for each of ${counted(drawn.length, 'team')} on one linear axis from zero, largest change first. ${drawn.map((row) => `${row.name} from ${moneyShort(row.before.expectedAnnualLoss, currency)} to ${moneyShort(row.now.expectedAnnualLoss, currency)}`).join('; ')}.`,
    data: {
      caption: `Expected annual loss by team, ${dayInWords(picture.against)} and ${dayInWords(picture.asOf)}`,
      file: 'what-changed',
      columns: [
        { label: 'Team' }, { label: dayInWords(picture.against), numeric: true }, { label: dayInWords(picture.asOf), numeric: true },
        { label: 'Change', numeric: true }, { label: 'Opened', numeric: true }, { label: 'Closed', numeric: true },
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
  return total.parts.firstRange === 0 ? '' : `; ${signedShort(total.parts.firstRange, currency)} is measured for the first time`;
}
