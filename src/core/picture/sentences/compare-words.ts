import { dayInWords } from '#core/time.ts';
import { compareParts, type ComparePart, type Comparison } from '#core/picture/compare.ts';
import type { Picture } from '#core/picture/picture.ts';
import { counted, money, sentences, verb } from '#core/picture/sentences/prose.ts';

export interface CompareWords {
  headline: string;
  lede: string;
}

/** What each part of a comparison is called, at the start of a line. */
export const partNames: Readonly<Record<ComparePart, string>> = {
  new: 'New', reopened: 'Re-opened', closed: 'Closed', 're-estimated': 'Re-estimated', 'model-changed': 'Estimated by another method',
  'first-range': 'Range stated for the first time', 'range-withdrawn': 'Range withdrawn', unchanged: 'Carried, unchanged',
};

/** What a part means, for whoever reads the word the first time. */
export const partMeanings: Readonly<Record<ComparePart, string>> = {
  new: 'Not on the record on the earlier date, as known then',
  reopened: 'On the record and closed on the earlier date, open on the later',
  closed: 'Open on the earlier date, not on the later; valued as then',
  're-estimated': 'Open on both dates, another range by the same method',
  'model-changed': 'Open on both dates, and the range comes from another method: the model changed, not necessarily the risk',
  'first-range': 'Open on both dates, a range on the later only: a measurement, not growth',
  'range-withdrawn': 'Open on both dates, a range on the earlier only: no longer measured, not gone',
  unchanged: 'Open on both dates at the same value',
};

/** The sentence over two dates, and what moved between them. */
export function compareWords(picture: Picture, comparison: Comparison): CompareWords {
  const { opening, closing, parts, carried, ownershipMoved, policy } = comparison;
  const difference = closing - opening;
  const days = `from ${dayInWords(picture.against)} to ${dayInWords(picture.asOf)}`;
  const size = money(picture, Math.abs(difference) / 100);
  const moved = ownershipMoved.length;
  return {
    headline: difference === 0 ? `No change in expected annual loss ${days}` : `${difference > 0 ? 'Up' : 'Down'} ${size} a year ${days}`,
    lede: sentences([
      `${counted(parts.new.risks.length, 'risk')} new, ${parts.reopened.risks.length} re-opened, ${parts.closed.risks.length} closed, ${carried} carried.`,
      moved === 0 ? 'No carried risk has another decision owner.' : `${counted(moved, 'carried risk')} ${verb(moved, 'has', 'have')} another decision owner.`,
      policy === null ? 'One policy judged both dates.' : `Policy ${policy.before} judged the earlier date, ${policy.now} the later.`,
      'Each date is drawn from what was on the record on that day, so neither figure can move.',
    ]),
  };
}

/** The parts that hold a risk, in the order of a reconciliation. */
export function partsShown(comparison: Comparison): readonly ComparePart[] {
  return compareParts.filter((part) => comparison.parts[part].risks.length > 0);
}
