import type { Picture } from '#core/picture/picture.ts';
import { policyWords } from '#core/policy/version-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { usePack } from '#web/pack/pack-context.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** The policy the flags of the page were judged by, as a link to it: `policy 2 of 3 Mar 2026`. */
export function PolicyLink() {
  return <PolicyOf picture={usePicture()} />;
}

/** The same for the frame, which stands around the picture. A pack holds the name of the policy and not its page. */
export function PolicyOf({ picture: { policyVersion, policyRecordedAt } }: { picture: Pick<Picture, 'policyVersion' | 'policyRecordedAt'> }) {
  const words = policyWords(policyVersion, policyRecordedAt);
  return usePack() === undefined ? <PlaceLink to={{ page: 'policy' }} view={{}}>{words}</PlaceLink> : <>{words}</>;
}
