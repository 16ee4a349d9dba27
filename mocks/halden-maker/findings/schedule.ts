import { months, ships } from '#mocks/halden-maker/company/releases.ts';
import { services, type ServiceSpec } from '#mocks/halden-maker/company/services.ts';

/** Services whose builds are scanned. */
export const scanned: readonly ServiceSpec[] = services.filter(ships);

/** Months (as indexes) in which the source of a service is scanned: the nearer to the internet, the more often. */
export function scanMonths(service: ServiceSpec): readonly number[] {
  return monthsOf(service, service.exposure === 'internet' ? 1 : service.exposure === 'partner' ? 2 : 3);
}

/** Months in which a component list is made. */
export function listMonths(service: ServiceSpec): readonly number[] {
  return monthsOf(service, service.exposure === 'internet' ? 2 : 3);
}

function monthsOf(service: ServiceSpec, every: number): readonly number[] {
  const offset = services.indexOf(service) % every;
  return months.map((_, index) => index).filter((index) => index % every === offset || index === months.length - 1);
}
