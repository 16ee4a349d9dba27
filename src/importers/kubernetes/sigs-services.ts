import type { Service } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import { ownersAddress, type OwnersAddress } from '#importers/kubernetes/owners-address.ts';
import type { Group, Subproject } from '#importers/kubernetes/sigs-file.ts';
import { slug } from '#importers/matching/plain-name.ts';
import { storedText } from '#importers/reading/stored-text.ts';

export interface SubprojectService {
  service: Service;
  group: Group;
  subproject: Subproject;
}

/**
 * One service for each subproject. A name that two groups use gets the group in front of it. The first
 * address whose repository carries the name of the subproject is its repository, else the first root of one.
 */
export function servicesOf(groups: readonly Group[], view: RecordView): readonly SubprojectService[] {
  const names = new Map<string, number>();
  const all = groups.flatMap((group) => group.subprojects.map((subproject) => ({ group, subproject, key: slug(subproject.name) })));
  for (const { key } of all) names.set(key, (names.get(key) ?? 0) + 1);
  return all.map(({ group, subproject, key }) => {
    const id = (names.get(key) ?? 0) > 1 ? `${group.dir}/${key}` : key;
    return { group, subproject, service: serviceOf(id, key, group, subproject, view) };
  });
}

function serviceOf(id: string, key: string, group: Group, subproject: Subproject, view: RecordView): Service {
  const addresses = (subproject.owners ?? []).flatMap((url) => ownersAddress(url) ?? []);
  const [first, ...others] = inOrder(addresses, key);
  const service: Service = { exposure: 'unknown', ...view.services.get(id), id, name: storedText(subproject.name), teamId: group.dir };
  if (subproject.description !== null && subproject.description !== undefined) {
    service.label = storedText(subproject.description.trim().replaceAll(/\s+/g, ' '));
  }
  if (first !== undefined) service.repository = first;
  if (others.length > 0) service.otherRepositories = others;
  return service;
}

/** Distinct places, the one named like the service first, then roots of repositories, then folders. */
function inOrder(addresses: readonly OwnersAddress[], key: string): readonly string[] {
  const weight = ({ place, isRoot }: OwnersAddress): number =>
    (isRoot ? 0 : 2) + (place.split('/').at(-1) === key ? 0 : 1);
  const sorted = addresses.toSorted((a, b) => weight(a) - weight(b));
  return [...new Set(sorted.map((address) => address.place))];
}
