import { dayInWords, type When } from '#core/time.ts';
import { byLoss, type LossTolerance } from '#core/record/loss-tolerance.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import type { FigureUnit } from '#core/flags/policy-catalogue.ts';
import { listed } from '#language/lists.ts';
import { decimal, percent as hundredths } from '#language/numbers.ts';
import { messages, say } from '#language/say.ts';

const plain = messages({
  days: '{count, plural, one {# day} other {# days}}',
  minutes: '{count, plural, one {# minute} other {# minutes}}',
  decisions: '{count, plural, one {# decision} other {# decisions}}',
  findings: '{count, plural, one {# finding} other {# findings}}',
  fixes: '{count, plural, one {# fix} other {# fixes}}',
  actions: '{count, plural, one {# action} other {# actions}}',
  people: '{count, plural, one {# person} other {# people}}',
  approvers: '{count, plural, one {# approver} other {# approvers}}',
  risks: '{count, plural, one {# risk} other {# risks}}',
}) satisfies Readonly<Record<Exclude<FigureUnit, 'share' | 'part'>, string>>;

/** `14 days`, `1 person`, `60%`, `clock / 6`. */
export function figureWords(value: number, unit: FigureUnit): string {
  if (unit === 'share') return shareWords(value);
  if (unit === 'part') return say('clock / {part, number}', { part: value });
  return say(plain[unit], { count: value });
}

/** `safety and licence`, or `none`. */
export function categoryWords(categories: readonly string[]): string {
  return categories.length === 0 ? say('none') : listed(categories);
}

/** `above $5 million in at most 20% of years, above $20 million in at most 5%, set by the board on 1 Feb 2026`, or `not set`. */
export function toleranceWords(tolerance: LossTolerance | null, currency: string): string {
  if (tolerance === null) return say('not set');
  const { points, setBy, setAt, source } = tolerance;
  const curve = byLoss(points).map(({ above, atMost }, index) => {
    const point = { loss: moneyProse(above, 'exact', currency), share: shareWords(atMost) };
    return index === 0 ? say('above {loss} in at most {share} of years', point) : say('above {loss} in at most {share}', point);
  });
  return [...curve, ...setWords(setBy, setAt), ...(source === undefined ? [] : [say('source: {source}', { source })])].join(', ');
}

function setWords(by: string | undefined, at: When | undefined): readonly string[] {
  const date = at === undefined ? undefined : dayInWords(at);
  if (by === undefined) return date === undefined ? [] : [say('set on {date}', { date })];
  return [date === undefined ? say('set by {by}', { by }) : say('set by {by} on {date}', { by, date })];
}

/** `20%`. */
function shareWords(value: number): string {
  return hundredths(decimal(value * 100, 4));
}

/** A probability as percent without the noise of binary fractions, as a field for it is filled. */
export function percent(value: number): string {
  return String(Number((value * 100).toFixed(4)));
}
