import { addDays, type When } from '#core/time.ts';
import type { RecordView } from '#core/record/view.ts';
import { casesWithin, linkedStepCases, medianDays } from '#core/release/finding-steps.ts';
import { releasesByTeam, releasesOf } from '#core/release/releases-shipped.ts';
import { RIVER_WEEKS } from '#core/release/river-counts.ts';
import type { River } from '#contract/river.ts';
import { asOfOr, type AppContext } from '#server/context.ts';
import { findingRow } from '#server/presenters/finding-row.ts';
import { placeServices, teamsWithin } from '#server/routes/place-services.ts';
import type { Route } from '#server/routes/route.ts';

const SPAN = 7 * RIVER_WEEKS;
/** Releases that are listed by name at most; their count is exact. */
const MOST_LISTED = 500;
const OLDEST = 3;

/** Counts of a place, and for a team what it shipped in the last half year and the one before: counted by the store, row by row by nobody. */
export const riverView: Route<'riverView'> = async ({ query, context }) => {
  const asOf = await asOfOr(context, query.asOf);
  const { picture, view } = await context.pictures.pictureOf(asOf);
  const services = placeServices(picture, { teamId: query.team, processId: query.process });
  const counts = await context.store.riverCounts(asOf, services);
  const repeats = await context.store.repeatEscapes(asOf, services);
  // The answer is made of the store's own counts; the contract's lists are its own too.
  return {
    asOf,
    counts: { ...counts, openByWeek: [...counts.openByWeek], weeks: [...counts.weeks], stages: [...counts.stages], teams: [...counts.teams] },
    repeats: { rows: [...repeats.rows], total: repeats.total },
    releases: [...releasesByTeam(view, services)],
    shipped: query.team === undefined ? null : await shippedBy(context, view, asOf, teamsWithin(picture, query.team), services),
  };
};

async function shippedBy(
  { store }: AppContext, view: RecordView, asOf: When, teamIds: readonly string[], services: readonly string[] | undefined,
): Promise<NonNullable<River['shipped']>> {
  const middle = addDays(asOf, -SPAN);
  const [from, start] = [addDays(middle, 1), addDays(middle, 1 - SPAN)];
  const cases = linkedStepCases(view, teamIds);
  const steps = (first: When, last: When) => ({
    foundToTold: medianDays(casesWithin(cases['found-to-told'], first, last)),
    toldToDecided: medianDays(casesWithin(cases['told-to-decided'], first, last)),
    decidedToFixed: medianDays(casesWithin(cases['decided-to-fixed'], first, last)),
  });
  return {
    introduced: (await store.findings({ asOf, introducedTeamIds: teamIds, openOnly: false, limit: 1 })).total,
    now: { ...await store.shippedSpan(asOf, teamIds, from, asOf), ...steps(from, asOf) },
    before: { ...await store.shippedSpan(asOf, teamIds, start, middle), ...steps(start, middle) },
    releases: releasesOf(view, teamIds, start, asOf).slice(0, MOST_LISTED),
    oldestEscaped: (await store.oldestEscaped(asOf, services, OLDEST)).map(findingRow),
  };
}
