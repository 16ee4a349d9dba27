import { policyWords } from '#core/policy/version-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** The policy the flags of the page were judged by, as a link to it: `policy 2 of 3 Mar 2026`. */
export function PolicyLink() {
  const { policyVersion, policyRecordedAt } = usePicture();
  return <PlaceLink to={{ page: 'policy' }} view={{}}>{policyWords(policyVersion, policyRecordedAt)}</PlaceLink>;
}
