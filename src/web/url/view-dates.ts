import { isWhen, type When } from '#core/time.ts';

/** The two dates a view is drawn for. Absent = not chosen: the server's default is used and nothing is written. */
export interface ViewDates {
  asOf?: When | undefined;
  against?: When | undefined;
}

/**
 * Reads the dates of a query; anything that is not a calendar date counts as not chosen. A comparison of two
 * dates calls them `to` and `from`; everything linked from it carries them on as `asOf` and `against`.
 */
export function parseViewDates(query: URLSearchParams): ViewDates {
  return {
    asOf: dateParameter(query, 'asOf') ?? dateParameter(query, 'to'),
    against: dateParameter(query, 'against') ?? dateParameter(query, 'from'),
  };
}

/** Writes the chosen dates into a copy of `query`, and takes out the ones not chosen. */
export function withViewDates(query: URLSearchParams, dates: ViewDates): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete('to');
  next.delete('from');
  for (const name of ['asOf', 'against'] as const) {
    const value = dates[name];
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

function dateParameter(query: URLSearchParams, name: 'asOf' | 'against' | 'from' | 'to'): When | undefined {
  const text = query.get(name);
  return text !== null && text.length === 10 && isWhen(text) ? text : undefined;
}
