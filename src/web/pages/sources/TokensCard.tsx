import { counted } from '#core/picture/sentences/prose.ts';
import { RowsTable } from '#web/pages/sources/RowsTable.tsx';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Empty } from '#web/ui/states.tsx';

const states = { good: 'taken', ended: 'ended', revoked: 'revoked' } as const;

/** Import tokens: for which source and scope, until when, made by whom. The token itself is kept nowhere. */
export function TokensCard({ list: { tokens } }: { list: SourceList }) {
  const good = tokens.filter(({ state }) => state === 'good').length;
  return (
    <Card
      id="tokens" className="span-12"
      headline={tokens.length === 0 ? 'No pipeline has a token yet' : `${counted(good, 'import token')} ${good === 1 ? 'is' : 'are'} taken`}
      subtitle="A token opens imports within its scope and nothing else; it is shown once, when it is made"
    >
      {tokens.length === 0 ? <Empty>Make one with: <code>npm run whose-call -- token create --source NAME --scope service=ID --until DATE</code></Empty> : (
        <RowsTable data={{
          caption: 'Import tokens', file: 'import-tokens',
          columns: [{ label: 'Source' }, { label: 'Id' }, { label: 'Scope' }, { label: 'State' }, { label: 'Until' }, { label: 'Made by' }],
          rows: tokens.map(({ id, source, scope, state, until, createdAt, createdBy }) => [
            { value: source }, { value: id, shown: <code>{id}</code> }, { value: scope }, { value: states[state] }, { value: until, shown: <DateText when={until} /> },
            { value: createdBy, shown: <>{createdBy}, <DateText when={createdAt} /></> },
          ]),
        }} />
      )}
    </Card>
  );
}
