import type { Precision } from '#core/exposure/money-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { moneyShort, moneySpoken } from '#web/ui/money-words.ts';

/** An amount in the record's currency: `$1.2M` to the eye, "1.2 million dollars" to the ear. */
export function MoneyText({ amount, precision = 'modelled' }: { amount: number; precision?: Precision }) {
  const { currency } = usePicture();
  return (
    <span className="money">
      <span aria-hidden="true">{moneyShort(amount, currency, precision)}</span>
      <span className="visually-hidden">{moneySpoken(amount, currency, precision)}</span>
    </span>
  );
}
