import type { Risk } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import type { TeamRow } from '#core/picture/picture.ts';
import { teamIndexOf } from '#core/picture/team-index.ts';

export interface PlaceOfRisk {
  owningTeamId: string | null;
  processId: string | null;
  severalProcesses: boolean;
}

/**
 * Where a risk is drawn. Owning team: of the services with a team on the record the team they share, of
 * several the lowest one above them all. Process: the one all services with a recorded process ship by.
 * What the record names and does not hold counts as not recorded.
 */
export function placeOfRisk(view: RecordView, teams: readonly TeamRow[], risk: Risk): PlaceOfRisk {
  const services = risk.serviceIds.flatMap((id) => view.services.get(id) ?? []);
  const owners = services.flatMap(({ teamId }) => teamId ?? []);
  const processes = new Set(services.flatMap(({ processId }) => (processId !== undefined && view.processes.has(processId) ? [processId] : [])));
  const [only] = processes;
  return {
    owningTeamId: lowestShared(teams, owners),
    processId: processes.size === 1 ? (only ?? null) : null,
    severalProcesses: processes.size > 1,
  };
}

/** The lowest team that is, or stands above, every one of these; `null` where there is none. */
function lowestShared(teams: readonly TeamRow[], ids: readonly string[]): string | null {
  const index = teamIndexOf({ teams });
  const positions = ids.flatMap((id) => index.position(id) ?? []);
  if (positions.length === 0) return null;
  const first = Math.min(...positions);
  const last = Math.max(...positions);
  for (let team = teams[first]; team !== undefined; team = team.parentId === null ? undefined : index.at(team.parentId)) {
    if (last < team.end) return team.id;
  }
  return null;
}
