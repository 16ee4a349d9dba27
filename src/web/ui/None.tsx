import { say } from '#language/say.ts';
/** Looked, and there is none: an en dash to the eye, words to the ear. */
export function None({ words = say('none found') }: { words?: string }) {
  return <><span aria-hidden="true" className="muted">–</span><span className="visually-hidden">{words}</span></>;
}
