import type { AuthorityLimits } from '#core/record/entities.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import { percent } from '#core/flags/limit-words.ts';
import { listed } from '#core/picture/sentences/prose.ts';

/** The limits of a grant on the year, as one sentence; empty where it states none. */
export function yearLimitWords({ expectedAnnualLoss, points = [], singleEvent, harms = [], unquantified }: AuthorityLimits, currency: string): string {
  const money = (amount: number): string => moneyProse(amount, 'exact', currency);
  const parts = [
    ...(expectedAnnualLoss === undefined ? [] : [`${money(expectedAnnualLoss)} a year on average`]),
    ...points.map(({ above, atMost }) => `a ${percent(atMost)} chance of a year above ${money(above)}`),
    ...(singleEvent === undefined ? [] : [`${money(singleEvent)} for one loss`]),
    ...harms.map(({ unit, atMost }) => `${atMost} ${unit}`),
  ];
  if (parts.length === 0) return unquantified === true ? 'Risks without a range in money may be decided under it.' : '';
  const without = unquantified === true ? 'Risks without a range in money may be decided too.' : 'A risk without a range in money is outside it.';
  return `On each risk, on everything held together and on each common cause: at most ${listed(parts)}. ${without}`;
}
