import { messages, say } from '#language/say.ts';
import { RowsTable } from '#web/pages/sources/RowsTable.tsx';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Said } from '#web/ui/Said.tsx';
import { Empty } from '#web/ui/states.tsx';

const states = messages({ good: 'taken', ended: 'ended', revoked: 'revoked' });

/** Import tokens: for which source and scope, until when, made by whom. The token itself is kept nowhere. */
export function TokensCard({ list: { tokens } }: { list: SourceList }) {
  const good = tokens.filter(({ state }) => state === 'good').length;
  return (
    <Card
      id="tokens" className="span-12"
      headline={tokens.length === 0 ? say('No pipeline has a token yet') : say('{good, plural, one {# import token is} other {# import tokens are}} taken', { good })}
      subtitle={say('A token opens imports within its scope and nothing else; it is shown once, when it is made')}
      foot={tokens.length === 0 ? undefined : <Said message="Made with {make} and ended with {end}, while the server runs" values={{ make: <code>token create</code>, end: <code>token revoke ID</code> }} />}
    >
      {tokens.length === 0 ? <Empty><Said message="Make one, while the server runs, with: {command}" values={{ command: <code>npm run whose-call -- token create --source NAME --scope service=ID --until DATE</code> }} /></Empty> : (
        <RowsTable data={{
          caption: say('Import tokens'), file: 'import-tokens',
          columns: [{ label: say('Source') }, { label: say('Id') }, { label: say('Scope') }, { label: say('State') }, { label: say('Until') }, { label: say('Made by') }],
          rows: tokens.map(({ id, source, scope, state, until, createdAt, createdBy }) => [
            { value: source }, { value: id, shown: <code>{id}</code> }, { value: scope }, { value: say(states[state]) }, { value: until, shown: <DateText when={until} /> },
            { value: createdBy, shown: <Said message="{who}, {day}" values={{ who: createdBy, day: <DateText when={createdAt} /> }} /> },
          ]),
        }} />
      )}
    </Card>
  );
}
