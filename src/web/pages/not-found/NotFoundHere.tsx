import type { ReactNode } from 'react';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { parentOf, type Place } from '#web/paths.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { placeName } from '#web/ui/place-name.ts';

/** Nothing of this name on the record at the date of the view: says so, and leads one level up. */
export function NotFoundHere({ what, id, place, children }: { what: string; id: string; place: Place; children?: ReactNode }) {
  const picture = usePicture();
  const parent = parentOf(place) ?? { page: 'brief' as const };
  return (
    <>
      <div className="page-head">
        <PageTitle>Not found here: {what} {id}</PageTitle>
        <p className="lede">The record as of <DateText when={picture.asOf} /> holds no {what} with this id.</p>
      </div>
      {children}
      <p>The nearest place above: <PlaceLink to={parent}>{placeName(parent, picture)}</PlaceLink>. Or <PlaceLink to={{ page: 'search' }} view={{ q: id }}>search for {id}</PlaceLink>.</p>
    </>
  );
}
