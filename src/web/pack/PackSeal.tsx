import { dayInWords } from '#core/time.ts';
import { say } from '#language/say.ts';
import type { OpenedPack } from '#web/pack/embedded-pack.ts';

/** What the file is, when it was sealed, and whether what is in it is what was sealed. */
export function PackSeal({ pack }: { pack: OpenedPack }) {
  const { record, sha256, agrees } = pack;
  return (
    <footer className="pack-seal">
      <p>
        {say('Board pack of {organisation}, sealed {sealed}; nothing recorded after {cutoff} is in it.', { organisation: record.picture.organisation, sealed: dayInWords(record.sealedAt), cutoff: dayInWords(record.cutoff) })}{' '}
        {record.names === 'roles' ? <>{say('It names roles, not people.')}{' '}</> : null}
        {say('It asks no network.')}
      </p>
      <p>SHA-256 <code>{sha256}</code>. {seal(agrees)}</p>
    </footer>
  );
}

function seal(agrees: boolean | null): string {
  switch (agrees) {
    case true: return say('What is in the file agrees with its seal; whose-call verify FILE checks the seal against the record.');
    case false: return say('What is in the file does not agree with its seal: ask for the file again.');
    case null: return say('This browser cannot check the seal; whose-call verify FILE does.');
  }
}
