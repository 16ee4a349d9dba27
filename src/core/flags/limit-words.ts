import { personName } from '#core/record/names.ts';
import type { RecordView } from '#core/record/view.ts';
import type { LimitTest, NearLimit } from '#core/authority/limit-test.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import { counted } from '#core/flags/wording.ts';

/** One test of one limit as a sentence: what was found, beside the limit, and by how much it is inside or above. */
export function limitWords(view: RecordView, personId: string, test: LimitTest): string {
  if (test.measure === 'in-money') return `The limits of the grant are in money, and this risk is not. ${test.why ?? ''}`.trim();
  if (test.value === null || test.limit === null) return `${upperFirst(subjectWords(view, personId, test))} cannot be tested: ${test.why ?? 'nothing of it is in money'}.`;
  return `${upperFirst(foundWords(view, personId, test))}; ${marginWords(view, test.value, test.limit, test)}.`;
}

/** What a test found, without the limit: for a sentence that names the limit itself. */
export function foundWords(view: RecordView, personId: string, test: LimitTest): string {
  const subject = subjectWords(view, personId, test);
  const value = test.value ?? 0;
  const shown = figure(view, value, test);
  switch (test.measure) {
    case 'expected-annual-loss':
      return `${subject} comes to ${shown} a year on average`;
    case 'year-above':
      return `${subject} has a chance of ${shown} of a year above ${money(view, test.above ?? 0)}`;
    case 'single-event':
      return `one loss of ${subject} may reach ${shown}`;
    case 'harm':
      return `one event of ${subject} may reach ${shown}`;
    case 'in-money':
      return `${subject} is not in money`;
  }
}

/** The limit of a test, for a sentence about a grant. */
export function limitOfTestWords(view: RecordView, test: LimitTest): string {
  const limit = test.limit ?? 0;
  switch (test.measure) {
    case 'expected-annual-loss':
      return `${money(view, limit)} a year on average`;
    case 'year-above':
      return `a chance of ${percent(limit)} of a year above ${money(view, test.above ?? 0)}`;
    case 'single-event':
      return `${money(view, limit)} for one loss`;
    case 'harm':
      return `${limit} ${test.unit ?? ''}`;
    case 'in-money':
      return 'risks in money';
  }
}

/** A notice about information, not about authority: the figure is within, and the ranges leave room above the limit. */
export function nearLimitWords(view: RecordView, { limit, chance }: NearLimit): string {
  return `Within the limit on the record's figure; the ranges leave a chance of ${percent(chance)} that the true average year is above ${money(view, limit)}. Narrower ranges would tell.`;
}

/** A probability in percent, to two significant digits. */
export function percent(chance: number): string {
  return `${Number((chance * 100).toPrecision(2))}%`;
}

function subjectWords(view: RecordView, personId: string, { on, commonCauseId, covers, notInMoney }: LimitTest): string {
  const rest = notInMoney === 0 ? '' : `, ${notInMoney} more not in money`;
  switch (on) {
    case 'risk':
      return 'this risk';
    case 'book':
      return `everything with ${personName(view, personId)} (${counted(covers, 'risk')}${rest})`;
    case 'common-cause': {
      const cause = view.commonCauses.get(commonCauseId ?? '');
      return `everything hit by “${cause?.label ?? commonCauseId ?? 'one cause'}” (${counted(covers, 'risk')}${rest})`;
    }
  }
}

function marginWords(view: RecordView, value: number, limit: number, test: LimitTest): string {
  const margin = Math.abs(value - limit);
  const inside = value <= limit;
  if (test.measure === 'year-above') {
    return `the limit is ${percent(limit)}, ${points(margin)} ${inside ? 'inside' : 'above'}`;
  }
  const shown = test.measure === 'harm' ? String(Number(margin.toPrecision(2))) : moneyProse(margin, 'modelled', view.policy.currency);
  const limited = test.measure === 'harm' ? `${limit} ${test.unit ?? ''}` : money(view, limit);
  return `the limit is ${limited}, ${shown} ${inside ? 'inside' : 'above'}`;
}

function points(margin: number): string {
  const shown = Number((margin * 100).toPrecision(2));
  return `${shown} percentage ${shown === 1 ? 'point' : 'points'}`;
}

/** Modelled figures to two digits, and exact where rounding would hide on which side of the limit they are. */
function figure(view: RecordView, value: number, test: LimitTest): string {
  if (test.measure === 'year-above') {
    const rounded = Number(value.toPrecision(2));
    const limit = test.limit ?? 0;
    return (rounded > limit) === (value > limit) ? percent(value) : `${Number((value * 100).toPrecision(4))}%`;
  }
  if (test.measure === 'harm') return `${value} ${test.unit ?? ''}`;
  if (test.measure === 'single-event') return money(view, value);
  const rounded = Number(value.toPrecision(2));
  const limit = test.limit ?? 0;
  return moneyProse(value, (rounded > limit) === (value > limit) ? 'modelled' : 'exact', view.policy.currency);
}

function money(view: RecordView, amount: number): string {
  return moneyProse(amount, 'exact', view.policy.currency);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
