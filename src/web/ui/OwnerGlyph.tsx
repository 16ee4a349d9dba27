import { messages, say } from '#language/say.ts';
import type { Readiness } from '#core/picture/readiness.ts';
import '#web/ui/marks.css';

/** What the glyph says, always printed beside it. Left hand can decide, right hand knows. */
export const readinessWords = messages({
  'can-decide-seen': 'Can decide, has seen it',
  'can-decide-not-seen': 'Can decide, evidence has not reached them',
  'cannot-decide-seen': 'Has seen it, cannot decide',
  'cannot-decide-not-seen': 'Cannot decide, evidence has not reached them',
  'nobody-named': 'Nobody named',
  'cannot-tell': 'Cannot tell from the record',
}) satisfies Readonly<Record<Readiness, string>>;

/**
 * The half-square: left half authority, right half information; filled = has it, hollow = lacks it;
 * dashed = nobody named; dashed with a dot = cannot tell. Hidden from assistive technology, so the
 * words have to stand beside it: `ReadinessText` prints both.
 */
export function OwnerGlyph({ readiness }: { readiness: Readiness }) {
  return (
    <svg className="owner-glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <GlyphMarks readiness={readiness} />
    </svg>
  );
}

/** The marks of the glyph in a 16 x 16 box. */
function GlyphMarks({ readiness }: { readiness: Readiness }) {
  if (readiness === 'nobody-named' || readiness === 'cannot-tell') {
    return (
      <>
        <rect className="owner-glyph__frame owner-glyph__frame--dashed" x="1" y="1" width="14" height="14" />
        {readiness === 'cannot-tell' ? <circle className="owner-glyph__dot" cx="8" cy="8" r="2.5" /> : null}
      </>
    );
  }
  const authority = readiness === 'can-decide-seen' || readiness === 'can-decide-not-seen';
  const information = readiness === 'can-decide-seen' || readiness === 'cannot-decide-seen';
  const inside = authority && information;
  return (
    <>
      {authority ? <rect className="owner-glyph__half" x="1" y="1" width="7" height="14" /> : null}
      {information ? <rect className="owner-glyph__half" x="8" y="1" width="7" height="14" /> : null}
      <rect className="owner-glyph__frame" x="1" y="1" width="14" height="14" />
      <line className={`owner-glyph__divider${inside ? ' owner-glyph__divider--inside' : ''}`} x1="8" x2="8" y1="1.75" y2="14.25" />
    </>
  );
}

/** The glyph with its words. */
export function ReadinessText({ readiness }: { readiness: Readiness }) {
  return <span className="with-glyph"><OwnerGlyph readiness={readiness} /><span>{say(readinessWords[readiness])}</span></span>;
}
