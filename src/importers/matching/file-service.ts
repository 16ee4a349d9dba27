import type { Service } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import type { ImportContext } from '#importers/importer.ts';
import { quoted } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { slug } from '#importers/matching/plain-name.ts';

/** The service a file beside the source is about. */
export interface FileService {
  service: Service;
  /** True where the record did not hold it: the file stands for a repository nobody listed. */
  isNew: boolean;
  /** The service that is built from this repository and others. */
  partOf: string | undefined;
}

/**
 * Finds the service an `OWNERS`, `SECURITY_CONTACTS` or `CODEOWNERS` file is about: `--service` where
 * given; else by the folder (`kops/OWNERS`) or prefix (`kops.OWNERS`), as the id of a service, or as the one
 * repository of a service. A repository that is one of several of a service becomes a service of its own
 * with the same team: a right over one repository is not a right over all of them.
 *
 * @throws SourceRefused with `service-unknown` where neither says anything.
 */
export function serviceOfFile(name: string, context: ImportContext): FileService {
  const { view, defaults } = context;
  if (defaults.serviceId !== undefined) {
    const held = view.services.get(defaults.serviceId);
    return held === undefined ? fresh(defaults.serviceId, {}) : onRecord(held);
  }
  const [key, owner] = keyOf(name);
  const id = key === undefined ? '' : slug(key);
  if (key === undefined || id === '') {
    return refuse(name, {
      place: WHOLE_FILE,
      code: 'service-unknown',
      reason: 'Neither the folder nor the name of the file says which service it is about.',
      remedy: 'Say which with --service, or give the folder it lies in.',
    });
  }
  const repositories = repositoriesNamed(key, owner, view);
  const onlyOne = repositories.filter(({ service }) => (service.otherRepositories ?? []).length === 0);
  const [whole] = onlyOne;
  if (whole !== undefined && onlyOne.length === 1) return onRecord(whole.service);
  const byId = view.services.get(id);
  if (byId !== undefined) return onRecord(byId);
  const [part, ...more] = repositories;
  if (part === undefined || more.length > 0) return fresh(id, {});
  const { teamId, processId } = part.service;
  return { ...fresh(id, { teamId, processId, repository: part.repository }), partOf: part.service.id };
}

function fresh(id: string, known: Pick<Service, 'teamId' | 'processId' | 'repository'>): FileService {
  const service: Service = { id, exposure: 'unknown' };
  if (known.teamId !== undefined) service.teamId = known.teamId;
  if (known.processId !== undefined) service.processId = known.processId;
  if (known.repository !== undefined) service.repository = known.repository;
  return { service, isNew: true, partOf: undefined };
}

function onRecord(service: Service): FileService {
  return { service, isNew: false, partOf: undefined };
}

/** What the reader of a report should know of a service that a file brought by its name alone. */
export function newServiceInWords({ id, teamId }: Service, partOf: string | undefined): string {
  if (partOf !== undefined) return `The repository is one of several of ${quoted(partOf)}; ${quoted(id)} was added as a service of its own in the same team.`;
  return `No service of that name or repository was on the record; ${quoted(id)} was added${teamId === undefined ? ' without a team' : ''}.`;
}

/** `kops.OWNERS` gives `kops`; `kubernetes/kops/OWNERS` and `kubernetes/kops/.github/CODEOWNERS` too, with the owner. */
function keyOf(name: string): readonly [string | undefined, string | undefined] {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const file = parts.pop() ?? '';
  const prefix = /^(.+)\.(?:OWNERS|OWNERS_ALIASES|SECURITY_CONTACTS|CODEOWNERS)$/i.exec(file)?.[1];
  if (prefix !== undefined) return [prefix, undefined];
  const folders = parts.filter((part) => !['.github', '.gitlab', 'docs'].includes(part));
  return [folders.at(-1), folders.at(-2)];
}

function repositoriesNamed(key: string, owner: string | undefined, view: RecordView) {
  const end = `/${key.toLowerCase()}`;
  const all = [...view.services.values()].flatMap((service) =>
    [service.repository, ...(service.otherRepositories ?? [])].flatMap((repository) =>
      repository !== undefined && isRoot(repository) && repository.toLowerCase().endsWith(end) ? [{ service, repository }] : []));
  const ofOwner = owner === undefined ? [] : all.filter(({ repository }) => repository.toLowerCase().endsWith(`/${owner.toLowerCase()}${end}`));
  return ofOwner.length > 0 ? ofOwner : all;
}

/** `host/owner/name`, not a folder of one. */
function isRoot(repository: string): boolean {
  return repository.split('/').length === 3;
}
