import type { LossTolerance } from '#core/record/loss-tolerance.ts';
import type { Policy } from '#core/record/policy.ts';
import { clockUrgency, isClockName, isFigureName, type FigureName } from '#core/flags/policy-catalogue.ts';

/** What somebody wants changed. Absent = as it is; `null` = back to the product default. */
export interface PolicyChanges {
  figures?: Readonly<Partial<Record<FigureName, number | null>>> | undefined;
  reserved?: readonly string[] | undefined;
  acceptanceNonDelegable?: boolean | undefined;
  currency?: string | null | undefined;
  tolerance?: LossTolerance | null | undefined;
}

/**
 * The policy with the changes in it, as a new version would say it. Keeps every field the changes do not name, those
 * this page does not show included; a figure set back to its default is left out, so that it follows the product.
 */
export function changedPolicy(policy: Policy, changes: PolicyChanges): Policy {
  const next: Policy = { ...policy };
  const clock = { ...policy.clock };
  const thresholds = { ...policy.thresholds };
  for (const [name, value] of Object.entries(changes.figures ?? {})) {
    if (!isFigureName(name) || value === undefined) continue;
    if (isClockName(name)) put(clock, clockUrgency[name], value);
    else put(thresholds, name, value);
  }
  put(next, 'clock', Object.keys(clock).length === 0 ? null : clock);
  put(next, 'thresholds', Object.keys(thresholds).length === 0 ? null : thresholds);
  const { reserved, acceptanceNonDelegable, currency, tolerance } = changes;
  if (reserved !== undefined) put(next, 'reserved', reserved.length === 0 ? null : [...new Set(reserved)]);
  if (acceptanceNonDelegable !== undefined) put(next, 'acceptanceNonDelegable', acceptanceNonDelegable || null);
  if (currency !== undefined) put(next, 'currency', currency);
  if (tolerance !== undefined) put(next, 'tolerance', tolerance);
  return next;
}

function put<K extends PropertyKey, V>(into: { [P in K]?: V | undefined }, key: K, value: V | null): void {
  if (value === null) delete into[key];
  else into[key] = value;
}
