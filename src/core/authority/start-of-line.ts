import type { Risk } from '#core/record/entities.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { lowestCommonManager } from '#core/authority/manager-line.ts';
import { personInPost } from '#core/authority/person-in-post.ts';

/** Where the line of possible deciders starts: where the work is. */
export type StartOfLine =
  | { state: 'found'; personId: string; how: 'lead' | 'common-manager' | 'owner' }
  /** No team is recorded as owning the service. */
  | { state: 'no-team' }
  /** Teams are recorded, and no lead in post on or above them, or leads without a common manager. */
  | { state: 'no-lead'; teamIds: readonly string[] };

/**
 * The lead of the team that owns the service; of several the lowest common manager of their leads; without an owning
 * team the owner, if a person. An empty lead's post is filled from the team above.
 */
export function startOfLine(index: RecordIndex, risk: Risk): StartOfLine {
  return kept(starts(index), risk.id, () => find(index, risk));
}

const starts = perIndex(() => new Map<string, StartOfLine>());

function find(index: RecordIndex, risk: Risk): StartOfLine {
  const teamIds = owningTeams(index, risk);
  if (teamIds.length === 0) {
    const owner = personInPost(index, risk.ownerId);
    return owner === undefined ? { state: 'no-team' } : { state: 'found', personId: owner, how: 'owner' };
  }
  const leads: string[] = [];
  for (const teamId of teamIds) {
    const lead = leadOf(index, teamId);
    if (lead === undefined) return { state: 'no-lead', teamIds };
    if (!leads.includes(lead)) leads.push(lead);
  }
  const [only] = leads;
  if (only !== undefined && leads.length === 1) return { state: 'found', personId: only, how: 'lead' };
  const common = lowestCommonManager(index, leads);
  return common === undefined
    ? { state: 'no-lead', teamIds }
    : { state: 'found', personId: common, how: 'common-manager' };
}

/** The teams recorded as owning the services of a risk, each once, in the order of the services. */
export function owningTeams(index: RecordIndex, risk: Risk): readonly string[] {
  const teams: string[] = [];
  for (const id of risk.serviceIds) {
    const teamId = index.view.services.get(id)?.teamId;
    if (teamId !== undefined && !teams.includes(teamId)) teams.push(teamId);
  }
  return teams;
}

const leads = perIndex(() => new Map<string, { personId: string | undefined }>());

/** The lead in post of a team, or of the nearest team above that has one. */
export function leadOf(index: RecordIndex, teamId: string): string | undefined {
  return kept(leads(index), teamId, () => ({ personId: nearestLead(index, teamId) })).personId;
}

function nearestLead(index: RecordIndex, teamId: string): string | undefined {
  const walked = new Set<string>();
  let at: string | undefined = teamId;
  while (at !== undefined && !walked.has(at)) {
    walked.add(at);
    const team = index.view.teams.get(at);
    const lead = personInPost(index, team?.leadId);
    if (lead !== undefined) return lead;
    at = team?.parentId;
  }
  return undefined;
}
