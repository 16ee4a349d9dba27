import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { moneyState } from '#core/picture/roll-up.ts';
import { money, sentences } from '#core/picture/sentences/prose.ts';
import type { Behind, ColourWord, Translation } from '#core/translate/translate-list.ts';

/** The sentence over a translated list: what its colours stand for together, and what none of them mentions. */
export function translationWords(picture: Picture, translation: Translation): { headline: string; lede: string } {
  const { colours, unmentioned, notFound } = translation;
  const risks = colours.reduce((sum, colour) => sum + colour.risks.length, 0);
  const amount = colours.reduce((sum, colour) => sum + colour.summary.expectedAnnualLoss, 0);
  const items = colours.reduce((sum, colour) => sum + colour.items.length, 0);
  return {
    headline: headlineWords({ colours: colours.length, items, risks, others: unmentioned.risks.length, amount: amount > 0 ? money(picture, amount) : undefined }),
    lede: sentences([
      unmentioned.risks.length === 0 ? say('Every open risk is behind one of the items.') : say('What no colour mentions: {size}.', { size: sizeWords(picture, unmentioned) }),
      notFound.length === 0
        ? say('The record knows every item.')
        : say('{items, plural, one {# item is} other {# items are}} not on the record under that name.', { items: notFound.length }),
    ]),
  };
}

function headlineWords({ colours, items, risks, others, amount }: { colours: number; items: number; risks: number; others: number; amount: string | undefined }): string {
  if (risks === 0) return say('{items, plural, one {The # item of the list stands} other {The # items of the list stand}} for no open risk on the record', { items });
  return amount === undefined
    ? say('{colours, plural, one {One colour word stands} other {# colour words stand}} for {risks, plural, one {# open risk} other {# open risks}}; {others, plural, =0 {that is every open risk} one {no colour mentions one other} other {no colour mentions # others}}', { colours, risks, others })
    : say('{colours, plural, one {One colour word stands} other {# colour words stand}} for {risks, plural, one {# open risk} other {# open risks}} and {amount} a year; {others, plural, =0 {that is every open risk} one {no colour mentions one other} other {no colour mentions # others}}', { colours, risks, amount, others });
}

/** What one colour word hid, as one sentence. */
export function colourWords(picture: Picture, colour: ColourWord): string {
  const count = colour.risks.length;
  if (count === 0) return say('“{colour}” stands for no open risk on the record', { colour: colour.colour });
  return say('“{colour}” stands for {size}', { colour: colour.colour, size: sizeWords(picture, colour) });
}

/** `12 open risks, $3.2 million a year, two without a range`. */
export function sizeWords(picture: Picture, { risks, summary }: Behind): string {
  const parts = [say('{count, plural, one {# open risk} other {# open risks}}', { count: risks.length })];
  if (moneyState(summary) === 'measured') parts.push(say('{amount} a year', { amount: money(picture, summary.expectedAnnualLoss) }));
  if (summary.unquantified > 0) parts.push(say('{count, number} without a range', { count: summary.unquantified }));
  return parts.join(', ');
}
