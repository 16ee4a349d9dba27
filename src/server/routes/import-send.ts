import { say } from '#language/say.ts';
import { isAfter, type When } from '#core/time.ts';
import { viewAsOf } from '#core/record/view.ts';
import type { ImportSent } from '#contract/import-report.ts';
import type { ImportToken } from '#contract/import-token.ts';
import { importers } from '#importers/detect.ts';
import { formatNames, type FormatName, type Source } from '#importers/importer.ts';
import { limits } from '#importers/reading/limits.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import type { AppContext } from '#server/context.ts';
import { importSources } from '#server/imports/import-sources.ts';
import { OUT_OF_SCOPE } from '#server/imports/write-scope.ts';
import { sampleNote } from '#server/routes/act.ts';
import type { Call, Route } from '#server/routes/route.ts';
import { stateOfToken } from '#server/tokens/token-book.ts';
import { coversFormat, coversService, writeScopeOf } from '#server/tokens/token-scope.ts';

/**
 * One file of a pipeline: the token first, then what it asks for against the scope, then the body to a place of its own,
 * and only then into the record by the path every import takes. Nothing is half taken, and the same file sent again
 * changes nothing.
 */
export const importSend: Route<'importSend'> = async (call) => {
  const { context, request, query } = call;
  const token = await tokenOf(request, context);
  const format = formatOf(token, query.format);
  const leave = context.uploads.gate.enter(token.id, Date.parse(context.clock.now()));
  try {
    const spooled = await context.uploads.spool(nameOf(query.file), request.body, limits.uploadBytes);
    try {
      return await context.oneAtATime(() => takeIn(call, token, format, spooled.source));
    } finally {
      await spooled.discard();
    }
  } finally {
    leave();
  }
};

async function takeIn({ context, query }: Call<'importSend'>, token: ImportToken, format: FormatName | undefined, source: Source): Promise<ImportSent> {
  const { store } = context;
  const serviceId = await serviceOf(query.service, token, context);
  const reports = await importSources({
    store, importers, sources: [source], unpack: context.uploads.unpack,
    options: {
      at: momentOf(query.at, context.clock.now()),
      recordedBy: `token ${token.source}`,
      sender: token.source,
      format,
      scope: writeScopeOf(token.scope),
      defaults: { serviceId, releaseId: query.release, stageId: query.stage, teamId: query.team },
      completeScan: query.complete,
      dryRun: query['dry-run'],
      keepArrivals: true,
    },
  });
  const outside = reports.flatMap((report) => report.rejected).find(({ code }) => code === OUT_OF_SCOPE);
  if (outside !== undefined) throw outOfScope(outside.reason);
  return { version: await store.version(), reports, note: await sampleNote(context) };
}

/** The token of a request, if it is taken now. A wrong token and one nobody made get the same answer. */
async function tokenOf(request: Request, { store, clock }: AppContext): Promise<ImportToken> {
  const [, secret] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const headers = { 'WWW-Authenticate': 'Bearer' };
  if (secret === undefined) throw new RequestRefused('token-required', { headers });
  const found = await stateOfToken(store, secret, clock.now());
  switch (found.state) {
    case 'good':
      return found.token;
    case 'unknown':
      throw new RequestRefused('token-unknown', { headers });
    case 'ended':
      throw new RequestRefused('token-ended', () => ({ detail: say('It was taken until {day}.', { day: found.token.until }), headers }));
    case 'revoked':
      throw new RequestRefused('token-ended', () => ({ detail: say('It was revoked on {day}.', { day: found.token.revokedAt?.slice(0, 10) ?? '' }), headers }));
  }
}

function formatOf(token: ImportToken, asked: string | undefined): FormatName | undefined {
  if (asked === undefined) return undefined;
  const known = formatNames.find((name) => name === asked);
  if (known === undefined) throw badQuery('format', `is none of ${formatNames.join(', ')}`);
  if (!coversFormat(token.scope, known)) throw outOfScope(`The token does not take the format ${known}.`);
  return known;
}

/** The service asked for, if the token covers it; the only one of the token where none is. */
async function serviceOf(asked: string | undefined, { scope }: ImportToken, { store, clock }: AppContext): Promise<string | undefined> {
  const [only, ...others] = scope.services;
  if (asked === undefined) return only !== undefined && only !== '*' && others.length === 0 && scope.teams.length === 0 ? only : undefined;
  if (!coversService(scope, asked, viewAsOf(await store.entries(), clock.now()))) throw outOfScope('The token does not cover the service that is asked for.');
  return asked;
}

function momentOf(asked: When | undefined, now: When): When {
  if (asked === undefined) return now;
  if (isAfter(asked.slice(0, 10), now.slice(0, 10))) throw badQuery('at', 'is after today');
  return asked;
}

/** What messages call the file: its last part, so that nothing looks like a path of this machine. */
function nameOf(file: string | undefined): string {
  const parts = (file ?? 'upload').split(/[\\/]+/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.slice(-2).join('/') || 'upload';
}

function badQuery(place: string, message: string): RequestRefused {
  return new RequestRefused('bad-request', { detail: `${place} ${message}.`, errors: [{ place, message }] });
}

function outOfScope(detail: string): RequestRefused {
  return new RequestRefused('out-of-scope', { detail });
}
