import type { Picture } from '#core/picture/picture.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** How much of the organisation the record covers, said before any figure; the link lists what is missing. */
export function CoverageLine({ picture }: { picture: Picture }) {
  const { servicesWithTeam, risksWithRange } = picture.coverage;
  return (
    <p>
      On the record: {servicesWithTeam.with} of {servicesWithTeam.total} services have an owning team,{' '}
      {risksWithRange.with} of {risksWithRange.total} open risks a range.{' '}
      <PlaceLink to={{ page: 'coverage' }}>See what is missing</PlaceLink>
    </p>
  );
}
