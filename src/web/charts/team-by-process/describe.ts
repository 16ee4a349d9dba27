import type { Picture } from '#core/picture/picture.ts';
import { teamByProcess, withoutInformedCall } from '#core/picture/roll-up.ts';
import { trimTable, type BriefTable } from '#web/charts/team-by-process/trim.ts';
import { moneyProse } from '#web/ui/money-words.ts';

export interface TeamByProcessWords {
  headline: string;
  subtitle: string;
  caption: string;
  table: BriefTable;
}

/** Words and rows of the table of teams by release process. */
export function describeTeamByProcess(picture: Picture, room: { rows: number; columns: number }): TeamByProcessWords {
  const table = trimTable(picture, teamByProcess(picture), room);
  const { summary } = table.total;
  const open = withoutInformedCall(summary);
  const money = (amount: number): string => moneyProse(amount, picture.currency);
  const most = table.rows.find((row) => row.kind === 'team' && row.total.summary.expectedAnnualLoss > 0);
  const plus = summary.unquantified === 0 ? '' : ' +n: risks without a range.';
  return {
    headline: `${money(open.expectedAnnualLoss)} of ${money(summary.expectedAnnualLoss)} a year is nobody\u2019s informed call${most === undefined ? '' : `; ${most.name} carries most`}`,
    subtitle: `Expected annual loss, rounded. Solid: held by someone who can decide and has seen the evidence; hatched: not.${plus}`,
    caption: 'Expected annual loss of open risks by owning team and release process',
    table,
  };
}
