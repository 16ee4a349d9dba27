import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import { countFindings, findingsMatching, type FindingFilter } from '#core/picture/filter.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { viewOfFindings } from '#web/url/finding-filter.ts';
import { None } from '#web/ui/None.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** The number of open findings of a filter, as a link to exactly those findings. */
export function FindingsLink({ filter, none = <None words={say('no open finding')} />, of }: { filter: FindingFilter; none?: ReactNode; of: string }) {
  const count = countFindings(findingsMatching(usePicture(), filter));
  if (count === 0) return none;
  return (
    <PlaceLink to={{ page: 'findings' }} view={viewOfFindings(filter)} className="number" label={`${say('{count, plural, one {# open finding} other {# open findings}}', { count })}: ${of}`}>
      {count.toLocaleString('en-US')}
    </PlaceLink>
  );
}
