import type { Flag } from '#core/flags/flag.ts';
import { headsUpWords } from '#core/picture/sentences/condition-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';

/** Until when a condition is shown to those it names before anyone above them; nothing where that has ended. */
export function HeadsUpNote({ flag }: { flag: Flag }) {
  const picture = usePicture();
  return flag.headsUp === undefined ? null : <p className="sub heads-up">{headsUpWords(picture, flag.headsUp)}</p>;
}
