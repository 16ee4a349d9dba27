import type { SearchAnswer } from '#contract/search.ts';
import type { Picture } from '#core/picture/picture.ts';
import { asOfOr } from '#server/context.ts';
import type { Route } from '#server/routes/route.ts';

type Group = SearchAnswer['groups'][number];
type Hit = Group['hits'][number];

const SHOWN = 8;

/** Everything whose name or id holds every word of the query, on the record of a day. */
export const search: Route<'search'> = async ({ query, context }) => {
  const asOf = await asOfOr(context, query.asOf);
  const { picture } = await context.pictures.pictureOf(asOf);
  const found = await context.store.searchFindings(query.q, asOf, SHOWN + 1);
  const findings = found.map(({ id, title, label, externalId, serviceId }) => ({
    id, name: title ?? label ?? externalId ?? id, detail: serviceName(picture, serviceId),
  }));
  return { asOf, query: query.q, groups: [...namedIn(picture, query.q), group('findings', findings)].filter((one) => one.hits.length > 0) };
};

function namedIn(picture: Picture, text: string): readonly Group[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const matching = (hits: readonly Hit[]): readonly Hit[] =>
    hits
      .filter((hit) => words.every((word) => hit.name.toLowerCase().includes(word) || hit.id.toLowerCase().includes(word)))
      .sort((a, b) => rank(a, text) - rank(b, text));
  const teamName = (id: string | null): string | null => picture.teams.find((team) => team.id === id)?.name ?? null;
  return [
    group('risks', matching(picture.risks.map(({ id, label, owningTeamId }) => ({ id, name: label, detail: teamName(owningTeamId) })))),
    group('teams', matching(picture.teams.map(({ id, name, parentId }) => ({ id, name, detail: teamName(parentId) })))),
    group('persons', matching(picture.persons.map(({ id, name, title }) => ({ id, name, detail: title })))),
    group('services', matching(picture.services.map(({ id, name, teamId }) => ({ id, name, detail: teamName(teamId) })))),
    group('processes', matching(picture.processes.map(({ id, name }) => ({ id, name, detail: null })))),
  ];
}

/** The id itself first, then names that start with the text, then the rest in the order of the picture. */
function rank(hit: Hit, text: string): number {
  const asked = text.toLowerCase();
  if (hit.id.toLowerCase() === asked) return 0;
  return hit.name.toLowerCase().startsWith(asked) ? 1 : 2;
}

function group(kind: Group['kind'], hits: readonly Hit[]): Group {
  return { kind, hits: hits.slice(0, SHOWN), more: hits.length > SHOWN };
}

function serviceName(picture: Picture, id: string): string {
  return picture.services.find((service) => service.id === id)?.name ?? id;
}
