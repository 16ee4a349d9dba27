import type { When } from '#core/time.ts';
import type { Entry } from '#core/record/entry.ts';
import type { Policy } from '#core/record/policy.ts';
import { viewAsOf, type RecordView } from '#core/record/view.ts';
import { heldUntraced, tallyLimits } from '#core/flags/count-findings.ts';
import { policySettings } from '#core/flags/policy-defaults.ts';
import type { MappingCell } from '#core/mapping/mapping-cell.ts';
import { namedRulesOf } from '#core/mapping/finding-routes.ts';
import type { Store } from '#store/store.ts';

/**
 * The view that rules judge by: `entries` of the store up to a day, with all findings counted that they leave out. A
 * policy that is only proposed may look further than the one in force: name it, and the counts are those it asks for.
 */
export async function recordView(store: Store, entries: readonly Entry[], asOf: When, proposed?: Policy): Promise<RecordView> {
  const { policy, findings } = viewAsOf(entries.filter(({ kind }) => kind === 'policy' || kind === 'findings'), asOf);
  const tallies = await store.findingTallies(asOf, tallyLimits(policySettings(proposed ?? policy)), heldUntraced(findings.values(), asOf));
  return viewAsOf(entries, asOf, tallies, await cellsFor(store, entries, asOf));
}

/** The view that tells which risks are open and which findings reach them, without what only the rules about teams count. */
export async function reachView(store: Store, entries: readonly Entry[], asOf: When): Promise<RecordView> {
  return viewAsOf(entries, asOf, undefined, await cellsFor(store, entries, asOf));
}

async function cellsFor(store: Store, entries: readonly Entry[], asOf: When): Promise<readonly MappingCell[]> {
  const named = namedRulesOf(viewAsOf(entries.filter((entry) => entry.kind === 'mappings'), asOf));
  return store.mappingCells(asOf, [...named].toSorted());
}
