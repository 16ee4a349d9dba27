import type { ReactNode } from 'react';
import { countFindings, findingsMatching, type FindingFilter } from '#core/picture/filter.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { viewOfFindings } from '#web/url/finding-filter.ts';
import { None } from '#web/ui/None.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** The number of open findings of a filter, as a link to exactly those findings. */
export function FindingsLink({ filter, none = <None words="no open finding" />, of }: { filter: FindingFilter; none?: ReactNode; of: string }) {
  const count = countFindings(findingsMatching(usePicture(), filter));
  if (count === 0) return none;
  return (
    <PlaceLink to={{ page: 'findings' }} view={viewOfFindings(filter)} className="number" label={`${counted(count, 'open finding')}: ${of}`}>
      {count.toLocaleString('en-US')}
    </PlaceLink>
  );
}
