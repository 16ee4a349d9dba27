import { usePicture } from '#web/api/PictureProvider.tsx';
import { moneySpoken } from '#web/ui/money-words.ts';

/** An amount to the cent, as a reconciliation has it: `+$1,234.50`. */
export function CentsText({ cents, signed = false }: { cents: number; signed?: boolean }) {
  const { currency } = usePicture();
  return (
    <span className="money">
      <span aria-hidden="true">{centsMark(cents, currency, signed)}</span>
      <span className="visually-hidden">{signed && cents !== 0 ? (cents > 0 ? 'up ' : 'down ') : ''}{moneySpoken(signed ? Math.abs(cents) / 100 : cents / 100, currency, 'exact')}</span>
    </span>
  );
}

/** `$20,914,233.41`, `−$400.00`, `+$1.00`; the amount is in whole cents. */
export function centsMark(cents: number, currency: string, signed: boolean): string {
  const text = new Intl.NumberFormat('en-US', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(Math.abs(cents) / 100);
  if (cents === 0) return text;
  return `${cents < 0 ? '−' : signed ? '+' : ''}${text}`;
}
