import { userInfo } from 'node:os';
import { dayOf } from '#core/time.ts';
import type { ImportToken } from '#contract/import-token.ts';
import { CallRefused, type Command, type ExitCode, type Terminal } from '#cli/command.ts';
import { dateOption, readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import { createToken, revokeToken, tokensOf } from '#server/tokens/token-book.ts';
import { scopeInWords, scopeOfParts } from '#server/tokens/token-scope.ts';
import type { Store } from '#store/store.ts';

/** The longest a token may be taken: a year and a day, so that each is looked at once a year. */
const LONGEST_DAYS = 366;

export const tokenCommand: Command = {
  name: 'token',
  usage:
    'token create --source NAME --scope service=ID,...|team=ID,...|format=F,... [--scope ...] --until DATE | token list [--json] | token revoke ID [--data DIR | --database URL]',
  summary: 'import tokens for pipelines: made and shown once, listed, revoked',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      ...storeOptions,
      source: { type: 'string' },
      scope: { type: 'string', multiple: true },
      until: { type: 'string' },
      by: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [action, id, ...more] = positionals;
    if (more.length > 0) throw new CallRefused(`"${more[0]}" is one too many.`);
    const by = values.by ?? `${userInfo().username} at the command line`;
    const location = storeLocation(values, terminal);
    switch (action) {
      case 'create': {
        const wish = wishOf(values, terminal);
        return withStore<ExitCode>(location, terminal, async ({ store }) => {
          const { token, secret } = await createToken(store, { ...wish, now: new Date().toISOString(), createdBy: by });
          terminal.say(`The token of ${token.source}, shown once and kept as a hash only. ${scopeInWords(token.scope)}; taken until ${token.until}. Revoke it with: token revoke ${token.id}`);
          terminal.print(values.json === true ? JSON.stringify({ id: token.id, token: secret, ...wish }, undefined, 2) : secret);
          return 0;
        });
      }
      case 'list':
        return withStore<ExitCode>(location, terminal, ({ store }) => list(store, values.json === true, terminal));
      case 'revoke': {
        if (id === undefined) throw new CallRefused('token revoke takes the id that token list shows.');
        return withStore<ExitCode>(location, terminal, async ({ store }) => {
          const token = await revokeToken(store, id, new Date().toISOString(), by);
          terminal.say(token === undefined ? `No token has the id ${id}. token list shows them.` : `${token.id} of ${token.source} is revoked since ${token.revokedAt ?? ''}.`);
          return token === undefined ? 1 : 0;
        });
      }
      default:
        throw new CallRefused('token takes create, list or revoke.');
    }
  },
};

function wishOf({ source, scope, until }: { source?: string | undefined; scope?: string[] | undefined; until?: string | undefined }, terminal: Terminal) {
  if (source === undefined || source.trim() === '') throw new CallRefused('token create takes --source NAME: what the sources page calls what it sends.');
  if (until === undefined) throw new CallRefused('token create takes --until DATE: the last day on which the token is taken.');
  const read = scopeOfParts(scope ?? []);
  if ('fault' in read) throw new CallRefused(read.fault);
  const last = dateOption('until', until, until).slice(0, 10);
  const days = dayOf(last) - dayOf(terminal.today());
  if (days < 0) throw new CallRefused(`--until ${last} is past.`);
  if (days > LONGEST_DAYS) throw new CallRefused(`--until is at most ${LONGEST_DAYS} days away; ${last} is ${days}.`);
  return { source: source.trim().slice(0, 100), scope: read, until: last };
}

async function list(store: Store, json: boolean, terminal: Terminal): Promise<ExitCode> {
  const tokens = await tokensOf(store);
  if (json) terminal.print(JSON.stringify(tokens.map((token) => ({ ...token, hash: undefined })), undefined, 2));
  else terminal.print(tokens.length === 0 ? 'No token was made.' : tokens.map((token) => lineOf(token, terminal.today())).join('\n'));
  return 0;
}

function lineOf({ id, source, scope, until, createdAt, createdBy, revokedAt }: ImportToken, today: string): string {
  const state = revokedAt !== undefined ? `revoked ${revokedAt.slice(0, 10)}` : dayOf(until) < dayOf(today) ? `ended ${until}` : `until ${until}`;
  return `${id}  ${source}  ${state}  ${scopeInWords(scope)}  made ${createdAt.slice(0, 10)} by ${createdBy}`;
}
