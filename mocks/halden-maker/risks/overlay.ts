import type { Risk } from '#core/record/entities.ts';
import type { WorkspaceEntry } from '#core/record/workspace.ts';
import { findingIdsOf } from '#mocks/halden-maker/findings/linked.ts';
import { risks } from '#mocks/halden-maker/risks/plan.ts';
import { heldOn, type Day, type RiskSpec } from '#mocks/halden-maker/risks/risk.ts';

/**
 * What a register has no column for (the kind of decision asked for, who may block it, the findings behind
 * it), as entries of the risks opened in a quarter. Each repeats what the register says on that day.
 */
export function risksOf(from: Day, to: Day): readonly WorkspaceEntry<'risks'>[] {
  return risks
    .filter((risk) => risk.openedAt >= from && risk.openedAt <= to && says(risk))
    .map((risk) => ({ ...entityOn(risk, to), recordedAt: `${to}T18:00:00Z` }));
}

function says(risk: RiskSpec): boolean {
  return (
    risk.deciderIds.length + risk.approverIds.length > 0 || risk.decisionKind !== undefined || risk.classOnRisk ||
    findingIdsOf(risk).length > 0
  );
}

/** What the register and its quarter say of a risk on a day. */
export function entityOn(risk: RiskSpec, day: Day): Risk {
  const owner = heldOn(risk.owners, day) ?? risk.owners[0];
  const range = heldOn(risk.ranges, day);
  const findingIds = findingIdsOf(risk);
  return {
    id: risk.id, label: risk.label, serviceIds: risk.serviceIds, category: risk.category, openedAt: risk.openedAt,
    ownerId: owner?.personId, ownerSince: owner?.personId === undefined ? undefined : owner.since,
    dueAt: risk.dueAt, reviewAt: risk.reviewAt, decisionNeededBy: risk.decisionNeededBy,
    closedAt: risk.closedAt !== undefined && risk.closedAt <= day ? risk.closedAt : undefined,
    exposure: range === undefined ? undefined : { low: range.low, high: range.high, rateLow: range.rateLow, rateHigh: range.rateHigh, currency: 'USD' },
    decisionKind: risk.decisionKind,
    deciderIds: risk.deciderIds.length > 0 ? risk.deciderIds : undefined,
    approverIds: risk.approverIds.length > 0 ? risk.approverIds : undefined,
    defectClass: risk.classOnRisk ? risk.defectClass : undefined,
    findingIds: findingIds.length > 0 ? findingIds : undefined,
  };
}
