import { dayInWords } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import { usePack } from '#web/pack/pack-context.ts';
import { frozenAddress } from '#web/ui/CopyLink.tsx';

/** Where the same figures are to be read in full: the brief, frozen to the dates of the sheet. */
export function FrozenLink({ picture }: { picture: Picture }) {
  const pack = usePack();
  const origin = pack === undefined ? window.location.origin : pack.record.address;
  const seal = pack === undefined ? null : <> Sealed {dayInWords(pack.record.sealedAt)}, SHA-256 {pack.sha256.slice(0, 16)}….</>;
  if (origin === null) return <>The same figures, down to each risk, are in the pack this sheet was printed from.{seal}</>;
  const address = frozenAddress(origin, '/', '', picture);
  return <>The same figures, down to each finding: <a href={address} className="sheet__address">{address.replace(/^https?:\/\//, '')}</a>.{seal}</>;
}
