import { moneyState, type Tally } from '#core/picture/roll-up.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';

/** Money of some risks in words, with those without a range counted beside it and never as zero. */
export function TallyText({ tally }: { tally: Tally }) {
  switch (moneyState(tally)) {
    case 'none': return <>none</>;
    case 'not-measured': return <>no range on the record for {tally.count === 1 ? 'it' : `any of the ${tally.count}`}</>;
    case 'measured': return (
      <>
        <MoneyText amount={tally.expectedAnnualLoss} /> expected a year
        {tally.unquantified === 0 ? null : <>, and {tally.unquantified} without a range</>}
      </>
    );
  }
}
