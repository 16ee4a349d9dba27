import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { usePack } from '#web/pack/pack-context.ts';
import { usePlace } from '#web/url/use-address.ts';
import { parentOf } from '#web/paths.ts';
import { frozenAddress } from '#web/ui/CopyLink.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { placeName } from '#web/ui/place-name.ts';

/** Says that this page is in the live record only, where that is, and leads one level up. */
export function NotInPack() {
  const picture = usePicture();
  const pack = usePack();
  const place = usePlace();
  const up = (place === undefined ? undefined : parentOf(place)) ?? { page: 'brief' as const };
  const address = pack?.record.address ?? null;
  return (
    <div className="page-head">
      <PageTitle>{say('This page is in the live record, not in the pack')}</PageTitle>
      <p className="lede">
        {say('A pack goes down to the risk, its evidence and the people who decide.')}{' '}
        {address === null ? say('Ask whoever sent it for the live record.') : <Said message="The live record: {address}." values={{ address: <a href={frozenAddress(address, '/', '', picture)}>{address}</a> }} />}
      </p>
      <p><PlaceLink to={up}>{say('Back to {place}', { place: placeName(up, picture) })}</PlaceLink></p>
    </div>
  );
}
