import { dayOf } from '#core/time.ts';
import type { Team } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import type { TeamRow } from '#core/picture/picture.ts';

/**
 * The teams of a date, depth-first and by name within one parent, so that a subtree is a slice. A team whose
 * parent is not on the record, or that hangs in a circle, stands at the top. A team that has ended is left
 * out unless a service or a team that goes on still names it.
 */
export function teamRows(view: RecordView): readonly TeamRow[] {
  const kept = keptTeams(view);
  const children = new Map<string | null, Team[]>();
  for (const team of kept.values()) {
    const parent = parentOf(kept, team);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [team]);
    else siblings.push(team);
  }
  for (const siblings of children.values()) siblings.sort(byName);
  const rows: TeamRow[] = [];
  const visit = (team: Team, parentId: string | null, depth: number): void => {
    const { id, kind, leadId = null } = team;
    const row: TeamRow = { id, name: nameOf(team), kind, leadId, parentId, depth, end: 0 };
    const position = rows.push(row) - 1;
    for (const child of children.get(id) ?? []) visit(child, id, depth + 1);
    rows[position] = { ...row, end: rows.length };
  };
  for (const top of children.get(null) ?? []) visit(top, null, 0);
  return rows;
}

function keptTeams(view: RecordView): ReadonlyMap<string, Team> {
  const day = dayOf(view.asOf);
  const kept = new Map<string, Team>();
  const keep = (id: string | undefined): void => {
    const team = id === undefined || kept.has(id) ? undefined : view.teams.get(id);
    if (team === undefined) return;
    kept.set(team.id, team);
    keep(team.parentId);
  };
  for (const team of view.teams.values()) if (isActive(team, day)) keep(team.id);
  for (const service of view.services.values()) keep(service.teamId);
  return kept;
}

function isActive({ from, to }: Team, day: number): boolean {
  return (from === undefined || dayOf(from) <= day) && (to === undefined || dayOf(to) >= day);
}

/** The parent to stand under; `null` where following parents from here comes round again. */
function parentOf(kept: ReadonlyMap<string, Team>, team: Team): string | null {
  const seen = new Set([team.id]);
  for (let at = team.parentId; at !== undefined; at = kept.get(at)?.parentId) {
    if (at === team.id) return null;
    if (seen.has(at)) break;
    seen.add(at);
  }
  return team.parentId !== undefined && kept.has(team.parentId) ? team.parentId : null;
}

function nameOf(team: Team): string {
  return team.name ?? team.label ?? team.id;
}

function byName(a: Team, b: Team): number {
  const left = nameOf(a);
  const right = nameOf(b);
  return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
}
