import type { LossRow } from '#core/picture/loss-row.ts';
import type { Picture } from '#core/picture/picture.ts';
import { personIn } from '#core/picture/sentences/names.ts';
import { atStart, counted, verb } from '#core/picture/sentences/prose.ts';

/** How the ranges one person stated have held up against what was lost since. For that person's own page and nowhere else. */
export interface RangeScore {
  losses: readonly LossRow[];
  inside: number;
  /** P(this few or fewer inside) if every range truly holds nine in ten. */
  chanceOfSoFew: number;
}

/** Recorded losses of risks whose range, as it stood the day before, one person stated; undefined without any. */
export function rangeScoreOf(picture: Picture, personId: string): RangeScore | undefined {
  const losses = (picture.losses ?? []).filter(({ range }) => range?.estimatedBy === personId);
  if (losses.length === 0) return undefined;
  const inside = losses.filter((loss) => loss.inside === true).length;
  return { losses, inside, chanceOfSoFew: atMostOf(inside, losses.length, 0.9) };
}

/** P(at most `hits` of `trials` successes), each with this chance. */
export function atMostOf(hits: number, trials: number, chance: number): number {
  let term = (1 - chance) ** trials;
  let sum = term;
  for (let k = 1; k <= hits; k += 1) {
    term *= ((trials - k + 1) / k) * (chance / (1 - chance));
    sum += term;
  }
  return Math.min(1, sum);
}

/** One sentence; what is too few to tell is said to be. */
export function rangeScoreWords(picture: Picture, personId: string, { losses, inside, chanceOfSoFew }: RangeScore): string {
  const held = `${atStart(losses.length)} recorded ${losses.length === 1 ? 'loss' : 'losses'} fell under ranges stated by ${personIn(picture, personId)}: ${counted(inside, 'was', 'were')} inside.`;
  const expected = `Of ${losses.length}, a 90% range should hold ${Number((0.9 * losses.length).toFixed(1))} on average`;
  if (losses.length < FEWEST) return `${held} ${expected}; ${losses.length} ${verb(losses.length, 'is', 'are')} too few to tell.`;
  return `${held} ${expected}; ${Math.round(inside)} or fewer has a chance of ${Number((100 * chanceOfSoFew).toPrecision(2))}%.`;
}

/** Recorded losses below which a share says more about chance than about ranges. */
const FEWEST = 5;
