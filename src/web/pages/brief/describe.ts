import type { Picture } from '#core/picture/picture.ts';
import { summarise, withoutInformedCall } from '#core/picture/roll-up.ts';
import { counted } from '#web/charts/describe.ts';
import { moneyProse } from '#web/ui/money-words.ts';

/** The sentence of the brief and the line below it. */
export function describeBrief(picture: Picture): { headline: string; lede: string } {
  const summary = summarise(picture.risks);
  const open = withoutInformedCall(summary);
  const money = (amount: number): string => moneyProse(amount, picture.currency);
  return {
    headline: summary.count === 0
      ? 'No risk is open on the record'
      : `${open.count} of ${counted(summary.count, 'open risk')} sit with nobody who can decide and has seen the evidence`,
    lede: `They carry ${money(open.expectedAnnualLoss)} of the ${money(summary.expectedAnnualLoss)} expected annual loss.`,
  };
}
