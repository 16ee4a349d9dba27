import { say } from '#language/say.ts';
import type { FindingList } from '#contract/finding.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** Where in the list this page is, and real links to the next and the first. Older pages are a click on Back away. */
export function Pages({ query, answer, links = false }: { query: URLSearchParams; answer: FindingList; links?: boolean }) {
  const first = query.get('cursor') === null ? 1 : Math.max(1, Number(query.get('from')) || 1);
  const last = first + answer.findings.length - 1;
  const place = { page: 'findings' } as const;
  const kept = viewWithout(query, ['cursor', 'from', 'asOf', 'against']);
  const left = answer.total - last;
  const range = say('{first, number} to {last, number} of {total, number}', { first, last, total: answer.total });
  if (!links) return <>{range}</>;
  return (
    <>
      <span>{range}</span>
      {answer.nextCursor === null ? null : <PlaceLink to={place} view={{ ...kept, cursor: answer.nextCursor, from: String(last + 1) }}>{say('Next {left, number}', { left: Math.min(left, answer.findings.length) })}</PlaceLink>}
      {first === 1 ? null : <PlaceLink to={place} view={kept}>{say('Back to the first')}</PlaceLink>}
    </>
  );
}

function viewWithout(query: URLSearchParams, names: readonly string[]): Record<string, string[]> {
  const view: Record<string, string[]> = {};
  for (const [name, value] of query) {
    if (!names.includes(name)) view[name] = [...(view[name] ?? []), value];
  }
  return view;
}
