import { counted } from '#core/picture/sentences/prose.ts';
import { RowsTable } from '#web/pages/sources/RowsTable.tsx';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { agoWords } from '#web/pages/sources/words.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Every source: when it last arrived, and what it brought so far. */
export function SourceTable({ list: { sources } }: { list: SourceList }) {
  const quiet = sources.filter(({ isQuiet }) => isQuiet).length;
  return (
    <Card
      id="arrived" className="span-12"
      headline={sources.length === 0 ? 'No source has brought anything yet' : quiet === 0 ? `${counted(sources.length, 'source')} arrived` : `${quiet} of ${counted(sources.length, 'source')} ${quiet === 1 ? 'is' : 'are'} quiet for longer than the limit`}
      subtitle="Those that have gone quiet stand first, then what arrived last. A source is the name its token is bound to, else its file name without dates and numbers"
      foot={<PlaceLink to={{ page: 'policy' }} view={{}}>How long a source may stay away, in the policy</PlaceLink>}
    >
      {sources.length === 0 ? <Empty>Import a file with: <code>npm run whose-call -- import FILE</code></Empty> : (
        <RowsTable data={{
          caption: 'Sources with what they brought', file: 'sources',
          columns: [
            { label: 'Source' }, { label: 'Format' }, { label: 'Last arrived' }, { label: 'May stay away, days', numeric: true }, { label: 'By' }, { label: 'Files', numeric: true }, { label: 'Added', numeric: true },
            { label: 'Updated', numeric: true }, { label: 'Unchanged', numeric: true }, { label: 'Rows not taken', numeric: true }, { label: 'Files refused', numeric: true },
          ],
          rows: sources.map((source) => [
            { value: source.name },
            { value: source.formats.length === 0 ? 'not recognised' : source.formats.join(', ') },
            { value: source.lastAt.slice(0, 10), shown: <><DateText when={source.lastAt} /> <span className={source.isQuiet ? 'gap-text' : 'sub'}>{source.isQuiet ? `quiet for ${source.age} days` : agoWords(source.age)}</span></> },
            { value: source.limit, shown: source.limit ?? <span className="muted">none: came once, by command</span> },
            { value: `${source.lastBy} (${source.by})`, shown: source.by === 'token' ? source.lastBy : <>command <span className="sub">{source.lastBy}</span></> },
            ...[source.files, source.added, source.updated, source.unchanged].map((value) => ({ value, shown: value.toLocaleString('en-US') })),
            ...[source.rejected, source.refusedFiles].map((value) => ({ value, shown: value === 0 ? <span className="muted">none</span> : <a className="number" href="#not-taken">{value.toLocaleString('en-US')}</a> })),
          ]),
        }} />
      )}
    </Card>
  );
}
