import type { WorkspaceEntry } from '#core/record/workspace.ts';
import { ownerOn, services, type ServiceSpec } from '#mocks/halden-maker/company/services.ts';
import { streamOf } from '#mocks/halden-maker/random.ts';

/** Months of the sample, in the order they passed. */
export const months: readonly string[] = [
  '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11',
];

/** Version of the release a service ships in a month: the year and the month, as the trains are called. */
export function versionOf(month: string): string {
  return `${month.slice(2, 4)}.${month.slice(5, 7)}`;
}

/** Id of the release a service ships in a month. */
export function releaseId(serviceId: string, month: string): string {
  return `${serviceId}@${versionOf(month)}`;
}

/** True for a service that is built and shipped here, through a recorded process. */
export function ships(service: ServiceSpec): boolean {
  return service.language !== 'vendor' && service.processId !== undefined && service.teamId !== undefined;
}

/** The release that counts of every service in every month. */
export function releases(): readonly WorkspaceEntry<'releases'>[] {
  return months.flatMap((month) =>
    services.filter(ships).map((service) => {
      const day = streamOf('release', service.id, month).between(2, month === '2026-11' ? 10 : 24);
      const at = `${month}-${String(day).padStart(2, '0')}`;
      return {
        id: releaseId(service.id, month), serviceId: service.id, at, version: versionOf(month),
        shippedByTeamId: ownerOn(service.id, at), processId: service.processId, recordedAt: at,
      };
    }),
  );
}
