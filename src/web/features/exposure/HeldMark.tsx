import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import type { HeldPicture } from '#web/exposure/use-held-picture.ts';
import { useLater } from '#web/ui/use-later.ts';
import '#web/features/exposure/exposure.css';

/** Says that newer figures are on their way, and of when those on screen are. Silent for the first 200 ms. */
export function HeldMark({ held: { picture, coming } }: { held: HeldPicture }) {
  return <output className="held-mark" aria-busy={coming === undefined ? undefined : 'true'}>{coming === undefined ? null : <Late words={heldWords(picture, coming)} />}</output>;
}

function Late({ words }: { words: string }) {
  return useLater(200) ? <>{words}</> : null;
}

/** `Updating, showing 20 Nov 2026`; of the same day, that the last change is not in yet. */
export function heldWords(shown: HeldPicture['picture'], coming: HeldPicture['picture']): string {
  return shown.asOf === coming.asOf ? say('Updating, showing the figures before the last change') : say('Updating, showing {asOf}', { asOf: dayInWords(shown.asOf) });
}
