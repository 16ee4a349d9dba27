import { dayOf, type When } from '#core/time.ts';
import type { RecordView } from '#core/record/view.ts';

/** One release as a list shows it. */
export interface ShippedRelease {
  id: string;
  serviceId: string;
  version: string | null;
  at: When;
}

/** Releases of some services (absent = all) by the team that shipped them, in the order of team ids; releases that name no team are left out. */
export function releasesByTeam(view: RecordView, serviceIds?: readonly string[]): readonly { teamId: string; count: number }[] {
  const within = serviceIds === undefined ? undefined : new Set(serviceIds);
  const counts = new Map<string, number>();
  for (const { serviceId, shippedByTeamId } of view.releases.values()) {
    if (shippedByTeamId === undefined || within?.has(serviceId) === false) continue;
    counts.set(shippedByTeamId, (counts.get(shippedByTeamId) ?? 0) + 1);
  }
  return [...counts].map(([teamId, count]) => ({ teamId, count })).toSorted((a, b) => (a.teamId < b.teamId ? -1 : 1));
}

/** What some teams shipped from one day to another, both within, newest first. */
export function releasesOf(view: RecordView, teamIds: readonly string[], from: When, to: When): readonly ShippedRelease[] {
  const teams = new Set(teamIds);
  const found: ShippedRelease[] = [];
  for (const { id, serviceId, version, at, shippedByTeamId } of view.releases.values()) {
    if (shippedByTeamId === undefined || !teams.has(shippedByTeamId) || dayOf(at) < dayOf(from) || dayOf(at) > dayOf(to)) continue;
    found.push({ id, serviceId, version: version ?? null, at });
  }
  return found.toSorted((a, b) => dayOf(b.at) - dayOf(a.at) || (a.id < b.id ? -1 : 1));
}
