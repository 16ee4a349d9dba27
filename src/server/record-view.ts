import type { When } from '#core/time.ts';
import type { Entry } from '#core/record/entry.ts';
import type { Policy } from '#core/record/policy.ts';
import { viewAsOf, type RecordView } from '#core/record/view.ts';
import { talliedDays } from '#core/flags/count-findings.ts';
import { policySettings } from '#core/flags/policy-defaults.ts';
import type { Store } from '#store/store.ts';

/**
 * The view that rules judge by: `entries` of the store up to a day, with all findings counted that they leave out. A
 * policy that is only proposed may look back further than the one in force: name it, and the counts reach that far.
 */
export async function recordView(store: Store, entries: readonly Entry[], asOf: When, proposed?: Policy): Promise<RecordView> {
  const { policy } = viewAsOf(entries.filter((entry) => entry.kind === 'policy'), asOf);
  const policies = [policy, ...(proposed === undefined ? [] : [proposed])].map(policySettings);
  return viewAsOf(entries, asOf, await store.findingTallies(asOf, talliedDays(...policies)));
}
