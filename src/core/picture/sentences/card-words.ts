import type { Asks } from '#core/picture/asks.ts';
import type { Changes } from '#core/picture/changes.ts';
import type { KnowledgeLag } from '#core/picture/knowledge-lags.ts';
import type { Picture } from '#core/picture/picture.ts';
import { moneyState, withoutInformedCall, type Summary, type TeamByProcess } from '#core/picture/roll-up.ts';
import type { TopRisks } from '#core/picture/top-risks.ts';
import { ofTotal } from '#core/picture/sentences/brief-words.ts';
import { atStart, counted, inWords, money, periodEnd, sentences, verb, type CardWords } from '#core/picture/sentences/prose.ts';

/** Card: asked of the board. */
export function asksWords(asks: Asks): CardWords {
  const decide = asks.rows.filter((row) => row.purpose === 'decide').length;
  const note = asks.rows.length - decide;
  const more = asks.forDecision.length - decide;
  if (asks.rows.length === 0) return { headline: 'Nothing is asked of the board', subtitle: 'Every open risk can be decided below it' };
  const parts = [
    ...(decide === 0 ? [] : [`${decide} for decision`]),
    ...(note === 0 ? [] : [`${note} to note`]),
    ...(more === 0 ? [] : [`${more} more for decision`]),
  ];
  return { headline: 'Asked of the board', subtitle: parts.join(', ') };
}

/** Card: the largest risks, in the place of a heat map. */
export function topRisksWords(picture: Picture, top: TopRisks): CardWords {
  const without = top.unquantified === 0 ? undefined : `${counted(top.unquantified, 'more risk', 'more risks')} without a range.`;
  const legend = 'Bar: one loss, 5th to 95th percentile. Figure: expected annual loss.';
  const subtitle = sentences([legend, without]);
  if (top.rows.length === 0) return { headline: 'No open risk has a range on the record', subtitle };
  const sum = money(picture, top.expectedAnnualLoss);
  const total = money(picture, top.totalExpectedAnnualLoss);
  const which = top.rows.length === 1 ? 'The largest makes' : `The ${inWords(top.rows.length)} largest make`;
  const share = top.expectedAnnualLoss === top.totalExpectedAnnualLoss ? `up all of ${total}` : `up ${sum} of ${total}`;
  return { headline: `${which} ${share}`, subtitle };
}

/** Card: can they decide, and do they know. */
export function ownershipWords(summary: Summary): CardWords {
  const informed = summary.byReadiness['can-decide-seen'].count;
  const subtitle = `${counted(summary.count, 'open risk')}, expected annual loss${summary.unquantified === 0 ? '' : `; ${summary.unquantified} without a range`}`;
  if (summary.count === 0) return { headline: 'No open risk is on the record', subtitle };
  if (summary.count === 1 && informed === 0) return { headline: 'The one open risk is nobody’s informed call', subtitle };
  return { headline: `${ofTotal(informed, summary.count, 'open risk')} ${verb(informed || 1, 'is', 'are')} somebody’s informed call`, subtitle };
}

/** Card: where it sits by team and release process. */
export function teamByProcessWords(picture: Picture, table: TeamByProcess): CardWords {
  const whole = table.total.summary;
  const open = withoutInformedCall(whole);
  const subtitle = 'Expected annual loss by owning team and release process. Solid: held by someone who can decide and has seen the evidence. Hatched: not';
  if (whole.count === 0) return { headline: 'No open risk is on the record', subtitle };
  const inMoney = moneyState(whole) === 'measured';
  const sizes = table.rows.map((row) => {
    const part = withoutInformedCall(row.total.summary);
    return { name: row.kind === 'no-team' ? 'what has no recorded team' : row.name, size: inMoney ? part.expectedAnnualLoss : part.count };
  });
  const most = sizes.reduce((best, row) => (row.size > best.size ? row : best), { name: '', size: 0 });
  const holds = most.size > 0 && sizes.filter((row) => row.size > 0).length > 1 ? `; ${most.name} holds most` : '';
  if (open.count === 0) return { headline: `Every risk is somebody’s informed call`, subtitle };
  const share = inMoney
    ? `${money(picture, open.expectedAnnualLoss)} of ${money(picture, whole.expectedAnnualLoss)} is`
    : `${ofTotal(open.count, whole.count, 'open risk')} ${verb(open.count, 'is', 'are')}`;
  return { headline: `${share} nobody’s informed call${holds}`, subtitle };
}

/** Card: who knew when. The first `shown` of the lags are drawn, and what is said is said of those. */
export function knowledgeWords(all: readonly KnowledgeLag[], shown: number): CardWords {
  const lags = all.slice(0, shown);
  const running = lags.filter((lag) => lag.running).length;
  const legend = 'Circle: first person knew. Square: decision owner informed. Triangle: decided. Dashed: still open.';
  const counts = lags.length < all.length ? `The ${inWords(lags.length)} longest of ${all.length}.` : undefined;
  const subtitle = sentences([legend, counts]);
  if (lags.length === 0) return { headline: 'Nothing on the record was known here before the person who decides', subtitle };
  const days = lags.map((lag) => lag.lagDays);
  const span = spanOf(Math.min(...days), Math.max(...days));
  if (running === lags.length) {
    return { headline: `Known here for ${span}, and not yet to the person who decides`, subtitle };
  }
  const still = running === 0 ? '' : `; ${inWords(running)} still open`;
  return { headline: `Someone here knew ${span} before the person who decides${still}`, subtitle };
}

function spanOf(least: number, most: number): string {
  return least === most ? counted(most, 'day') : `${least} to ${most} days`;
}

/** Card: what changed. */
export function changesWords(picture: Picture, { rows, total }: Changes): CardWords {
  const since = periodEnd(picture.against);
  const { opened, closed } = total.counts;
  const unmeasured = moneyState(total.now) !== 'measured' && moneyState(total.before) !== 'measured';
  const measured = total.parts.firstRange;
  const subtitle = sentences([
    `Circle: ${since}. Dot: now. Expected annual loss; ${opened} new, ${closed} closed.`,
    measured > 0 ? `${money(picture, measured)} of it has a range for the first time.` : undefined,
  ]);
  if (unmeasured) return { headline: `${atStart(opened)} new and ${inWords(closed)} closed since ${since}; no range to compare`, subtitle };
  const size = money(picture, Math.abs(total.difference));
  const [most] = rows;
  const moved = most === undefined || Math.abs(most.difference) < 0.5 ? '' : `; ${most.name} ${most.difference > 0 ? 'rose' : 'fell'} most`;
  if (Math.abs(total.difference) < 0.5) return { headline: `No change in expected annual loss since ${since}${moved}`, subtitle };
  return { headline: `${total.difference > 0 ? 'Up' : 'Down'} ${size} since ${since}${moved}`, subtitle };
}
