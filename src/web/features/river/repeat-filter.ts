import type { RepeatEscape } from '#core/release/repeat-escapes.ts';
import type { FindingListFilter } from '#web/url/finding-filter.ts';

type Kind = Pick<RepeatEscape, 'serviceId' | 'kind' | 'introducedTeamId' | 'firstFixedOn'>;

/** All escaped findings of one kind in what one team made of one service. */
export function kindFilter({ serviceId, kind, introducedTeamId }: Kind): FindingListFilter {
  return { serviceId, kind, introducedTeamId, escaped: true, openOnly: false };
}

/** Of those, the ones that got in after the first was fixed. */
export function repeatFilter(repeat: Kind): FindingListFilter {
  return { ...kindFilter(repeat), introducedAfter: repeat.firstFixedOn };
}
