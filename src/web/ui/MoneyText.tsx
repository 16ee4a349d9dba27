import type { Precision } from '#core/exposure/money-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { moneyShort, moneySpoken } from '#web/ui/money-words.ts';

/** An amount, in the record's currency unless another is named: `$1.2M` to the eye, "1.2 million dollars" to the ear. */
export function MoneyText({ amount, precision = 'modelled', currency: other }: { amount: number; precision?: Precision; currency?: string | undefined }) {
  const picture = usePicture();
  const currency = other ?? picture.currency;
  return (
    <span className="money">
      <span aria-hidden="true">{moneyShort(amount, currency, precision)}</span>
      <span className="visually-hidden">{moneySpoken(amount, currency, precision)}</span>
    </span>
  );
}
