import { inLanguage } from '#language/current.ts';
import { say } from '#language/say.ts';
import { changedPolicy } from '#core/policy/policy-changes.ts';
import { policyDifference } from '#core/policy/policy-difference.ts';
import { effectSentence, previewPolicy } from '#core/policy/policy-preview.ts';
import { inForce, policyVersions } from '#core/policy/policy-versions.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { asOfOr, isPast } from '#server/context.ts';
import { recordView } from '#server/record-view.ts';
import { refuseFaults } from '#server/routes/policy-save.ts';
import type { Route } from '#server/routes/route.ts';

/** What changes would do to the flags of today: both policies over one view of the record. Writes nothing. */
export const policyPreview: Route<'policyPreview'> = async ({ query, body, context }) => {
  const today = await asOfOr(context, undefined);
  if (query.asOf !== undefined && isPast(query.asOf, today)) {
    throw new RequestRefused('frozen-date', () => ({ detail: say('The page shows {asOf}; a policy is changed as of {today}.', { asOf: query.asOf ?? '', today }) }));
  }
  const entries = await context.store.entries(today);
  const { policy, revision } = inForce(policyVersions(entries, today));
  inLanguage(context.language, () => refuseFaults(policy, body));
  const proposed = changedPolicy(policy, body);
  const { tallies } = await recordView(context.store, entries, today, proposed);
  const view = await recordView(context.store, entries, today);
  return inLanguage(context.language, () => {
    const effect = previewPolicy(view, proposed, tallies);
    return { asOf: today, revision, sentence: effectSentence(effect), changes: policyDifference(policy, proposed), ...effect };
  });
};
