import { ROOT, type AuthorityGrant } from '#core/record/entities.ts';
import type { ImportContext } from '#importers/importer.ts';
import { endedGrant, livingGrant } from '#importers/kubernetes/ended-grant.ts';
import { handleId } from '#importers/kubernetes/handles.ts';
import { STEERING, type Group, type SigPerson } from '#importers/kubernetes/sigs-file.ts';
import { leadOf } from '#importers/kubernetes/sigs-people.ts';
import type { SubprojectService } from '#importers/kubernetes/sigs-services.ts';

/** The id of what a group's charter gives one of its leads. */
export const groupGrantId = (dir: string, handle: string): string => `sigs/${dir}/${handle}`;

/**
 * What the governing body gave the leads of each chartered group: everything the group owns, to hand
 * on, with no limit in money because the file states none. An emeritus lead's grant has ended. The
 * governing body itself needs no grant, and decides as a body.
 */
export function groupGrants(groups: readonly Group[], context: ImportContext): readonly AuthorityGrant[] {
  return groups.filter((group) => group.dir !== STEERING).flatMap((group) => {
    const grants = new Map<string, AuthorityGrant>();
    const give = (people: readonly SigPerson[], title: string): void => {
      for (const id of idsOf(people)) {
        if (!grants.has(id)) grants.set(id, livingGrant(groupGrant(group, id, title), context));
      }
    };
    give(group.chairs, 'Chair');
    give(group.techLeads, 'Tech lead');
    for (const id of idsOf(group.emeritus)) {
      if (!grants.has(id)) grants.set(id, endedGrant(groupGrant(group, id, 'Emeritus lead'), context));
    }
    return [...grants.values()];
  });
}

function groupGrant(group: Group, granteeId: string, title: string): AuthorityGrant {
  return {
    id: groupGrantId(group.dir, granteeId),
    granteeId,
    grantorId: ROOT,
    delegable: true,
    scope: { teams: [group.dir] },
    intent: `${title} of ${group.title} under its charter; no limit in money is stated.`,
  };
}

/** What the first chair of a group gave the leads of a subproject: that service, not to hand on. */
export function subprojectGrants(services: readonly SubprojectService[], context: ImportContext): readonly AuthorityGrant[] {
  return services.flatMap(({ service, group, subproject }) => {
    const leaders = new Set([...idsOf(group.chairs), ...idsOf(group.techLeads)]);
    const grantorId = leadOf(group);
    if (grantorId === undefined) return [];
    return idsOf(subproject.leads ?? []).filter((id) => !leaders.has(id)).map((granteeId) => livingGrant({
      id: `sigs/${group.dir}/${service.id}/${granteeId}`,
      granteeId,
      grantorId,
      delegable: false,
      scope: { services: [service.id] },
      intent: `Lead of the subproject ${subproject.name}; no limit in money is stated.`,
    }, context));
  });
}

function idsOf(people: readonly SigPerson[]): readonly string[] {
  return [...new Set(people.flatMap((person) => handleId(person.github) ?? []))];
}
