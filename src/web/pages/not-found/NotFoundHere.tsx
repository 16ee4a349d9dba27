import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { parentOf, type Place } from '#web/paths.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { placeName } from '#web/ui/place-name.ts';

/** Nothing of this name on the record at the date of the view: says so, and leads one level up. */
export function NotFoundHere({ what, id, place, children }: { what: string; id: string; place: Place; children?: ReactNode }) {
  const picture = usePicture();
  const parent = parentOf(place) ?? { page: 'brief' as const };
  return (
    <>
      <div className="page-head">
        <PageTitle>{say('Not found here: {what} {id}', { what, id })}</PageTitle>
        <p className="lede"><Said message="The record as of {date} holds no {what} with this id." values={{ date: <DateText when={picture.asOf} />, what }} /></p>
      </div>
      {children}
      <p><Said message="The nearest place above: {place}. Or <link>search for {id}</link>." values={{ place: <PlaceLink to={parent}>{placeName(parent, picture)}</PlaceLink>, id, link: (words) => <PlaceLink to={{ page: 'search' }} view={{ q: id }}>{words}</PlaceLink> }} /></p>
    </>
  );
}
