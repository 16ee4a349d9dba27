import { upperFirst } from '#language/letters.ts';
import { decimal, percent as inPercent } from '#language/numbers.ts';
import { say } from '#language/say.ts';
import { personName } from '#core/record/names.ts';
import type { RecordView } from '#core/record/view.ts';
import type { LimitTest, NearLimit } from '#core/authority/limit-test.ts';
import { moneyProse } from '#core/exposure/money-words.ts';

/** One test of one limit as a sentence: what was found, beside the limit, and by how much it is inside or above. */
export function limitWords(view: RecordView, personId: string, test: LimitTest): string {
  if (test.measure === 'in-money') return say('The limits of the grant are in money, and this risk is not. {why}', { why: test.why ?? '' }).trim();
  if (test.value === null || test.limit === null) return say('{upperFirst} cannot be tested: {why}.', { upperFirst: upperFirst(subjectWords(view, personId, test)), why: test.why ?? say('nothing of it is in money') });
  return `${upperFirst(foundWords(view, personId, test))}; ${marginWords(view, test.value, test.limit, test)}.`;
}

/** What a test found, without the limit: for a sentence that names the limit itself. */
export function foundWords(view: RecordView, personId: string, test: LimitTest): string {
  const subject = subjectWords(view, personId, test);
  const value = test.value ?? 0;
  const shown = figure(view, value, test);
  switch (test.measure) {
    case 'expected-annual-loss':
      return say('{subject} comes to {shown} a year on average', { subject, shown });
    case 'year-above':
      return say('{subject} has a chance of {shown} of a year above {money}', { subject, shown, money: money(view, test.above ?? 0) });
    case 'single-event':
      return say('one loss of {subject} may reach {shown}', { subject, shown });
    case 'harm':
      return say('one event of {subject} may reach {shown}', { subject, shown });
    case 'in-money':
      return say('{subject} is not in money', { subject });
  }
}

/** The limit of a test, for a sentence about a grant. */
export function limitOfTestWords(view: RecordView, test: LimitTest): string {
  const limit = test.limit ?? 0;
  switch (test.measure) {
    case 'expected-annual-loss':
      return say('{limit} a year on average', { limit: money(view, limit) });
    case 'year-above':
      return say('a chance of {limit} of a year above {money}', { limit: percent(limit), money: money(view, test.above ?? 0) });
    case 'single-event':
      return say('{limit} for one loss', { limit: money(view, limit) });
    case 'harm':
      return `${limit} ${test.unit ?? ''}`;
    case 'in-money':
      return say('risks in money');
  }
}

/** A notice about information, not about authority: the figure is within, and the ranges leave room above the limit. */
export function nearLimitWords(view: RecordView, { limit, chance }: NearLimit): string {
  return say("Within the limit on the record's figure; the ranges leave a chance of {chance} that the true average year is above {limit}. Narrower ranges would tell.", { chance: percent(chance), limit: money(view, limit) });
}

/** A probability in percent, to two significant digits. */
export function percent(chance: number): string {
  return inPercent(decimal(Number((chance * 100).toPrecision(2)), 12));
}

function subjectWords(view: RecordView, personId: string, { on, commonCauseId, covers, notInMoney }: LimitTest): string {
  switch (on) {
    case 'risk':
      return say('this risk');
    case 'book':
      return say('everything with {person} ({covers, plural, one {# risk} other {# risks}}{rest, plural, =0 {} other {, # more not in money}})', { person: personName(view, personId), covers, rest: notInMoney });
    case 'common-cause': {
      const cause = view.commonCauses.get(commonCauseId ?? '');
      return say('everything hit by “{cause}” ({covers, plural, one {# risk} other {# risks}}{rest, plural, =0 {} other {, # more not in money}})', { cause: cause?.label ?? commonCauseId ?? say('one cause'), covers, rest: notInMoney });
    }
  }
}

function marginWords(view: RecordView, value: number, limit: number, test: LimitTest): string {
  const margin = Math.abs(value - limit);
  const inside = value <= limit;
  if (test.measure === 'year-above') {
    return say('the limit is {limit}, {margin} {part, select, inside {inside} other {above}}', { limit: percent(limit), margin: points(margin), part: inside ? 'inside' : 'above' });
  }
  const shown = test.measure === 'harm' ? String(Number(margin.toPrecision(2))) : moneyProse(margin, 'modelled', view.policy.currency);
  const limited = test.measure === 'harm' ? `${limit} ${test.unit ?? ''}` : money(view, limit);
  return say('the limit is {limited}, {shown} {part, select, inside {inside} other {above}}', { limited, shown, part: inside ? 'inside' : 'above' });
}

function points(margin: number): string {
  const shown = Number((margin * 100).toPrecision(2));
  return say('{shown} percentage {shown, plural, one {point} other {points}}', { shown });
}

/** Modelled figures to two digits, and exact where rounding would hide on which side of the limit they are. */
function figure(view: RecordView, value: number, test: LimitTest): string {
  if (test.measure === 'year-above') {
    const rounded = Number(value.toPrecision(2));
    const limit = test.limit ?? 0;
    return (rounded > limit) === (value > limit) ? percent(value) : inPercent(decimal(Number((value * 100).toPrecision(4)), 12));
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
