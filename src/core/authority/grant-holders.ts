import type { AuthorityGrant, DecisionKind, Risk } from '#core/record/entities.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { liveGrantsOf } from '#core/authority/held-grants.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { grantReaches, servicesKey } from '#core/authority/reach.ts';

interface LiveGrant {
  personId: string;
  grant: AuthorityGrant;
}

/** Live grants by what they are narrowed to, so that only those near a service are looked at. */
interface LiveGrants {
  byService: ReadonlyMap<string, readonly LiveGrant[]>;
  byTeam: ReadonlyMap<string, readonly LiveGrant[]>;
  wide: readonly LiveGrant[];
}

const reaching = perIndex(() => new Map<string, readonly string[]>());

/** People in post with a live grant that covers every service of a risk and the kind, whatever its size. */
export function grantHolders(index: RecordIndex, risk: Risk, kind: DecisionKind): readonly string[] {
  return kept(reaching(index), servicesKey(risk, kind), () => {
    const people = new Set<string>();
    for (const { personId, grant } of grantsNear(index, risk)) {
      if (!people.has(personId) && grantReaches(index, grant, risk, kind) === 'covers') people.add(personId);
    }
    return [...people];
  });
}

/** Whatever covers all services covers the first, by its name, by a team it stands under, or by being wide. */
function grantsNear(index: RecordIndex, { serviceIds: [first] }: Risk): readonly LiveGrant[] {
  const { byService, byTeam, wide } = liveGrants(index);
  if (first === undefined) return wide;
  const near = [...listOf(byService, first), ...wide];
  const walked = new Set<string>();
  let teamId = index.view.services.get(first)?.teamId;
  while (teamId !== undefined && !walked.has(teamId)) {
    walked.add(teamId);
    near.push(...listOf(byTeam, teamId));
    teamId = index.view.teams.get(teamId)?.parentId;
  }
  return near;
}

const liveGrants = perIndex((index): LiveGrants => {
  const byService = new Map<string, LiveGrant[]>();
  const byTeam = new Map<string, LiveGrant[]>();
  const wide: LiveGrant[] = [];
  const people = new Set<string>();
  for (const granteeId of index.grantIdsByGrantee.keys()) {
    const personId = personInPost(index, granteeId);
    if (personId !== undefined) people.add(personId);
  }
  for (const personId of people) {
    for (const grant of liveGrantsOf(index, personId)) {
      const { services, teams } = grant.scope ?? {};
      if (services !== undefined && !services.includes('*')) {
        for (const id of services) kept(byService, id, () => []).push({ personId, grant });
      } else if (teams !== undefined && !teams.includes('*')) {
        for (const id of teams) kept(byTeam, id, () => []).push({ personId, grant });
      } else wide.push({ personId, grant });
    }
  }
  return { byService, byTeam, wide };
});
