import { say } from '#language/say.ts';
import type { LossRow } from '#core/picture/loss-row.ts';
import type { Picture } from '#core/picture/picture.ts';
import { personIn } from '#core/picture/sentences/names.ts';
import { atStart } from '#core/picture/sentences/prose.ts';

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
  const held = say('{losses} recorded {losses2, plural, one {loss} other {losses}} fell under ranges stated by {personId}: {inside, plural, one {# was} other {# were}} inside.', { losses: atStart(losses.length), losses2: losses.length, personId: personIn(picture, personId), inside });
  const expected = say('Of {losses, number}, a 90% range should hold {mean, number} on average', { losses: losses.length, mean: Number((0.9 * losses.length).toFixed(1)) });
  if (losses.length < FEWEST) return say('{held} {expected}; {losses, number} {losses, plural, one {is} other {are}} too few to tell.', { held, expected, losses: losses.length });
  return say('{held} {expected}; {inside, number} or fewer has a chance of {chance, number}%.', { held, expected, inside: Math.round(inside), chance: Number((100 * chanceOfSoFew).toPrecision(2)) });
}

/** Recorded losses below which a share says more about chance than about ranges. */
const FEWEST = 5;
