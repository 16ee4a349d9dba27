import { daysBetween, dayOf, type When } from '#core/time.ts';
import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import type { DecisionRow, Picture, RiskRow } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';

/** A risk whose newest decision is an acceptance. */
export interface Acceptance {
  risk: RiskRow;
  decision: DecisionRow;
  /** `null` = it was made without an end. */
  expiresAt: When | null;
  state: 'running' | 'ended' | 'no-end';
  /** Days until its end, below zero once it has ended; `null` without an end. */
  daysLeft: number | null;
}

/** Days within which an end is soon: one committee cycle (rule A5, notice). */
export const SOON_DAYS = 30;

/** The acceptances of a place by their end, the earliest first; those without an end last. */
export function acceptancesOf(picture: Picture, filter: RiskFilter): readonly Acceptance[] {
  return risksMatching(picture, filter).flatMap((risk): Acceptance[] => {
    const decision = newestOf(risk.decisions);
    if (decision?.kind !== 'accept') return [];
    const { expiresAt } = decision;
    const daysLeft = expiresAt === null ? null : daysBetween(picture.asOf, expiresAt);
    return [{ risk, decision, expiresAt, daysLeft, state: daysLeft === null ? 'no-end' : daysLeft < 0 ? 'ended' : 'running' }];
  }).toSorted((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || (a.risk.id < b.risk.id ? -1 : 1));
}

/** `2 acceptances have ended; 1 ends within 30 days; 4 run longer`. */
export function acceptancesSentence(acceptances: readonly Acceptance[]): string {
  if (acceptances.length === 0) return say('No open risk rests on an acceptance');
  const ended = acceptances.filter(({ state }) => state === 'ended').length;
  const soon = acceptances.filter(isSoon).length;
  const noEnd = acceptances.filter(({ state }) => state === 'no-end').length;
  const longer = acceptances.length - ended - soon - noEnd;
  // The first part names what is counted; the ones after it say how many more.
  const parts: readonly (string | undefined)[] = [
    ended === 0 ? undefined : say('{ended, plural, one {# acceptance has} other {# acceptances have}} ended', { ended }),
    soon === 0 ? undefined : ended > 0
      ? say('{soon, plural, one {# ends} other {# end}} within {days, number} days', { soon, days: SOON_DAYS })
      : say('{soon, plural, one {# acceptance ends} other {# acceptances end}} within {days, number} days', { soon, days: SOON_DAYS }),
    longer === 0 ? undefined : ended + soon > 0
      ? say('{longer, plural, one {# runs} other {# run}} longer', { longer })
      : say('{longer, plural, one {# acceptance runs} other {# acceptances run}} longer than {days, number} days', { longer, days: SOON_DAYS }),
    noEnd === 0 ? undefined : ended + soon + longer > 0
      ? say('{noEnd, plural, one {# has} other {# have}} no end on record', { noEnd })
      : say('{noEnd, plural, one {# acceptance has} other {# acceptances have}} no end on record', { noEnd }),
  ];
  return parts.flatMap((part) => part ?? []).join('; ');
}

/** Runs, and ends within thirty days. */
export function isSoon({ state, daysLeft }: Acceptance): boolean {
  return state === 'running' && daysLeft !== null && daysLeft <= SOON_DAYS;
}

function newestOf(decisions: readonly DecisionRow[]): DecisionRow | undefined {
  return decisions.filter(({ implicit }) => implicit !== true).toSorted((a, b) => dayOf(b.at) - dayOf(a.at))[0];
}
