import { flagIds } from '#core/flags/flag.ts';
import type { FindableKind } from '#core/picture/findable.ts';
import { risksMatching } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { messages } from '#language/say.ts';
import type { Place } from '#web/paths.ts';
import type { View } from '#web/url/address.ts';
import { viewOfConditions } from '#web/url/condition-filter.ts';
import { viewOfFindings } from '#web/url/finding-filter.ts';
import { addressOfFilter } from '#web/url/risk-filter.ts';

/** Kinds in the order they are spoken of; findings and documented breaches come from the server. */
export type FoundKind = FindableKind | 'findings' | 'cases';

export const foundTitles = messages({
  risks: 'Risks', teams: 'Teams', persons: 'People', services: 'Services', processes: 'Release processes',
  conditions: 'Conditions up', findings: 'Findings', cases: 'Documented breaches to replay',
}) satisfies Readonly<Record<FoundKind, string>>;

/** Where something found is shown. */
export function placeOfHit(picture: Picture, { kind, id }: { kind: FoundKind; id: string }): { to: Place; view?: View | undefined } {
  switch (kind) {
    case 'risks': return { to: { page: 'risk', risk: id, under: { page: 'brief' } } };
    case 'teams': return { to: { page: 'team', team: id } };
    case 'persons': return { to: { page: 'person', person: id } };
    case 'processes': return { to: { page: 'process', process: id } };
    case 'conditions': return { to: { page: 'conditions' }, view: viewOfConditions({ flags: flagIds.filter((flag) => flag === id) }) };
    case 'findings': return { to: { page: 'finding', finding: id, under: { page: 'findings' } } };
    case 'cases': return { to: { page: 'replay', case: id }, view: {} };
    case 'services': {
      // A service has no page of its own: its open risks, or else its findings, are what can be read of it.
      const filter = { serviceId: id };
      if (risksMatching(picture, filter).length === 0) return { to: { page: 'findings' }, view: viewOfFindings(filter) };
      const { place, view } = addressOfFilter(filter);
      return { to: place, view };
    }
  }
}
