import { dayInWords } from '#core/time.ts';
import type { PackLedger } from '#core/picture/pack-ledger.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { atStart, counted, inWords, money, sentences, verb } from '#core/picture/sentences/prose.ts';

/** `On 30 Sep 2026, 41 risks worth $2.9 million a year were known inside and not in the pack`. */
export function packSentence(picture: Picture, { cutoff, notShown, notShownLoss }: PackLedger): string {
  const day = `On ${dayInWords(cutoff)}`;
  if (notShown.length === 0) return `${day}, every risk known inside was in the pack`;
  const worth = notShownLoss === null ? '' : ` worth ${money(picture, notShownLoss)} a year`;
  return `${day}, ${counted(notShown.length, 'risk')}${worth} ${verb(notShown.length, 'was', 'were')} known inside and not in the pack`;
}

/** The sentence of each pack; of packs that say the same, as two sealed on one day do, each names its id too. */
export function packHeadlines(picture: Picture, ledger: readonly PackLedger[]): readonly string[] {
  const said = ledger.map((one) => packSentence(picture, one));
  return said.map((sentence, index) => (said.indexOf(sentence) === said.lastIndexOf(sentence) ? sentence : `${sentence} (${ledger[index]?.pack.id ?? ''})`));
}

/** Page of the ledger: the newest pack, and how many there are. */
export function ledgerWords(picture: Picture, ledger: readonly PackLedger[]): PageWords {
  const [newest] = ledger;
  if (newest === undefined) return { headline: 'No board pack is on the record', lede: 'What was known and not shown is counted from the first pack on.' };
  return { headline: packSentence(picture, newest), lede: `${atStart(ledger.length)} ${verb(ledger.length, 'pack is', 'packs are')} on the record by ${dayInWords(picture.asOf)}; the newest is “${newest.pack.label}”.` };
}

/** Page of one pack: what it showed, what became known after it. */
export function packWords(picture: Picture, one: PackLedger): PageWords {
  const { shown, later, pieces } = one;
  return {
    headline: packSentence(picture, one),
    lede: sentences([
      `The pack of ${dayInWords(one.pack.at)} names ${counted(shown.length, 'risk')}.`,
      later.length === 0 ? undefined : `${atStart(later.length)} more became known after its cut-off.`,
      pieces.length === 0 ? undefined : `Of the risks in it, ${inWords(pieces.length)} ${verb(pieces.length, 'piece', 'pieces')} of evidence in hand ${verb(pieces.length, 'is', 'are')} not in it.`,
    ]),
  };
}
