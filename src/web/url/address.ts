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
  const { query, from, list } = readOf(here);
  const sameList = view === undefined && list !== undefined && list === pathOf(listOf(place));
  const next = here.search === '' ? new URLSearchParams() : withViewDates(sameList ? query : new URLSearchParams(), parseViewDates(query));
  keepPresentation(next, query, from?.page === 'present' ? `${from.quarter}/${from.step}` : undefined);
  for (const [name, value] of Object.entries(view ?? {})) {
    if (value === undefined) continue;
    for (const one of typeof value === 'string' ? [value] : value) next.append(name, one);
  }
  const text = next.toString();
  return text === '' ? pathOf(place) : `${pathOf(place)}?${text}`;
}

interface ReadAddress {
  here: Here;
  query: URLSearchParams;
  from: Place | undefined;
  list: string | undefined;
}

let read: ReadAddress | undefined;

/** The address of the page, read once for all the links on it. */
function readOf(here: Here): ReadAddress {
  if (read?.here.pathname === here.pathname && read.here.search === here.search) return read;
  const from = placeOf(here.pathname);
  read = { here: { ...here }, query: new URLSearchParams(here.search), from, list: from === undefined ? undefined : pathOf(listOf(from)) };
  return read;
}

/** The list a place was opened from: the place itself unless it is a risk or a finding. */
function listOf(place: Place): Place {
  return place.page === 'risk' || place.page === 'finding' ? listOf(place.under) : place;
}
