import { say } from '#language/say.ts';
import type { Asks } from '#core/picture/asks.ts';
import { asksOfBoard } from '#core/picture/asks.ts';
import type { RiskFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { Readiness } from '#core/picture/readiness.ts';
import { moneyState, summarise, type Summary, type Tally } from '#core/picture/roll-up.ts';
import { atStart, inWords, money, sentences } from '#core/picture/sentences/prose.ts';

export interface BriefWords {
  headline: string;
  lede: string;
  /** Opens the rows the number of the headline counts. */
  filter: RiskFilter;
}

/** Somebody is named, and lacks authority, evidence or both. */
const gaps: readonly Readiness[] = ['can-decide-not-seen', 'cannot-decide-seen', 'cannot-decide-not-seen'];

/** The sentence over the board brief and the two or three under it. */
export function briefWords(picture: Picture): BriefWords {
  const whole = summarise(picture.risks);
  const { readiness, headline } = headlineOf(whole);
  return { headline, lede: ledeOf(picture, whole, readiness, asksOfBoard(picture)), filter: readiness === undefined ? {} : { readiness } };
}

function headlineOf({ count, byReadiness }: Summary): { headline: string; readiness?: readonly Readiness[] } {
  const gap = tallied(byReadiness, gaps).count;
  const nobody = byReadiness['nobody-named'].count;
  const unknown = byReadiness['cannot-tell'].count;
  const of = (part: number): string => ofTotal(part, count, 'open risk');
  if (count === 0) return { headline: say('No open risk is on the record') };
  if (gap > 0) {
    return {
      headline: say('{gap} {gap2, plural, one {sits} other {sit}} with someone who cannot decide or has not seen the evidence', { gap: of(gap), gap2: gap }),
      readiness: gaps,
    };
  }
  if (nobody > 0) return { headline: say('{nobody} {nobody2, plural, one {has} other {have}} nobody named to decide', { nobody: of(nobody), nobody2: nobody }), readiness: ['nobody-named'] };
  if (unknown > 0) return { headline: say('{unknown} {unknown2, plural, one {names} other {name}} a decider the record cannot place', { unknown: of(unknown), unknown2: unknown }), readiness: ['cannot-tell'] };
  return { headline: say('{count} {count2, plural, one {sits} other {sit}} with someone who can decide and has seen the evidence', { count: of(count), count2: count }) };
}

function ledeOf(picture: Picture, whole: Summary, readiness: readonly Readiness[] | undefined, asks: Asks): string {
  if (whole.count === 0) return say('Nothing can be said about risks until some are recorded.');
  const named = readiness ?? [];
  const rest = (state: Readiness): number => (named.includes(state) ? 0 : whole.byReadiness[state].count);
  const nobody = rest('nobody-named');
  const unknown = rest('cannot-tell');
  return sentences([
    moneySentence(picture, readiness === undefined ? whole : tallied(whole.byReadiness, named), whole),
    nobody === 0 ? undefined : say('{nobody} more {nobody2, plural, one {has} other {have}} nobody named.', { nobody: atStart(nobody), nobody2: nobody }),
    unknown === 0 ? undefined : say('For {unknown} the record cannot tell.', { unknown: inWords(unknown) }),
    asks.forDecision.length === 0 ? undefined : say('{forDecision} {forDecision2, plural, one {needs} other {need}} the board.', { forDecision: atStart(asks.forDecision.length), forDecision2: asks.forDecision.length }),
  ]);
}

function moneySentence(picture: Picture, part: Tally, whole: Tally): string {
  if (moneyState(whole) !== 'measured') return say('No range is on the record for any of them.');
  const share =
    part.count === whole.count
      ? say('{count, plural, one {It carries} other {They carry}} {loss} expected annual loss.', { count: part.count, loss: money(picture, whole.expectedAnnualLoss) })
      : moneyState(part) === 'measured'
        ? say('{count, plural, one {It carries} other {They carry}} {loss} of the {whole} expected annual loss.', { count: part.count, loss: money(picture, part.expectedAnnualLoss), whole: money(picture, whole.expectedAnnualLoss) })
        : say('{count, plural, one {It has} other {They have}} no range; the others carry {expectedAnnualLoss} expected annual loss.', { count: part.count, expectedAnnualLoss: money(picture, whole.expectedAnnualLoss) });
  const without = whole.unquantified;
  return sentences([share, without === 0 ? undefined : say('{without} {without2, plural, one {has} other {have}} no range.', { without: ofTotal(without, whole.count, 'risk'), without2: without })]);
}

/** `Nine of 23 open risks`, `Two of five open risks`, `Both open risks`, `All nine open risks`, `The one open risk`: the subject of a sentence. */
export function ofTotal(part: number, total: number, noun: 'open risk' | 'risk'): string {
  const kind = noun === 'risk' ? 'all' : 'open';
  if (part === total) {
    return say('{total, plural, =1 {The one} =2 {Both} other {All {number}}} {kind, select, open {open } other {}}{total, plural, one {risk} other {risks}}', { total, number: inWords(total), kind });
  }
  return say('{part, plural, =0 {None} other {{first}}} of {total, plural, other {{number}}} {kind, select, open {open } other {}}{total, plural, one {risk} other {risks}}', { part, first: atStart(part), total, number: inWords(total), kind });
}

function tallied(byReadiness: Summary['byReadiness'], states: readonly Readiness[]): Tally {
  const tally = { count: 0, expectedAnnualLoss: 0, unquantified: 0 };
  for (const state of states) {
    tally.count += byReadiness[state].count;
    tally.expectedAnnualLoss += byReadiness[state].expectedAnnualLoss;
    tally.unquantified += byReadiness[state].unquantified;
  }
  return tally;
}
