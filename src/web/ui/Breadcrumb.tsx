import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { chainOf, type Place } from '#web/paths.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { placeName } from '#web/ui/place-name.ts';

/** The drill path, level by level; the last is where the reader stands. */
export function Breadcrumb({ place, picture }: { place: Place | undefined; picture: Picture | undefined }) {
  const chain = place === undefined ? [] : chainOf(place);
  return (
    <nav aria-label={say('Breadcrumb')} className="breadcrumb">
      <ol>
        {chain.map((step, index) => (
          <li key={`${step.page} ${index}`}>
            {index === chain.length - 1
              ? <span aria-current="page">{placeName(step, picture)}</span>
              : <PlaceLink to={step}>{placeName(step, picture)}</PlaceLink>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
