/** Names under which an address carries a presentation: the step it was left at, and where the presenter came from. */
const STEP = 'present';
const BACK = 'back';

/** Writes into `next` what of a presentation travels along from `query`; `step` is the step the reader stands on. */
export function keepPresentation(next: URLSearchParams, query: URLSearchParams, step: string | undefined): void {
  const left = step ?? query.get(STEP);
  if (left === null) return;
  next.set(STEP, left);
  const back = backOf(query);
  if (back !== undefined) next.set(BACK, back);
}

/** `2026Q4/3`: the step the reader went deeper from, or undefined outside a presentation. */
export function stepOf(query: URLSearchParams): { quarter: string; step: string } | undefined {
  const [quarter, step, ...more] = query.get(STEP)?.split('/') ?? [];
  return quarter === undefined || quarter === '' || step === undefined || step === '' || more.length > 0 ? undefined : { quarter, step };
}

/** The address the presenter came from; only ever one of this app. */
export function backOf(query: URLSearchParams): string | undefined {
  const back = query.get(BACK);
  return back !== null && /^\/(?![/\\])/.test(back) ? back : undefined;
}

/** The query without anything of a presentation. */
export function withoutPresentation(query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete(STEP);
  next.delete(BACK);
  return next;
}
