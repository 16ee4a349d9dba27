import { messages, say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import { compareParts, type ComparePart, type Comparison } from '#core/picture/compare.ts';
import type { Picture } from '#core/picture/picture.ts';
import { money, sentences } from '#core/picture/sentences/prose.ts';

export interface CompareWords {
  headline: string;
  lede: string;
}

/** What each part of a comparison is called, at the start of a line. */
export const partNames = messages({
  new: 'New', reopened: 'Re-opened', closed: 'Closed', 're-estimated': 'Re-estimated', 'model-changed': 'Estimated by another method',
  'first-range': 'Range stated for the first time', 'range-withdrawn': 'Range withdrawn', unchanged: 'Carried, unchanged',
}) satisfies Readonly<Record<ComparePart, string>>;

/** What a part means, for whoever reads the word the first time. */
export const partMeanings = messages({
  new: 'Not on the record on the earlier date, as known then',
  reopened: 'On the record and closed on the earlier date, open on the later',
  closed: 'Open on the earlier date, not on the later; valued as then',
  're-estimated': 'Open on both dates, another range by the same method',
  'model-changed': 'Open on both dates, and the range comes from another method: the model changed, not necessarily the risk',
  'first-range': 'Open on both dates, a range on the later only: a measurement, not growth',
  'range-withdrawn': 'Open on both dates, a range on the earlier only: no longer measured, not gone',
  unchanged: 'Open on both dates at the same value',
}) satisfies Readonly<Record<ComparePart, string>>;

/** The sentence over two dates, and what moved between them. */
export function compareWords(picture: Picture, comparison: Comparison): CompareWords {
  const { opening, closing, parts, carried, ownershipMoved, policy } = comparison;
  const difference = closing - opening;
  const days = say('from {against} to {asOf}', { against: dayInWords(picture.against), asOf: dayInWords(picture.asOf) });
  const size = money(picture, Math.abs(difference) / 100);
  const moved = ownershipMoved.length;
  return {
    headline: difference === 0 ? say('No change in expected annual loss {days}', { days }) : difference > 0 ? say('Up {size} a year {days}', { size, days }) : say('Down {size} a year {days}', { size, days }),
    lede: sentences([
      say('{risks, plural, one {# risk} other {# risks}} new, {risks2, number} re-opened, {risks3, number} closed, {carried, number} carried.', { risks: parts.new.risks.length, risks2: parts.reopened.risks.length, risks3: parts.closed.risks.length, carried }),
      moved === 0 ? say('No carried risk has another decision owner.') : say('{moved, plural, one {# carried risk} other {# carried risks}} {moved, plural, one {has} other {have}} another decision owner.', { moved }),
      policy === null ? say('One policy judged both dates.') : say('Policy {before} judged the earlier date, {now} the later.', { before: policy.before, now: policy.now }),
      say('Each date is drawn from what was on the record on that day, so neither figure can move.'),
    ]),
  };
}

/** The parts that hold a risk, in the order of a reconciliation. */
export function partsShown(comparison: Comparison): readonly ComparePart[] {
  return compareParts.filter((part) => comparison.parts[part].risks.length > 0);
}
