import type { ReactNode } from 'react';
import type { ChangeParts, ChangeRow } from '#core/picture/changes.ts';
import { moneyState } from '#core/picture/roll-up.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { signedShort } from '#web/charts/change-dumbbell/describe.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { None } from '#web/ui/None.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { viewOfFilter } from '#web/url/risk-filter.ts';
import '#web/features/place/place.css';
import { SpokenText } from '#web/ui/SpokenText.tsx';

interface Part {
  label: string;
  amount: (parts: ChangeParts) => number;
}

function everyPart(): readonly Part[] {
  return [
    { label: say('Opened'), amount: (parts) => parts.opened },
    { label: say('Closed'), amount: (parts) => -parts.closed },
    { label: say('Estimated otherwise'), amount: (parts) => parts.reEstimated },
    { label: say('Range stated for the first time'), amount: (parts) => parts.firstRange },
    { label: say('Range withdrawn'), amount: (parts) => -parts.rangeWithdrawn },
    { label: say('Moved in'), amount: (parts) => parts.movedIn },
    { label: say('Moved out'), amount: (parts) => -parts.movedOut },
  ];
}

/** Then, every part of the difference, and now, by team. A part no team has is left out as a column. */
export function ReconciliationTable({ rows, total }: { rows: readonly ChangeRow[]; total: ChangeRow }) {
  const parts = everyPart().filter((part) => [...rows, total].some((row) => part.amount(row.parts) !== 0));
  return (
    <table className="place-table place-table--stack">
      <caption className="visually-hidden">{say('Expected annual loss then and now by team, with what makes the difference')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('Team')}</th><th scope="col" className="numeric">{say('Then')}</th>
          {parts.map((part) => <th key={part.label} scope="col" className="numeric">{part.label}</th>)}
          <th scope="col" className="numeric">{say('Now')}</th><th scope="col" className="numeric">{say('Difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => <Line key={`${row.kind} ${row.teamId}`} row={row} parts={parts} name={<PlaceLink to={{ page: 'changes' }} view={viewOfFilter(row.filter)}>{row.name}</PlaceLink>} />)}
        <Line row={total} parts={parts} name={<b>{say('Total')}</b>} />
      </tbody>
    </table>
  );
}

function Line({ row, parts, name }: { row: ChangeRow; parts: readonly Part[]; name: ReactNode }) {
  const { currency } = usePicture();
  const measured = [row.before, row.now].some((tally) => moneyState(tally) === 'measured');
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="numeric" data-label={say('Then')}><Money row={row} which="before" /></td>
      {parts.map((part) => {
        const amount = part.amount(row.parts);
        return <td key={part.label} className="numeric" data-label={part.label}>{amount === 0 ? <None words="none" /> : <SpokenText>{signedShort(amount, currency)}</SpokenText>}</td>;
      })}
      <td className="numeric" data-label={say('Now')}><Money row={row} which="now" /></td>
      <td className="numeric" data-label={say('Difference')}>{measured ? <b><SpokenText>{signedShort(row.difference, currency)}</SpokenText></b> : <NotMeasured />}</td>
    </tr>
  );
}

function Money({ row, which }: { row: ChangeRow; which: 'before' | 'now' }) {
  const tally = row[which];
  switch (moneyState(tally)) {
    case 'none': return <None words={say('no open risk')} />;
    case 'not-measured': return <NotMeasured>{say('{unquantified, number} without a range', { unquantified: tally.unquantified })}</NotMeasured>;
    case 'measured': return (
      <>
        <MoneyText amount={tally.expectedAnnualLoss} />
        {tally.unquantified === 0 ? null : <span className="sub place-table__line">{say('{unquantified, number} without a range', { unquantified: tally.unquantified })}</span>}
      </>
    );
  }
}
