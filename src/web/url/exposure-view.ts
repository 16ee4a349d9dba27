import type { View } from '#web/url/address.ts';

export const exposureViews = ['dots', 'lec', 'top'] as const;
export type ExposureViewName = (typeof exposureViews)[number];

/** What the exposure page shows: one of three drawings, and the scenarios of the years over an amount. */
export interface ExposureView {
  view: ExposureViewName;
  /** Zero or more, in the currency of the record; undefined = not asked for. */
  over: number | undefined;
}

/** Reads the query; what is not allowed counts as not chosen. */
export function parseExposureView(query: URLSearchParams): ExposureView {
  const view = exposureViews.find((name) => name === query.get('view')) ?? 'dots';
  const text = query.get('over');
  const over = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return { view, over: over >= 0 && over < 1e15 ? over : undefined };
}

/** The same as query values; the default is not written. */
export function viewOfExposure({ view, over }: ExposureView): View {
  return { view: view === 'dots' ? undefined : view, over: over === undefined ? undefined : String(Math.round(over)) };
}
