import { dayOf } from '#core/time.ts';
import type { CaseSummary, CaseView } from '#core/replay/case-view.ts';

/** Controls first, in the order of the ids; then the rest by their first breach. */
export function withBeside(cases: readonly CaseView[]): readonly CaseView[] {
  return cases.map((one) => ({ ...one, besideIds: cases.filter((other) => areBeside(one, other)).map(({ id }) => id) }));
}

/** A control stands beside a breach that shares a source document with it, where some day is replayed in both. */
function areBeside(one: CaseView, other: CaseView): boolean {
  const kinds = [one.kind, other.kind].sort().join(' ');
  return kinds === 'breach control' && overlap(one, other) && one.sources.some((source) => other.sources.some((each) => sameDocument(source, each)));
}

function overlap(one: CaseSummary, other: CaseSummary): boolean {
  if (one.from === null || one.to === null || other.from === null || other.to === null) return false;
  return dayOf(one.from) <= dayOf(other.to) && dayOf(other.from) <= dayOf(one.to);
}

function sameDocument(a: CaseView['sources'][number], b: CaseView['sources'][number]): boolean {
  return a.url !== null && b.url !== null ? a.url === b.url : a.title === b.title && a.date === b.date;
}
