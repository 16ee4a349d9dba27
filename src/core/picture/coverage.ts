import { dayOf } from '#core/time.ts';
import type { RecordView } from '#core/record/view.ts';
import type { Coverage, FindingCellRow, RiskRow, Share, TeamRow } from '#core/picture/picture.ts';

interface Counted {
  view: RecordView;
  teams: readonly TeamRow[];
  risks: readonly RiskRow[];
  /** Open findings at any date at hand: where something was found, something was looked at. */
  cells: readonly FindingCellRow[];
}

/**
 * How much of the organisation the record covers. A link counts only where the record holds what it points
 * at. A person at the top of the line, or without one, counts as not having a manager recorded.
 */
export function coverageOf({ view, teams, risks, cells }: Counted): Coverage {
  const services = [...view.services.values()];
  const lookedAt = new Set([...cells.map((cell) => cell.serviceId), ...[...view.findings.values()].map((finding) => finding.serviceId)]);
  const day = dayOf(view.asOf);
  const people = [...view.persons.values()].filter(
    ({ kind, from, to }) => kind === 'person' && (from === undefined || dayOf(from) <= day) && (to === undefined || dayOf(to) >= day),
  );
  return {
    servicesWithTeam: share(services, ({ teamId }) => teamId !== undefined && view.teams.has(teamId)),
    servicesWithProcess: share(services, ({ processId }) => processId !== undefined && view.processes.has(processId)),
    servicesWithFindings: share(services, ({ id }) => lookedAt.has(id)),
    teamsWithLead: share(teams, ({ leadId }) => leadId !== null && view.persons.has(leadId)),
    risksWithRange: share(risks, (risk) => risk.expectedAnnualLoss !== null),
    risksWithOwner: share(risks, (risk) => risk.ownerId !== null),
    peopleWithManager: share(people, ({ managerId }) => managerId !== undefined && view.persons.has(managerId)),
  };
}

function share<T>(items: readonly T[], has: (item: T) => boolean): Share {
  return { with: items.filter(has).length, total: items.length };
}
