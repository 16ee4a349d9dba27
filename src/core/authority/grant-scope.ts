import type { DecisionKind, GrantScope } from '#core/record/entities.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';

export type Coverage = 'covers' | 'outside' | 'cannot-tell';

const ALL = '*';

/**
 * Whether one scope covers every one of the services. A risk without services concerns the whole company: only a scope
 * that is not narrowed covers it. A service whose team the record does not hold cannot be placed inside a team.
 */
export function coversServices(
  index: RecordIndex,
  scope: GrantScope | undefined,
  serviceIds: readonly string[],
): Coverage {
  if (serviceIds.length === 0) return narrows(scope?.services) || narrows(scope?.teams) ? 'outside' : 'covers';
  let coverage: Coverage = 'covers';
  for (const id of serviceIds) {
    const one = coversService(index, scope, id);
    if (one === 'outside') return 'outside';
    if (one === 'cannot-tell') coverage = 'cannot-tell';
  }
  return coverage;
}

/** Whether a scope covers one service. */
export function coversService(index: RecordIndex, scope: GrantScope | undefined, serviceId: string): Coverage {
  const services = scope?.services;
  if (narrows(services) && !services.includes(serviceId)) return 'outside';
  const teams = scope?.teams;
  return narrows(teams) ? placed(index, serviceId, teams) : 'covers';
}

/** Whether a scope covers a kind of decision. An absent list does not narrow. */
export function coversKind(scope: GrantScope | undefined, kind: DecisionKind): boolean {
  return !narrows(scope?.kinds) || scope.kinds.includes(kind);
}

/** Whether the scope that was given lies inside the scope of the giver. */
export function scopeInside(
  index: RecordIndex,
  given: GrantScope | undefined,
  giver: GrantScope | undefined,
): Coverage {
  return worst([
    kindsInside(given?.kinds, giver?.kinds),
    servicesInside(index, given, giver?.services),
    teamsInside(index, given, giver?.teams),
  ]);
}

/** True when a team is `ancestorId` or lies below it. */
export function isWithinTeam(index: RecordIndex, teamId: string, ancestorIds: readonly string[]): Coverage {
  const { ids, end } = teamLine(index, teamId);
  if (ids.some((id) => ancestorIds.includes(id))) return 'covers';
  return end === 'unknown-team' ? 'cannot-tell' : 'outside';
}

interface TeamLine {
  /** The team, and every team it stands under. */
  ids: readonly string[];
  end: 'known' | 'unknown-team';
}

const teamLines = perIndex(() => new Map<string, TeamLine>());

function teamLine(index: RecordIndex, teamId: string): TeamLine {
  return kept(teamLines(index), teamId, () => {
    const ids = new Set<string>();
    let at: string | undefined = teamId;
    while (at !== undefined && !ids.has(at)) {
      ids.add(at);
      const team = index.view.teams.get(at);
      if (team === undefined) return { ids: [...ids], end: 'unknown-team' };
      at = team.parentId;
    }
    return { ids: [...ids], end: 'known' };
  });
}

function kindsInside(given: readonly string[] | undefined, giver: readonly string[] | undefined): Coverage {
  if (!narrows(giver)) return 'covers';
  return narrows(given) && given.every((kind) => giver.includes(kind)) ? 'covers' : 'outside';
}

function servicesInside(
  index: RecordIndex,
  given: GrantScope | undefined,
  giver: readonly string[] | undefined,
): Coverage {
  if (!narrows(giver)) return 'covers';
  const services = servicesOf(index, given);
  return services !== undefined && services.every((id) => giver.includes(id)) ? 'covers' : 'outside';
}

function teamsInside(
  index: RecordIndex,
  given: GrantScope | undefined,
  giver: readonly string[] | undefined,
): Coverage {
  if (!narrows(giver)) return 'covers';
  if (narrows(given?.teams)) return worst(given.teams.map((id) => isWithinTeam(index, id, giver)));
  if (narrows(given?.services)) return worst(given.services.map((id) => placed(index, id, giver)));
  return 'outside';
}

/** The services a narrowed scope comes down to; undefined where it is not narrowed. */
function servicesOf(index: RecordIndex, scope: GrantScope | undefined): readonly string[] | undefined {
  if (narrows(scope?.services)) return scope.services;
  if (!narrows(scope?.teams)) return undefined;
  return scope.teams.flatMap((id) => servicesBelow(index, id, new Set()));
}

function servicesBelow(index: RecordIndex, teamId: string, walked: Set<string>): string[] {
  if (walked.has(teamId)) return [];
  walked.add(teamId);
  const own = listOf(index.servicesByTeam, teamId).map((service) => service.id);
  return [...own, ...listOf(index.subteams, teamId).flatMap((team) => servicesBelow(index, team.id, walked))];
}

function placed(index: RecordIndex, serviceId: string, teams: readonly string[]): Coverage {
  const teamId = index.view.services.get(serviceId)?.teamId;
  return teamId === undefined ? 'cannot-tell' : isWithinTeam(index, teamId, teams);
}

function narrows(list: readonly string[] | undefined): list is readonly string[] {
  return list !== undefined && !list.includes(ALL);
}

function worst(parts: readonly Coverage[]): Coverage {
  if (parts.includes('outside')) return 'outside';
  return parts.includes('cannot-tell') ? 'cannot-tell' : 'covers';
}
