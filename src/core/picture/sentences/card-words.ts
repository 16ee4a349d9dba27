import { say } from '#language/say.ts';
import type { Asks } from '#core/picture/asks.ts';
import type { Changes } from '#core/picture/changes.ts';
import type { KnowledgeLag } from '#core/picture/knowledge-lags.ts';
import type { Picture } from '#core/picture/picture.ts';
import { moneyState, withoutInformedCall, type Summary, type TeamByProcess } from '#core/picture/roll-up.ts';
import type { TopRisks } from '#core/picture/top-risks.ts';
import { ofTotal } from '#core/picture/sentences/brief-words.ts';
import { atStart, inWords, money, periodEnd, sentences, type CardWords } from '#core/picture/sentences/prose.ts';

/** Card: asked of the board. */
export function asksWords(asks: Asks): CardWords {
  const decide = asks.rows.filter((row) => row.purpose === 'decide').length;
  const note = asks.rows.length - decide;
  const more = asks.forDecision.length - decide;
  if (asks.rows.length === 0) return { headline: say('Nothing is asked of the board'), subtitle: say('Every open risk can be decided below it') };
  const parts = [
    ...(decide === 0 ? [] : [say('{decide, number} for decision', { decide })]),
    ...(note === 0 ? [] : [say('{note, number} to note', { note })]),
    ...(more === 0 ? [] : [say('{more, number} more for decision', { more })]),
  ];
  return { headline: say('Asked of the board'), subtitle: parts.join(', ') };
}

/** Card: the largest risks, in the place of a heat map. */
export function topRisksWords(picture: Picture, top: TopRisks): CardWords {
  const without = top.unquantified === 0 ? undefined : say('{unquantified, plural, one {# more risk} other {# more risks}} without a range.', { unquantified: top.unquantified });
  const legend = say('Bar: one loss, 5th to 95th percentile. Figure: expected annual loss.');
  const subtitle = sentences([legend, without]);
  if (top.rows.length === 0) return { headline: say('No open risk has a range on the record'), subtitle };
  const sum = money(picture, top.expectedAnnualLoss);
  const total = money(picture, top.totalExpectedAnnualLoss);
  const count = top.rows.length;
  const number = inWords(count);
  const headline = top.expectedAnnualLoss === top.totalExpectedAnnualLoss
    ? say('{count, plural, one {The largest makes} other {The {number} largest make}} up all of {total}', { count, number, total })
    : say('{count, plural, one {The largest makes} other {The {number} largest make}} up {sum} of {total}', { count, number, sum, total });
  return { headline, subtitle };
}

/** Card: can they decide, and do they know. */
export function ownershipWords(summary: Summary): CardWords {
  const informed = summary.byReadiness['can-decide-seen'].count;
  const subtitle = say('{count, plural, one {# open risk} other {# open risks}}, expected annual loss{without, plural, =0 {} other {; # without a range}}', { count: summary.count, without: summary.unquantified });
  if (summary.count === 0) return { headline: say('There is no open risk for anybody to decide'), subtitle };
  if (summary.count === 1 && informed === 0) return { headline: say('The one open risk is nobody’s informed call'), subtitle };
  return { headline: say('{informed} {informed2, plural, one {is} other {are}} somebody’s informed call', { informed: ofTotal(informed, summary.count, 'open risk'), informed2: informed || 1 }), subtitle };
}

