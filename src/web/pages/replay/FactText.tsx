import { say } from '#language/say.ts';
import type { BasisMark } from '#core/replay/basis.ts';
import type { EntryRow, FactRow } from '#core/replay/case-view.ts';

/** How well something is known: always in words. */
export function BasisText({ basis }: { basis: BasisMark }) {
  return <span className={`replay-basis replay-basis--${basis.kind}`}>{basis.words}</span>;
}

/** A fact in the words of its source, with date, source, page and basis in full view. */
export function FactText({ fact, dated = true }: { fact: FactRow; dated?: boolean }) {
  return (
    <>
      {dated ? <span className="replay-fact__date">{fact.dateWords}: </span> : null}
      {fact.text === '' ? null : <q className="replay-quote">{fact.text}</q>}
      {fact.leftOut === 0 ? null : <span className="muted"> {leftOutWords(fact)}</span>}
      <span className="replay-fact__source"><SourceWords fact={fact} /> <BasisText basis={fact.basis} /></span>
    </>
  );
}

export function SourceWords({ fact }: { fact: FactRow }) {
  return <>{fact.sources.length === 0 ? say('No source named') : fact.sources.map(({ words }) => words).join('; ')}</>;
}

/** What is not shown of a fact, and why. */
export function leftOutWords({ leftOut, text }: Pick<FactRow, 'leftOut' | 'text'>): string {
  return text === ''
    ? say('[Not quoted: about one person’s conduct or post. A replay judges the record; the source has it.]')
    : say('[{leftOut, plural, one {# sentence} other {# sentences}} not quoted: about one person’s conduct or post. A replay judges the record; the source has it.]', { leftOut });
}

/** An entry of the case's record that no fact stands behind by name. */
export function EntryText({ entry }: { entry: EntryRow }) {
  return <>{entry.text} <span className="replay-fact__source"><BasisText basis={entry.basis} /></span></>;
}
