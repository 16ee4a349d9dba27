/** Looked, and there is none: an en dash to the eye, words to the ear. */
export function None({ words = 'none found' }: { words?: string }) {
  return <><span aria-hidden="true" className="muted">–</span><span className="visually-hidden">{words}</span></>;
}
