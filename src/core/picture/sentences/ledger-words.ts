import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import type { PackLedger } from '#core/picture/pack-ledger.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { atStart, inWords, money, sentences } from '#core/picture/sentences/prose.ts';

/** `On 30 Sep 2026, 41 risks worth $2.9 million a year were known inside and not in the pack`. */
export function packSentence(picture: Picture, { cutoff, notShown, notShownLoss }: PackLedger): string {
  const day = dayInWords(cutoff);
  const count = notShown.length;
  if (count === 0) return say('On {day}, every risk known inside was in the pack', { day });
  return notShownLoss === null
    ? say('On {day}, {count, plural, one {# risk was} other {# risks were}} known inside and not in the pack', { day, count })
    : say('On {day}, {count, plural, one {# risk worth {amount} a year was} other {# risks worth {amount} a year were}} known inside and not in the pack', { day, count, amount: money(picture, notShownLoss) });
}

/** The sentence of each pack; of packs that say the same, as two sealed on one day do, each names its id too. */
export function packHeadlines(picture: Picture, ledger: readonly PackLedger[]): readonly string[] {
  const said = ledger.map((one) => packSentence(picture, one));
  return said.map((sentence, index) => (said.indexOf(sentence) === said.lastIndexOf(sentence) ? sentence : `${sentence} (${ledger[index]?.pack.id ?? ''})`));
}

/** Page of the ledger: the newest pack, and how many there are. */
export function ledgerWords(picture: Picture, ledger: readonly PackLedger[]): PageWords {
  const [newest] = ledger;
  if (newest === undefined) return { headline: say('No board pack is on the record'), lede: say('What was known and not shown is counted from the first pack on.') };
  return { headline: packSentence(picture, newest), lede: say('{ledger} {ledger2, plural, one {pack is} other {packs are}} on the record by {asOf}; the newest is “{pack}”.', { ledger: atStart(ledger.length), ledger2: ledger.length, asOf: dayInWords(picture.asOf), pack: newest.pack.label }) };
}

/** Page of one pack: what it showed, what became known after it. */
export function packWords(picture: Picture, one: PackLedger): PageWords {
  const { shown, later, pieces } = one;
  return {
    headline: packSentence(picture, one),
    lede: sentences([
      say('The pack of {at} names {shown, plural, one {# risk} other {# risks}}.', { at: dayInWords(one.pack.at), shown: shown.length }),
      later.length === 0 ? undefined : say('{later} more became known after its cut-off.', { later: atStart(later.length) }),
      pieces.length === 0 ? undefined : say('Of the risks in it, {pieces} {pieces2, plural, one {piece} other {pieces}} of evidence in hand {pieces2, plural, one {is} other {are}} not in it.', { pieces: inWords(pieces.length), pieces2: pieces.length }),
    ]),
  };
}
