import { say } from '#language/say.ts';
import type { AuthorityLimits } from '#core/record/entities.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import { percent } from '#core/flags/limit-words.ts';
import { listed } from '#core/picture/sentences/prose.ts';

/** The limits of a grant on the year, as one sentence; empty where it states none. */
export function yearLimitWords({ expectedAnnualLoss, points = [], singleEvent, harms = [], unquantified }: AuthorityLimits, currency: string): string {
  const money = (amount: number): string => moneyProse(amount, 'exact', currency);
  const parts = [
    ...(expectedAnnualLoss === undefined ? [] : [say('{expectedAnnualLoss} a year on average', { expectedAnnualLoss: money(expectedAnnualLoss) })]),
    ...points.map(({ above, atMost }) => say('a {atMost} chance of a year above {above}', { atMost: percent(atMost), above: money(above) })),
    ...(singleEvent === undefined ? [] : [say('{singleEvent} for one loss', { singleEvent: money(singleEvent) })]),
    ...harms.map(({ unit, atMost }) => `${atMost} ${unit}`),
  ];
  if (parts.length === 0) return unquantified === true ? say('Risks without a range in money may be decided under it.') : '';
  const without = unquantified === true ? say('Risks without a range in money may be decided too.') : say('A risk without a range in money is outside it.');
  return say('On each risk, on everything held together and on each common cause: at most {parts}. {without}', { parts: listed(parts), without });
}
