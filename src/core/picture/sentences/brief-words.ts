import type { Asks } from '#core/picture/asks.ts';
import { asksOfBoard } from '#core/picture/asks.ts';
import type { RiskFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { Readiness } from '#core/picture/readiness.ts';
import { moneyState, summarise, type Summary, type Tally } from '#core/picture/roll-up.ts';
import { atStart, inWords, money, sentences, verb } from '#core/picture/sentences/prose.ts';

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
  if (count === 0) return { headline: 'No open risk is on the record' };
  if (gap > 0) {
    return {
      headline: `${of(gap)} ${verb(gap, 'sits', 'sit')} with someone who cannot decide or has not seen the evidence`,
      readiness: gaps,
    };
  }
  if (nobody > 0) return { headline: `${of(nobody)} ${verb(nobody, 'has', 'have')} nobody named to decide`, readiness: ['nobody-named'] };
  if (unknown > 0) return { headline: `${of(unknown)} ${verb(unknown, 'names', 'name')} a decider the record cannot place`, readiness: ['cannot-tell'] };
  return { headline: `${of(count)} ${verb(count, 'sits', 'sit')} with someone who can decide and has seen the evidence` };
}

function ledeOf(picture: Picture, whole: Summary, readiness: readonly Readiness[] | undefined, asks: Asks): string {
  if (whole.count === 0) return 'Nothing can be said about risks until some are recorded.';
  const named = readiness ?? [];
  const rest = (state: Readiness): number => (named.includes(state) ? 0 : whole.byReadiness[state].count);
  const nobody = rest('nobody-named');
  const unknown = rest('cannot-tell');
  return sentences([
    moneySentence(picture, readiness === undefined ? whole : tallied(whole.byReadiness, named), whole),
    nobody === 0 ? undefined : `${atStart(nobody)} more ${verb(nobody, 'has', 'have')} nobody named.`,
    unknown === 0 ? undefined : `For ${inWords(unknown)} the record cannot tell.`,
    asks.forDecision.length === 0 ? undefined : `${atStart(asks.forDecision.length)} ${verb(asks.forDecision.length, 'needs', 'need')} the board.`,
  ]);
}

function moneySentence(picture: Picture, part: Tally, whole: Tally): string {
  if (moneyState(whole) !== 'measured') return 'No range is on the record for any of them.';
  const carry = verb(part.count, 'It carries', 'They carry');
  const share =
    part.count === whole.count
      ? `${carry} ${money(picture, whole.expectedAnnualLoss)} expected annual loss.`
      : moneyState(part) === 'measured'
        ? `${carry} ${money(picture, part.expectedAnnualLoss)} of the ${money(picture, whole.expectedAnnualLoss)} expected annual loss.`
        : `${verb(part.count, 'It has', 'They have')} no range; the others carry ${money(picture, whole.expectedAnnualLoss)} expected annual loss.`;
  const without = whole.unquantified;
  return sentences([share, without === 0 ? undefined : `${ofTotal(without, whole.count, 'risk')} ${verb(without, 'has', 'have')} no range.`]);
}

/** `Nine of 23 open risks`, `Two of five open risks`, `Both open risks`, `All nine open risks`, `The one open risk`. */
export function ofTotal(part: number, total: number, noun: string): string {
  if (part === total) return total === 1 ? `The one ${noun}` : total === 2 ? `Both ${noun}s` : `All ${inWords(total)} ${noun}s`;
  const whole = total === 1 ? `one ${noun}` : `${inWords(total)} ${noun}s`;
  return `${part === 0 ? 'None' : atStart(part)} of ${whole}`;
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
