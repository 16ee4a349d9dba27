import { useLocation } from 'react-router';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { placeOf, type Place } from '#web/paths.ts';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { placeName } from '#web/ui/place-name.ts';

/** An address that is not ours: leads to the nearest part of it that is. */
export function NotFoundPage() {
  const { pathname } = useLocation();
  const picture = usePicture();
  const nearest = nearestPlace(pathname);
  return (
    <>
      <div className="page-head">
        <PageTitle>{say('Not found here')}</PageTitle>
        <p className="lede">{say('No page has the address {pathname}.', { pathname })}</p>
      </div>
      <p><Said message="The nearest place above: {place}." values={{ place: <PlaceLink to={nearest}>{placeName(nearest, picture)}</PlaceLink> }} /></p>
    </>
  );
}

/** The longest beginning of a path that names a place; the brief at last. */
export function nearestPlace(pathname: string): Place {
  const parts = pathname.split('/').filter((part) => part !== '');
  for (let length = parts.length; length > 0; length -= 1) {
    const place = placeOf(`/${parts.slice(0, length).join('/')}`);
    if (place !== undefined) return place;
  }
  return { page: 'brief' };
}
