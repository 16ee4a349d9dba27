import type { When } from '#core/time.ts';
import type { Risk } from '#core/record/entities.ts';
import type { FindingGroup } from '#core/record/mapping.ts';
import { serviceName } from '#core/record/names.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { isAssurance } from '#core/authority/candidates.ts';
import { leadOf } from '#core/authority/start-of-line.ts';
import { familyName } from '#core/mapping/family-names.ts';

/** The id of the derived risk of a group: the same for ever, and another for every other group. A family holds no colon. */
export function derivedRiskId({ serviceId, family }: FindingGroup): string {
  return `derived:${family}:${serviceId}`;
}

/**
 * The derived risk of a group as it is first recorded. The lead of the team that owns the service is proposed as decision
 * owner and nobody is named: a proposal counts only once it is accepted. Who assesses is never proposed. It has no range,
 * because a count of findings says nothing about money.
 */
export function derivedRisk(index: RecordIndex, group: FindingGroup, openedAt: When): Risk {
  const teamId = index.view.services.get(group.serviceId)?.teamId;
  const lead = teamId === undefined ? undefined : leadOf(index, teamId);
  const proposed = lead === undefined || isAssurance(index, lead) ? {} : { proposedOwnerId: lead, proposedAt: openedAt };
  return {
    id: derivedRiskId(group),
    label: `${familyName(group.family)}: ${serviceName(index.view, group.serviceId)}`,
    serviceIds: [group.serviceId],
    openedAt,
    derivedFrom: { serviceId: group.serviceId, family: group.family },
    ...proposed,
  };
}