/** Card: where it sits by team and release process. */
export function teamByProcessWords(picture: Picture, table: TeamByProcess): CardWords {
  const whole = table.total.summary;
  const open = withoutInformedCall(whole);
  const subtitle = say('Expected annual loss by owning team and release process. Solid: held by someone who can decide and has seen the evidence. Hatched: not');
  if (whole.count === 0) return { headline: say('No open risk sits with a team or a release process'), subtitle };
  const inMoney = moneyState(whole) === 'measured';
  const sizes = table.rows.map((row) => {
    const part = withoutInformedCall(row.total.summary);
    return { name: row.kind === 'no-team' ? say('what has no recorded team') : row.name, size: inMoney ? part.expectedAnnualLoss : part.count };
  });
  const most = sizes.reduce((best, row) => (row.size > best.size ? row : best), { name: '', size: 0 });
  const name = most.size > 0 && sizes.filter((row) => row.size > 0).length > 1 ? most.name : 'none';
  if (open.count === 0) return { headline: say('Every risk is somebody’s informed call'), subtitle };
  const share = inMoney
    ? say('{amount} of {whole}', { amount: money(picture, open.expectedAnnualLoss), whole: money(picture, whole.expectedAnnualLoss) })
    : ofTotal(open.count, whole.count, 'open risk');
  const headline = say('{share} {kind, select, money {is} other {{count, plural, one {is} other {are}}}} nobody’s informed call{name, select, none {} other {; {name} holds most}}', { share, kind: inMoney ? 'money' : 'count', count: open.count, name });
  return { headline, subtitle };
}

/** Card: who knew when. The first `shown` of the lags are drawn, and what is said is said of those. */
export function knowledgeWords(all: readonly KnowledgeLag[], shown: number): CardWords {
  const lags = all.slice(0, shown);
  const running = lags.filter((lag) => lag.running).length;
  const legend = say('Circle: first person knew. Square: decision owner informed. Triangle: decided. Dashed: still open.');
  const counts = lags.length < all.length ? say('The {lags} longest of {all, number}.', { lags: inWords(lags.length), all: all.length }) : undefined;
  const subtitle = sentences([legend, counts]);
  if (lags.length === 0) return { headline: say('Nothing on the record was known here before the person who decides'), subtitle };
  const days = lags.map((lag) => lag.lagDays);
  const span = spanOf(Math.min(...days), Math.max(...days));
  if (running === lags.length) {
    return { headline: say('Known here for {span}, and not yet to the person who decides', { span }), subtitle };
  }
  return { headline: say('Someone here knew {span} before the person who decides{running, plural, =0 {} other {; {number} still open}}', { span, running, number: inWords(running) }), subtitle };
}

function spanOf(least: number, most: number): string {
  return least === most ? say('{most, plural, one {# day} other {# days}}', { most }) : say('{least, number} to {most, number} days', { least, most });
}

/** Card: what changed. */
export function changesWords(picture: Picture, { rows, total }: Changes): CardWords {
  const since = periodEnd(picture.against);
  const { opened, closed } = total.counts;
  const unmeasured = moneyState(total.now) !== 'measured' && moneyState(total.before) !== 'measured';
  const measured = total.parts.firstRange;
  const subtitle = sentences([
    say('Circle: {since}. Dot: now. Expected annual loss; {opened, number} new, {closed, number} closed.', { since, opened, closed }),
    measured > 0 ? say('{measured} of it has a range for the first time.', { measured: money(picture, measured) }) : undefined,
  ]);
  if (unmeasured) return { headline: say('{opened} new and {closed} closed since {since}; no range to compare', { opened: atStart(opened), closed: inWords(closed), since }), subtitle };
  const size = money(picture, Math.abs(total.difference));
  const [most] = rows;
  const moved = most === undefined || Math.abs(most.difference) < 0.5 ? 'none' : most.difference > 0 ? 'rose' : 'fell';
  const name = most?.name ?? '';
  if (Math.abs(total.difference) < 0.5) return { headline: say('No change in expected annual loss since {since}{moved, select, rose {; {name} rose most} fell {; {name} fell most} other {}}', { since, moved, name }), subtitle };
  return { headline: say('{way, select, up {Up} other {Down}} {size} since {since}{moved, select, rose {; {name} rose most} fell {; {name} fell most} other {}}', { way: total.difference > 0 ? 'up' : 'down', size, since, moved, name }), subtitle };
}
