import type { Picture } from '#core/picture/picture.ts';
import { searchPicture } from '#core/picture/search-picture.ts';
import { asOfOr } from '#server/context.ts';
import type { Route } from '#server/routes/route.ts';

const SHOWN = 8;

/** Everything whose name or id holds every word of the query, on the record of a day. */
export const search: Route<'search'> = async ({ query, context }) => {
  const asOf = await asOfOr(context, query.asOf);
  const { picture } = await context.pictures.pictureOf(asOf);
  const found = await context.store.searchFindings(query.q, asOf, SHOWN + 1);
  const findings = found.map(({ id, title, label, externalId, serviceId }) => ({
    id, name: title ?? label ?? externalId ?? id, detail: serviceName(picture, serviceId),
  }));
  return { asOf, query: query.q, groups: [...searchPicture(picture, query.q, SHOWN), { kind: 'findings' as const, hits: findings.slice(0, SHOWN), more: findings.length > SHOWN }].filter((one) => one.hits.length > 0) };
};

function serviceName(picture: Picture, id: string): string {
  return picture.services.find((service) => service.id === id)?.name ?? id;
}
