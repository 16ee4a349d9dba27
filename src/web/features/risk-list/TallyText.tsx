import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { moneyState, type Tally } from '#core/picture/roll-up.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';

/** Money of some risks in words, with those without a range counted beside it and never as zero. */
export function TallyText({ tally }: { tally: Tally }) {
  switch (moneyState(tally)) {
    case 'none': return <>{say('none')}</>;
    case 'not-measured': return <>{say('no range on the record for {part}', { part: tally.count === 1 ? 'it' : say('any of the {count, number}', { count: tally.count }) })}</>;
    case 'measured': return (
      <><Said message="{money} expected a year{part}" values={{ money: <MoneyText amount={tally.expectedAnnualLoss} />, part: tally.unquantified === 0 ? null : <>{say(', and {unquantified, number} without a range', { unquantified: tally.unquantified })}</> }} /></>
    );
  }
}
