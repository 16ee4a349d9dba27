import { say } from '#language/say.ts';
import { RowsTable } from '#web/pages/sources/RowsTable.tsx';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { agoWords } from '#web/pages/sources/words.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Every source: when it last arrived, and what it brought so far. */
export function SourceTable({ list: { sources } }: { list: SourceList }) {
  const quiet = sources.filter(({ isQuiet }) => isQuiet).length;
  return (
    <Card
      id="arrived" className="span-12"
      headline={sources.length === 0 ? say('No source has brought anything yet') : quiet === 0 ? say('{count, plural, one {# source} other {# sources}} arrived', { count: sources.length }) : say('{quiet, number} of {count, plural, one {# source} other {# sources}} {quiet, plural, one {is} other {are}} quiet for longer than the limit', { quiet, count: sources.length })}
      subtitle={say('Those that have gone quiet stand first, then what arrived last. A source is the name its token is bound to, else its file name without dates and numbers. The limit is how long it may stay away; a file that a person brought once has none')}
      foot={<PlaceLink to={{ page: 'policy' }} view={{}}>{say('How long a source may stay away, in the policy')}</PlaceLink>}
    >
      {sources.length === 0 ? <Empty><Said message="Import a file with: {command}" values={{ command: <code>npm run whose-call -- import FILE</code> }} /></Empty> : (
        <RowsTable data={{
          caption: say('Sources with what they brought'), file: 'sources',
          columns: [
            { label: say('Source') }, { label: say('Format') }, { label: say('Last arrived') }, { label: say('Limit in days'), numeric: true }, { label: say('By') }, { label: say('Files'), numeric: true }, { label: say('Added'), numeric: true },
            { label: say('Updated'), numeric: true }, { label: say('Unchanged'), numeric: true }, { label: say('Rows not taken'), numeric: true }, { label: say('Files refused'), numeric: true },
          ],
          rows: sources.map((source) => [
            { value: source.name },
            { value: source.formats.length === 0 ? say('not recognised') : source.formats.join(', ') },
            { value: source.lastAt.slice(0, 10), shown: <><DateText when={source.lastAt} /> <span className={source.isQuiet ? 'gap-text' : 'sub'}>{source.isQuiet ? say('quiet for {age, plural, one {# day} other {# days}}', { age: source.age }) : agoWords(source.age)}</span></> },
            { value: source.limit, shown: source.limit ?? <span className="muted">{say('none')}</span> },
            { value: `${source.lastBy} (${source.by})`, shown: source.by === 'token' ? source.lastBy : <Said message="command {who}" values={{ who: <span className="sub">{source.lastBy}</span> }} /> },
            ...[source.files, source.added, source.updated, source.unchanged].map((value) => ({ value, shown: say('{value, number}', { value }) })),
            ...[source.rejected, source.refusedFiles].map((value) => ({ value, shown: value === 0 ? <span className="muted">{say('none')}</span> : <a className="number" href="#not-taken">{say('{value, number}', { value })}</a> })),
          ]),
        }} />
      )}
    </Card>
  );
}
