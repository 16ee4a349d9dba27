import type { ImportContext } from '#importers/importer.ts';
import type { ServiceIndex } from '#importers/matching/services.ts';
import { quoted } from '#importers/reading/place.ts';
import type { Fault } from '#importers/reading/rejection.ts';

export type ServiceChoice =
  | { type: 'service'; id: string }
  | { type: 'unknown'; fault: Omit<Fault, 'place'> };

/**
 * The service a scan is about: the one the person who imports named, else the only one that matches what the
 * scan says of itself: its repository, in a repository of several services the one it also names, else its name. A scan is never put on a service by guess.
 */
export function serviceOf(
  context: ImportContext,
  services: ServiceIndex,
  repositories: readonly string[],
  names: readonly string[],
): ServiceChoice {
  const { serviceId } = context.defaults;
  if (serviceId !== undefined) return { type: 'service', id: services.match(serviceId) ?? serviceId };
  const sharing = [...new Set(repositories.flatMap((repository) => services.inRepository(repository)))];
  const named = [...new Set(names.flatMap((name) => services.match(name) ?? []))];
  const both = sharing.filter((id) => named.includes(id));
  const [only, ...others] = both.length > 0 ? both : sharing.length > 0 ? sharing : named;
  if (only !== undefined && others.length === 0) return { type: 'service', id: only };
  const said = [...repositories, ...names];
  const reason =
    only !== undefined ? `${said.map(quoted).join(', ')} belongs to several services: ${[only, ...others].slice(0, 10).map(quoted).join(', ')}.`
    : said.length > 0 ? `No service on the record goes by ${said.slice(0, 5).map(quoted).join(', ')}.`
    : 'The scan does not say which service it is about.';
  return {
    type: 'unknown',
    fault: { code: 'service-unknown', reason, remedy: 'Name the service with --service ID, or record its repository.' },
  };
}
