import { say } from '#language/say.ts';
import { None } from '#web/ui/None.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { grouped } from '#web/ui/count-words.ts';
import { viewOfFindings, type FindingListFilter } from '#web/url/finding-filter.ts';

/** A number of findings as a link to exactly those; `of` says which they are. */
export function CountLink({ count, filter, of }: { count: number; filter: FindingListFilter; of: string }) {
  if (count === 0) return <None words={say('none: {of}', { of })} />;
  return <PlaceLink to={{ page: 'findings' }} view={viewOfFindings(filter)} className="number" label={say('{count, plural, one {# finding} other {# findings}}: {of}', { count, of })}>{grouped(count)}</PlaceLink>;
}
