import { dayInWords } from '#core/time.ts';
import type { OpenedPack } from '#web/pack/embedded-pack.ts';

/** What the file is, when it was sealed, and whether what is in it is what was sealed. */
export function PackSeal({ pack }: { pack: OpenedPack }) {
  const { record, sha256, agrees } = pack;
  return (
    <footer className="pack-seal">
      <p>
        Board pack of {record.picture.organisation}, sealed {dayInWords(record.sealedAt)}; nothing recorded after {dayInWords(record.cutoff)} is in it.
        {record.names === 'roles' ? ' It names roles, not people.' : ''} It asks no network.
      </p>
      <p>SHA-256 <code>{sha256}</code>. {seal(agrees)}</p>
    </footer>
  );
}

function seal(agrees: boolean | null): string {
  switch (agrees) {
    case true: return 'What is in the file agrees with its seal; whose-call verify FILE checks the seal against the record.';
    case false: return 'What is in the file does not agree with its seal: ask for the file again.';
    case null: return 'This browser cannot check the seal; whose-call verify FILE does.';
  }
}
