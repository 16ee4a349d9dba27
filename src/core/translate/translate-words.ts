import type { Picture } from '#core/picture/picture.ts';
import { moneyState } from '#core/picture/roll-up.ts';
import { counted, money, sentences, verb } from '#core/picture/sentences/prose.ts';
import type { Behind, ColourWord, Translation } from '#core/translate/translate-list.ts';

/** The sentence over a translated list: what its colours stand for together, and what none of them mentions. */
export function translationWords(picture: Picture, translation: Translation): { headline: string; lede: string } {
  const { colours, unmentioned, notFound } = translation;
  const risks = colours.reduce((sum, colour) => sum + colour.risks.length, 0);
  const amount = colours.reduce((sum, colour) => sum + colour.summary.expectedAnnualLoss, 0);
  const items = colours.reduce((sum, colour) => sum + colour.items.length, 0);
  const names = colours.length === 1 ? 'One colour word stands' : `${colours.length} colour words stand`;
  return {
    headline: risks === 0
      ? `The ${counted(items, 'item')} of the list ${verb(items, 'stands', 'stand')} for no open risk on the record`
      : `${names} for ${counted(risks, 'open risk')}${amount > 0 ? ` and ${money(picture, amount)} a year` : ''}; ${restWords(unmentioned.risks.length)}`,
    lede: sentences([
      unmentioned.risks.length === 0 ? 'Every open risk is behind one of the items.' : `What no colour mentions: ${sizeWords(picture, unmentioned)}.`,
      notFound.length === 0 ? 'The record knows every item.' : `${counted(notFound.length, 'item')} ${verb(notFound.length, 'is', 'are')} not on the record under that name.`,
    ]),
  };
}

function restWords(count: number): string {
  if (count === 0) return 'that is every open risk';
  return `no colour mentions ${count === 1 ? 'one other' : `${count} others`}`;
}

/** What one colour word hid, as one sentence. */
export function colourWords(picture: Picture, colour: ColourWord): string {
  const count = colour.risks.length;
  if (count === 0) return `“${colour.colour}” stands for no open risk on the record`;
  return `“${colour.colour}” stands for ${sizeWords(picture, colour)}`;
}

/** `12 open risks, $3.2 million a year, two without a range`. */
export function sizeWords(picture: Picture, { risks, summary }: Behind): string {
  const parts = [counted(risks.length, 'open risk')];
  if (moneyState(summary) === 'measured') parts.push(`${money(picture, summary.expectedAnnualLoss)} a year`);
  if (summary.unquantified > 0) parts.push(`${summary.unquantified} without a range`);
  return parts.join(', ');
}
