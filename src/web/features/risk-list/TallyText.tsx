import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { moneyState, type Tally } from '#core/picture/roll-up.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';

/** Money of some risks in words, with those without a range counted beside it and never as zero. */
export function TallyText({ tally }: { tally: Tally }) {
  switch (moneyState(tally)) {
    case 'none': return <>{say('none')}</>;
    case 'not-measured': return <>{say('no range on the record for {count, plural, one {it} other {any of the #}}', { count: tally.count })}</>;
    case 'measured': return (
      <Said message="{money} expected a year{without, plural, =0 {} other {, and # without a range}}" values={{ money: <MoneyText amount={tally.expectedAnnualLoss} />, without: tally.unquantified }} />
    );
  }
}
