import { addDays } from '#core/time.ts';
import { foundToDecided } from '#core/release/found-to-decided.ts';
import { RIVER_WEEKS } from '#core/release/river-counts.ts';
import type { River } from '#contract/river.ts';
import { asOfOr } from '#server/context.ts';
import { placeServices, teamsWithin } from '#server/routes/place-services.ts';
import type { Route } from '#server/routes/route.ts';

const SPAN = 7 * RIVER_WEEKS;

/** Counts of a place, and for a team what it shipped in the last half year and the one before: counted by the store, row by row by nobody. */
export const riverView: Route<'riverView'> = async ({ query, context }) => {
  const asOf = await asOfOr(context, query.asOf);
  const { picture, view } = await context.pictures.pictureOf(asOf);
  const counts = await context.store.riverCounts(asOf, placeServices(picture, { teamId: query.team, processId: query.process }));
  const shipped = async (teamIds: readonly string[]): Promise<River['shipped']> => {
    const middle = addDays(asOf, -SPAN);
    return {
      introduced: (await context.store.findings({ asOf, introducedTeamIds: teamIds, openOnly: false, limit: 1 })).total,
      now: await context.store.shippedSpan(asOf, teamIds, addDays(middle, 1), asOf),
      before: await context.store.shippedSpan(asOf, teamIds, addDays(middle, 1 - SPAN), middle),
      foundToDecided: foundToDecided(view, teamIds),
    };
  };
  // The answer is made of the store's own counts; the contract's lists are its own too.
  return {
    asOf,
    counts: { ...counts, weeks: [...counts.weeks], stages: [...counts.stages], teams: [...counts.teams] },
    shipped: query.team === undefined ? null : await shipped(teamsWithin(picture, query.team)),
  };
};
