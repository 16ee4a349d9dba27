import type { CaseView } from '#core/replay/case-view.ts';
import { mixOfBasis } from '#core/replay/case-words.ts';
import { say } from '#language/say.ts';
import { BasisText, leftOutWords, SourceWords } from '#web/pages/replay/FactText.tsx';
import { Card } from '#web/ui/Card.tsx';
import '#web/features/place/place.css';
import { Said } from '#web/ui/Said.tsx';

/** What has to be known to doubt a replay: what cannot be assessed, what was assumed, what the case warns of. */
export function LimitsCard({ view }: { view: CaseView }) {
  const lists = [
    { title: say('Cannot be assessed'), rows: view.notAssessable },
    { title: say('Assumed by whoever wrote the case'), rows: view.assumptions },
    { title: say('Caveats of the case'), rows: view.caveats },
  ].filter(({ rows }) => rows.length > 0);
  if (lists.length === 0) return null;
  const count = lists.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <Card headline={say('{count, plural, one {# reason} other {# reasons}} to read this with care', { count })} subtitle={say('In the words of the case file')}>
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
    <Card headline={say('Six questions of every case')} subtitle={say('Each answer with its basis, in the words of the case file')}>
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
    <Card headline={say('{facts, plural, one {# fact} other {# facts}}', { facts: view.facts.length })} subtitle={view.facts.length === 0 ? say('The case file names none') : say('{mix}; each in the words of the case file', { mix: mixOfBasis(view.basisMix) })} className="replay-facts">
      {view.facts.length === 0 ? null : (
        <table className="place-table place-table--stack">
          <caption className="visually-hidden">{say('Facts of the case in the order of their dates')}</caption>
          <thead><tr><th scope="col">{say('Date')}</th><th scope="col">{say('Fact')}</th><th scope="col">{say('Source')}</th><th scope="col">{say('Basis')}</th></tr></thead>
          <tbody>
            {view.facts.map((fact) => (
              <tr key={fact.id}>
                <th scope="row">{fact.dateWords}</th>
                <td data-label={say('Fact')}><span className="replay-quote">{fact.text}</span>{fact.leftOut === 0 ? null : <span className="muted"> {leftOutWords(fact)}</span>}</td>
                <td data-label={say('Source')}><SourceWords fact={fact} /></td>
                <td data-label={say('Basis')}><BasisText basis={fact.basis} /></td>
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
    <Card headline={say('{sources, plural, one {# source} other {# sources}}', { sources: view.sources.length })} subtitle={say('And how far whoever wrote the case read each')}>
      <ul className="replay-known">
        {view.sources.map((source) => (
          <li key={source.id}>
            <span className="replay-quote">{source.url === null ? source.title : <a href={source.url} rel="noreferrer external">{source.title}</a>}</span>
            <span className="replay-fact__source">{[source.publisher, source.date].filter((each) => each !== null).join(', ')}.{source.verified === null ? null : <>{' '}{say('Checked: {how}.', { how: source.verified })}</>}</span>
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
    <Card headline={say('The wording: {wording, plural, one {# flag} other {# flags}} this case would raise', { wording: view.wording.length })} subtitle={say('What stands in ‹ › is filled in from the record')}>
      <ul className="replay-flags">
        {view.wording.map(({ flag, title, says, sentences }) => (
          <li key={flag}>
            <p className="replay-flag__title"><strong>{title}</strong></p>
            {says === null ? null : <p><Said message="The case says: {quote}" values={{ quote: <q className="replay-quote">{says}</q> }} /></p>}
            <ul className="replay-bullets">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
