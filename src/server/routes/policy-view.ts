import { inLanguage } from '#language/current.ts';
import { policyView as viewOfPolicy } from '#core/policy/policy-view.ts';
import { asOfOr } from '#server/context.ts';
import { recordView } from '#server/record-view.ts';
import type { Route } from '#server/routes/route.ts';

/** The policy in force on a day, as the record knew it then. */
export const policyView: Route<'policyView'> = async ({ query, context }) => {
  const today = await asOfOr(context, undefined);
  const asOf = query.asOf ?? today;
  const entries = await context.store.entries(asOf);
  const view = await recordView(context.store, entries, asOf);
  return inLanguage(context.language, () => viewOfPolicy(view, entries, today));
};
