import { dayOf } from '#core/time.ts';
import type { Finding, Risk, Urgency } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { findingReach } from '#core/mapping/finding-reach.ts';
import { linkedFindingIds } from '#core/mapping/linked-findings.ts';

const order: readonly Urgency[] = ['U3', 'U14', 'U60', 'U180'];

/**
 * How soon a risk asks for a decision: the bands of CISA BOD 26-04 over its open findings, those by rule included; the
 * most urgent one counts.
 * A risk may carry its own. Unknown reach counts as reachable; missing data elsewhere gives the 60-day band.
 */
export function urgencyOf(index: RecordIndex, risk: Risk): Urgency {
  if (risk.urgency !== undefined) return risk.urgency;
  const reached = findingReach(index).byRisk.get(risk.id)?.cells ?? [];
  if (linkedFindingIds(index, risk).length === 0 && reached.length === 0) return 'U180';
  let most = order.length;
  for (const { serviceId, exploited, automatable, totalControl } of reached) {
    const known = { serviceId, exploited: exploited ?? undefined, automatable: automatable ?? undefined, totalControl: totalControl ?? undefined };
    most = Math.min(most, order.indexOf(bandOf(index, known)));
  }
  for (const finding of listOf(index.findingsByRisk, risk.id)) {
    if (finding.fixedAt === undefined || dayOf(finding.fixedAt) > index.day) {
      most = Math.min(most, order.indexOf(bandOf(index, finding)));
    }
  }
  return order[most] ?? 'U60';
}

/** Days to act on a risk under the policy in force. */
export function clockOf(index: RecordIndex, risk: Risk): number {
  return index.policy.clock[urgencyOf(index, risk)];
}

type Graveness = Pick<Finding, 'exploited' | 'automatable' | 'totalControl'>;

/** The band of one finding. */
export function bandOf(index: RecordIndex, finding: Graveness & Pick<Finding, 'serviceId'>): Urgency {
  const reachable = isReachable(index, finding.serviceId);
  const { exploited, automatable, totalControl } = finding;
  const pressing = exploited === true || automatable === true;
  if (reachable && isGravest(finding)) return 'U3';
  if ((reachable && pressing) || (exploited === true && totalControl === true)) return 'U14';
  if (!reachable && exploited === false && automatable === false) return 'U180';
  return 'U60';
}

/** Under total control, and exploited or automatable: on a service that can be reached, the most urgent band. */
export function isGravest({ exploited, automatable, totalControl }: Graveness): boolean {
  return totalControl === true && (exploited === true || automatable === true);
}

/** True when any service of the risk can be reached from outside, or the record does not say. */
export function isExposed(index: RecordIndex, risk: Risk): boolean {
  if (risk.serviceIds.length === 0) return true;
  return risk.serviceIds.some((id) => isReachable(index, id));
}

/** True when a service can be reached from outside, or the record does not say. */
export function isReachable(index: RecordIndex, serviceId: string): boolean {
  return (index.view.services.get(serviceId)?.exposure ?? 'unknown') !== 'internal';
}
