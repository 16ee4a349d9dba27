import { ownerOn, repositoryOf, services } from '#mocks/halden-maker/company/services.ts';
import { CATALOG_DAY } from '#mocks/halden-maker/files/catalog.ts';
import type { FileSet } from '#mocks/halden-maker/files/file-set.ts';

/** Repositories with a CODEOWNERS file, and the lines it holds beside the first. */
const REPOSITORIES: Readonly<Record<string, readonly string[]>> = {
  'checkout-api': ['/src/limits/ @halden-group/checkout @halden-group/security-engineering', '/docs/'],
  'refund-api': ['/src/rules/ @halden-group/refunds', '/deploy/ @halden-group/build-release'],
  'storefront': ['*.css @halden-group/web-storefront', '/src/tags/ @halden-group/web-storefront @halden-group/security-engineering'],
  'mobile-gateway': ['/deploy/ @halden-group/build-release'],
  'build-cache': ['/src/store/ @halden-group/developer-tools'],
  'artifact-store': [],
  'price-engine': ['/rules/ @halden-group/checkout @halden-group/merchant-onboarding'],
  'event-bus': ['/topics/ @halden-group/streaming @halden-group/warehouse'],
};

/** CODEOWNERS files as GitHub reads them, one a repository. */
export function codeownersFiles(): FileSet {
  return new Map(
    Object.entries(REPOSITORIES).map(([id, lines]) => {
      const service = services.find((one) => one.id === id);
      const repository = service === undefined ? id : (repositoryOf(service) ?? id);
      const owner = ownerOn(id, CATALOG_DAY) ?? 'build-release';
      return [
        `repositories/${repository}/CODEOWNERS`,
        [`# Who is asked to review a change to ${id}.`, `* @halden-group/${owner}`, ...lines, ''].join('\n'),
      ];
    }),
  );
}
