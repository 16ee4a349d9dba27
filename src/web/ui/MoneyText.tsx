import { usePicture } from '#web/api/PictureProvider.tsx';
import { moneyShort, moneySpoken } from '#web/ui/money-words.ts';

/** An amount in the record's currency: `$1.2M` to the eye, "1.2 million dollars" to the ear. */
export function MoneyText({ amount }: { amount: number }) {
  const { currency } = usePicture();
  return (
    <span className="money">
      <span aria-hidden="true">{moneyShort(amount, currency)}</span>
      <span className="visually-hidden">{moneySpoken(amount, currency)}</span>
    </span>
  );
}
