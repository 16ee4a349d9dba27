import { people, teams, divisionOf, type PersonSpec, type TeamSpec } from '#mocks/halden-maker/company/organisation.ts';
import { MOVED, ownerOn, repositoryOf, services, type ServiceSpec } from '#mocks/halden-maker/company/services.ts';
import { yamlDocuments, type FileSet } from '#mocks/halden-maker/files/file-set.ts';

const API_VERSION = 'backstage.io/v1alpha1';

/** The first day of the sample: the catalog is loaded before anything else. */
export const CATALOG_DAY = '2025-11-24';

/** Services the catalog names no owner for: the owning team stands in the CODEOWNERS file of the repository. */
const OWNER_IN_REPOSITORY: readonly string[] = ['artifact-store', 'price-engine'];

/** Catalog files of the first day and the move of August, in the form of Backstage `catalog-info.yaml`. */
export function catalogFiles(): FileSet {
  const files = new Map<string, string>();
  files.set('catalog/org/groups.yaml', yamlDocuments(teams.map(groupOf)));
  files.set('catalog/org/users.yaml', yamlDocuments(people.map(userOf)));
  for (const division of divisions()) {
    const owned = services.filter((service) => divisionName(service) === division);
    if (owned.length > 0) files.set(`catalog/components/${division}.yaml`, yamlDocuments([...systemsOf(owned), ...owned.map((one) => componentOf(one, OWNER_IN_REPOSITORY.includes(one.id) ? undefined : one.teamId))]));
  }
  const moved = services.filter((service) => MOVED.serviceIds.some((id) => id === service.id));
  files.set(`catalog/changes/${MOVED.at}-sign-in-to-identity.yaml`, yamlDocuments(moved.map((one) => componentOf(one, MOVED.toTeamId))));
  return files;
}

function divisions(): readonly string[] {
  return [...new Set(services.map(divisionName))];
}

function divisionName(service: ServiceSpec): string {
  const owner = ownerOn(service.id, CATALOG_DAY);
  return owner === undefined ? 'no-owner' : divisionOf(owner);
}

function groupOf(team: TeamSpec): unknown {
  return {
    apiVersion: API_VERSION,
    kind: 'Group',
    metadata: {
      name: team.id,
      annotations: {
        'whose-call.io/team-kind': team.kind,
        ...(team.leadId === undefined ? {} : { 'whose-call.io/lead': `user:default/${team.leadId}` }),
      },
    },
    spec: {
      type: team.parentId === undefined ? 'organization' : team.parentId === 'halden' ? 'department' : 'team',
      profile: { displayName: team.name },
      ...(team.parentId === undefined ? {} : { parent: team.parentId }),
      children: teams.filter((other) => other.parentId === team.id).map((other) => other.id),
    },
  };
}

function userOf(person: PersonSpec): unknown {
  return {
    apiVersion: API_VERSION,
    kind: 'User',
    metadata: {
      name: person.id,
      annotations: {
        'whose-call.io/title': person.title,
        ...(person.managerId === undefined ? {} : { 'whose-call.io/manager': `user:default/${person.managerId}` }),
      },
    },
    spec: {
      profile: { displayName: person.name, email: `${person.id}@halden.example` },
      memberOf: [person.teamId],
    },
  };
}

function systemsOf(owned: readonly ServiceSpec[]): readonly unknown[] {
  const owners = [...new Set(owned.map((service) => service.teamId).filter((id) => id !== undefined))];
  return owners.map((owner) => ({
    apiVersion: API_VERSION,
    kind: 'System',
    metadata: { name: `${owner}-system` },
    spec: { owner: `group:default/${owner}` },
  }));
}

function componentOf(service: ServiceSpec, teamId: string | undefined): unknown {
  const repository = repositoryOf(service);
  const annotations = {
    ...(repository === undefined ? {} : { 'github.com/project-slug': repository }),
    ...(service.processId === undefined ? {} : { 'whose-call.io/release-process': service.processId }),
    ...(service.exposure === 'unknown' ? {} : { 'whose-call.io/exposure': service.exposure }),
  };
  return {
    apiVersion: API_VERSION,
    kind: 'Component',
    metadata: {
      name: service.id,
      title: service.title,
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
      tags: [service.language],
    },
    spec: {
      type: service.language === 'terraform' ? 'infrastructure' : service.language === 'vendor' ? 'bought' : 'service',
      lifecycle: service.id === 'old-campaign-site' ? 'deprecated' : 'production',
      ...(teamId === undefined ? {} : { owner: `group:default/${teamId}`, system: `${teamId}-system` }),
      ...(service.dependsOn.length === 0 ? {} : { dependsOn: service.dependsOn.map((id) => `component:default/${id}`) }),
    },
  };
}
