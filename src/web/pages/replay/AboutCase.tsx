import type { CaseView } from '#core/replay/case-view.ts';
import { basisWords } from '#core/replay/basis.ts';
import { mixWords } from '#core/replay/case-words.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import { BasisText, leftOutWords, SourceWords } from '#web/pages/replay/FactText.tsx';
import { Card } from '#web/ui/Card.tsx';
import '#web/features/place/place.css';

/** What has to be known to doubt a replay: what cannot be assessed, what was assumed, what the case warns of. */
export function LimitsCard({ view }: { view: CaseView }) {
  const lists = [
    { title: 'Cannot be assessed', rows: view.notAssessable },
    { title: 'Assumed by whoever wrote the case', rows: view.assumptions },
    { title: 'Caveats of the case', rows: view.caveats },
  ].filter(({ rows }) => rows.length > 0);
  if (lists.length === 0) return null;
  const count = lists.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <Card headline={`${counted(count, 'reason')} to read this with care`} subtitle="In the words of the case file">
      {lists.map(({ title, rows }) => (
        <section key={title} aria-label={title}>
          <p className="replay-base__title">{title}</p>
          <ul className="replay-bullets">{rows.map((row) => <li key={row} className="replay-quote">{row}</li>)}</ul>
        </section>
      ))}
    </Card>
  );
}

export function QuestionsCard({ view }: { view: CaseView }) {
  if (view.questions.length === 0) return null;
  return (
    <Card headline="Six questions of every case" subtitle="Each answer with its basis, in the words of the case file">
      <dl className="replay-questions">
        {view.questions.map(({ question, answer, basis }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd><span className="replay-quote">{answer}</span>{/\[[^\]]+\]/.test(answer) ? null : <> <BasisText basis={basis} /></>}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

export function FactsCard({ view }: { view: CaseView }) {
  return (
    <Card headline={counted(view.facts.length, 'fact')} subtitle={view.facts.length === 0 ? 'The case file names none' : `${mixWords(view.basisMix, basisWords)}; each in the words of the case file`} className="replay-facts">
      {view.facts.length === 0 ? null : (
        <table className="place-table place-table--stack">
          <caption className="visually-hidden">Facts of the case in the order of their dates</caption>
          <thead><tr><th scope="col">Date</th><th scope="col">Fact</th><th scope="col">Source</th><th scope="col">Basis</th></tr></thead>
          <tbody>
            {view.facts.map((fact) => (
              <tr key={fact.id}>
                <th scope="row">{fact.dateWords}</th>
                <td data-label="Fact"><span className="replay-quote">{fact.text}</span>{fact.leftOut === 0 ? null : <span className="muted"> {leftOutWords(fact)}</span>}</td>
                <td data-label="Source"><SourceWords fact={fact} /></td>
                <td data-label="Basis"><BasisText basis={fact.basis} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

export function SourcesCard({ view }: { view: CaseView }) {
  if (view.sources.length === 0) return null;
  return (
    <Card headline={counted(view.sources.length, 'source')} subtitle="And how far whoever wrote the case read each">
      <ul className="replay-known">
        {view.sources.map((source) => (
          <li key={source.id}>
            <span className="replay-quote">{source.url === null ? source.title : <a href={source.url} rel="noreferrer external">{source.title}</a>}</span>
            <span className="replay-fact__source">{[source.publisher, source.date].filter((each) => each !== null).join(', ')}{source.verified === null ? '' : `. Checked: ${source.verified}`}.</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What the product would say, where the case gives no days to say it on. */
export function WordingCard({ view }: { view: CaseView }) {
  if (view.wording.length === 0) return null;
  return (
    <Card headline={`The wording: ${counted(view.wording.length, 'flag')} this case would raise`} subtitle="What stands in ‹ › is filled in from the record">
      <ul className="replay-flags">
        {view.wording.map(({ flag, title, says, sentences }) => (
          <li key={flag}>
            <p className="replay-flag__title"><strong>{title}</strong></p>
            {says === null ? null : <p>The case says: <q className="replay-quote">{says}</q></p>}
            <ul className="replay-bullets">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
