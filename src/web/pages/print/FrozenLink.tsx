import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { dayInWords } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import { usePack } from '#web/pack/pack-context.ts';
import { squareCode } from '#web/pages/print/square-code.ts';
import { frozenAddress } from '#web/ui/CopyLink.tsx';

/** Where the same figures are to be read in full: the brief, frozen to the dates of the sheet. */
export function FrozenLink({ picture }: { picture: Picture }) {
  const pack = usePack();
  const origin = useOrigin();
  const seal = pack === undefined ? null : <>{' '}{say('Sealed {sealedAt}, SHA-256 {sha256}….', { sealedAt: dayInWords(pack.record.sealedAt), sha256: pack.sha256.slice(0, 16) })}</>;
  if (origin === null) return <>{say('The same figures, down to each risk, are in the pack this sheet was printed from.')}{seal}</>;
  const address = frozenAddress(origin, '/', '', picture);
  return <><Said message="The same figures, down to each finding: {address}." values={{ address: <a href={address} className="sheet__address">{address.replace(/^https?:\/\//, '')}</a> }} />{seal}</>;
}

/** The same address for a phone held over the sheet; nothing where the figures live in this pack alone. */
export function FrozenCode({ picture }: { picture: Picture }) {
  const origin = useOrigin();
  if (origin === null) return null;
  const { size, path } = squareCode(frozenAddress(origin, '/', '', picture));
  return (
    <svg className="sheet__code" viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

/** Where the live record is; `null` = the pack does not say. */
function useOrigin(): string | null {
  const pack = usePack();
  return pack === undefined ? window.location.origin : pack.record.address;
}
