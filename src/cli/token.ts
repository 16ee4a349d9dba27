import { userInfo } from 'node:os';
import { dayOf } from '#core/time.ts';
import { CallRefused, type Command, type ExitCode, type Terminal } from '#cli/command.ts';
import { dateOption, readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import { askControl } from '#server/node/control-socket.ts';
import { FolderHeld } from '#server/node/folder-lock.ts';
import type { StoreLocation } from '#server/node/open-store.ts';
import { answerTokenRequest, tokenAnswerSchema, type ListedToken, type TokenAnswer, type TokenRequest } from '#server/tokens/token-desk.ts';
import { scopeInWords, scopeOfParts } from '#server/tokens/token-scope.ts';

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
        return say(await answerAt(location, { act: 'create', ...wish, by }, terminal), values.json === true, terminal);
      }
      case 'list':
        return say(await answerAt(location, { act: 'list' }, terminal), values.json === true, terminal);
      case 'revoke': {
        if (id === undefined) throw new CallRefused('token revoke takes the id that token list shows.');
        const answer = await answerAt(location, { act: 'revoke', id, by }, terminal);
        if (answer.act === 'revoke' && answer.token === null) {
          terminal.say(`No token has the id ${id}. token list shows them.`);
          return 1;
        }
        return say(answer, values.json === true, terminal);
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

/** Asks the record; where a running server holds it, the server is asked and goes on running. */
async function answerAt(location: StoreLocation, request: TokenRequest, terminal: Terminal): Promise<TokenAnswer> {
  try {
    return await withStore(location, terminal, ({ store }) => answerTokenRequest(store, request, new Date().toISOString()));
  } catch (error) {
    if (!(error instanceof FolderHeld) || !('dataDir' in location)) throw error;
    const answer = tokenAnswerSchema.safeParse(await askControl(location.dataDir, request));
    if (!answer.success) throw error;
    terminal.say('The server that holds the data folder did it, and goes on running.');
    return answer.data;
  }
}

function say(answer: TokenAnswer, json: boolean, terminal: Terminal): ExitCode {
  switch (answer.act) {
    case 'create': {
      const { token: { id, source, scope, until }, secret } = answer;
      terminal.say(`The token of ${source}, shown once and kept as a hash only. ${scopeInWords(scope)}; taken until ${until}. Revoke it with: token revoke ${id}`);
      terminal.print(json ? JSON.stringify({ id, token: secret, source, scope, until }, undefined, 2) : secret);
      return 0;
    }
    case 'list':
      if (json) terminal.print(JSON.stringify(answer.tokens, undefined, 2));
      else terminal.print(answer.tokens.length === 0 ? 'No token was made.' : answer.tokens.map((token) => lineOf(token, terminal.today())).join('\n'));
      return 0;
    case 'revoke':
      terminal.say(`${answer.token?.id ?? ''} of ${answer.token?.source ?? ''} is revoked since ${answer.token?.revokedAt ?? ''}.`);
      return 0;
  }
}

function lineOf({ id, source, scope, until, createdAt, createdBy, revokedAt }: ListedToken, today: string): string {
  const state = revokedAt !== undefined ? `revoked ${revokedAt.slice(0, 10)}` : dayOf(until) < dayOf(today) ? `ended ${until}` : `until ${until}`;
  return `${id}  ${source}  ${state}  ${scopeInWords(scope)}  made ${createdAt.slice(0, 10)} by ${createdBy}`;
}
