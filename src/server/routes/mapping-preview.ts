import { RequestRefused } from '#server/access/refusal.ts';
import { asOfOr, isPast } from '#server/context.ts';
import { reachView } from '#server/record-view.ts';
import { planGround, planMapping } from '#server/mappings/plan-mapping.ts';
import { previewMapping } from '#server/mappings/preview-mapping.ts';
import type { Route } from '#server/routes/route.ts';
import { say } from '#language/say.ts';

/** How many findings a mapping would take, to which risks, and the first of them by name. Writes nothing. */
export const mappingPreview: Route<'mappingPreview'> = async ({ query, body, context }) => {
  const today = await asOfOr(context, undefined);
  if (query.asOf !== undefined && isPast(query.asOf, today)) {
    throw new RequestRefused('frozen-date', () => ({ detail: say('The page shows {asOf}; findings are mapped as of {today}.', { asOf: query.asOf ?? '', today }) }));
  }
  const recordVersion = await context.store.version();
  const held = await context.store.entries(today);
  const ground = planGround(context, await reachView(context.store, held, today));
  return { recordVersion, ...(await previewMapping(ground, held, await planMapping(ground, body.mapping))) };
};
