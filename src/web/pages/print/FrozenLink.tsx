import type { Picture } from '#core/picture/picture.ts';
import { frozenAddress } from '#web/ui/CopyLink.tsx';

/** Where the same figures are to be read in full: the brief, frozen to the dates of the sheet. */
export function FrozenLink({ picture }: { picture: Picture }) {
  const address = frozenAddress(window.location.origin, '/', '', picture);
  return <>The same figures, down to each finding: <a href={address} className="sheet__address">{address.replace(/^https?:\/\//, '')}</a>.</>;
}
