import { pathOf, placeOf, type Place } from '#web/paths.ts';
import { keepPresentation } from '#web/url/presentation.ts';
import { parseViewDates, withViewDates } from '#web/url/view-dates.ts';

/** Filters of a list, as they stand in the query; a list of values is written as repeated parameters. */
export type View = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Here {
  pathname: string;
  search: string;
}

/**
 * Address of `place` as linked from `here`. The dates always travel along; the filters of a list
 * travel to the risks and findings below it and back up to it, and nowhere else. A given `view`
 * replaces the filters.
 */
export function addressOf(place: Place, here: Here, view?: View): string {
  const query = new URLSearchParams(here.search);
  const from = placeOf(here.pathname);
  const sameList = from !== undefined && pathOf(listOf(from)) === pathOf(listOf(place));
  const kept = sameList && view === undefined ? query : new URLSearchParams();
  const next = withViewDates(kept, parseViewDates(query));
  keepPresentation(next, query, from?.page === 'present' ? `${from.quarter}/${from.step}` : undefined);
  for (const [name, value] of Object.entries(view ?? {})) {
    if (value === undefined) continue;
    for (const one of typeof value === 'string' ? [value] : value) next.append(name, one);
  }
  const text = next.toString();
  return text === '' ? pathOf(place) : `${pathOf(place)}?${text}`;
}

/** The list a place was opened from: the place itself unless it is a risk or a finding. */
function listOf(place: Place): Place {
  return place.page === 'risk' || place.page === 'finding' ? listOf(place.under) : place;
}
