import { Hono } from 'hono';
import type { When } from '#core/time.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { inLanguage } from '#language/current.ts';
import { say } from '#language/say.ts';
import { endpoints, type EndpointName } from '#contract/endpoints.ts';
import { openApiDocument } from '#contract/openapi.ts';
import type { Store } from '#store/store.ts';
import { guardAct, guardRequest, guardToken, guardUpload } from '#server/access/guard.ts';
import { inItsLanguage, languageOf } from '#server/access/language-of.ts';
import { parseCall } from '#server/access/parse-call.ts';
import { problemResponse, RequestRefused } from '#server/access/refusal.ts';
import { secured } from '#server/access/security-headers.ts';
import { settingNames, type AppContext } from '#server/context.ts';
import { createCaseKeeper } from '#server/case-keeper.ts';
import { createPictureKeeper, type PictureKeeperIn } from '#server/picture-keeper.ts';
import type { Caller, CaseFiles, Clock, Identity, Log, UploadParts } from '#server/ports.ts';
import type { Answer, Call, Route } from '#server/routes/route.ts';
import { routes } from '#server/routes/routes.ts';
import { memorySpool } from '#server/uploads/spool.ts';
import { createUploadGate } from '#server/uploads/upload-gate.ts';

export interface AppParts {
  store: Store;
  clock: Clock;
  identity: Identity;
  log: Log;
  /** Host names with port, lower case, that this server answers for: `127.0.0.1:4600`. */
  allowedHosts: readonly string[];
  /** The day that counts as today where the store has no frozen date of its own. */
  sampleAsOf?: When | undefined;
  /** The documented cases to replay; absent = none. */
  caseFiles?: CaseFiles | undefined;
  /** For files that arrive over HTTP; absent = kept in memory while they are read, and archives are refused. */
  uploads?: UploadParts | undefined;
  /** Parse every answer against its contract; in development and tests, so that neither can drift. */
  checkResponses: boolean;
  /** Version of the product, for the OpenAPI document. */
  version?: string | undefined;
}

const HEALTH = ['/healthz', '/readyz', '/api/v1/openapi.json'] as const;

/**
 * The API over a store: a function from a request to a response that touches nothing else, so that Node, a test
 * and a service worker in the browser host the same one. Whatever goes wrong inside is answered with a problem.
 */
export function createApp(parts: AppParts): (request: Request) => Promise<Response> {
  const { log } = parts;
  const hono = new Hono();
  const context = contextOf(parts);
  const pictures = createPictureKeeper(parts.store);
  const table: [string, Endpoint][] = Object.entries(endpoints);
  for (const [name, endpoint] of table) {
    if (isEndpointName(name)) bind(hono, parts, { context, pictures }, name, endpoint);
  }
  hono.get('/healthz', () => Response.json({ status: 'up' }));
  hono.get('/readyz', async () => Response.json({ status: 'ready', recordVersion: await parts.store.version() }));
  hono.get('/api/v1/openapi.json', () => Response.json(openApiDocument(parts.version ?? '0')));
  for (const [path, methods] of methodsByPath(table)) {
    const headers = { Allow: methods };
    hono.all(path, ({ req }) => inLanguage(languageOf(req.raw), () => problemResponse('method-not-allowed', { headers })));
  }
  hono.notFound(({ req }) =>
    inLanguage(languageOf(req.raw), () => problemResponse('not-found', { remedy: say('The addresses are listed in /api/v1/openapi.json.') })));
  hono.onError((error, { req }) => inLanguage(languageOf(req.raw), () => answerError(error, log)));
  return async (request) => {
    try {
      inLanguage(languageOf(request), () => guardRequest(request, parts.allowedHosts));
      return secured(await hono.fetch(request));
    } catch (error) {
      return secured(inLanguage(languageOf(request), () => answerError(error, log)));
    }
  };
}

/** What all requests share; the rest of the context is of one request, in its language. */
interface Shared {
  context: Omit<AppContext, 'language' | 'pictures'>;
  pictures: PictureKeeperIn;
}

function isEndpointName(name: string): name is EndpointName {
  return Object.hasOwn(endpoints, name);
}

function bind<N extends EndpointName>(hono: Hono, parts: AppParts, { context, pictures }: Shared, name: N, endpoint: Endpoint): void {
  const route: Route<N> = routes[name];
  hono.on(endpoint.method, endpoint.path, async ({ req }) => {
    const request = req.raw;
    const language = languageOf(request);
    inLanguage(language, () => {
      if (endpoint.upload === true) guardUpload(request, parts.allowedHosts);
      else guardToken(request);
      if (endpoint.method !== 'GET' && endpoint.upload !== true) guardAct(request, parts.allowedHosts);
    });
    const parsed = await parseCall(endpoint, request, req.param());
    // The schemas the three were just parsed with are those of this endpoint: the types of `Call<N>` are theirs.
    const call = { ...parsed, request, caller: callerOf(parts, request), context: { ...context, language, pictures: pictures(language) } } as Call<N>;
    const answer: Answer<N> = await route(call);
    if (parts.checkResponses) return inItsLanguage(await checked(endpoint, answer), language);
    return inItsLanguage(answer instanceof Response ? answer : Response.json(answer, { status: endpoint.status }), language);
  });
}

function callerOf({ identity }: AppParts, request: Request): Caller {
  return identity(request);
}

async function checked(endpoint: Endpoint, answer: unknown): Promise<Response> {
  if (!(answer instanceof Response)) {
    return Response.json(endpoint.response.parse(answer), { status: endpoint.status });
  }
  if (answer.status === 304) return answer;
  const text = await answer.text();
  endpoint.response.parse(JSON.parse(text));
  return new Response(text, { status: answer.status, headers: answer.headers });
}

function contextOf({ store, clock, log, sampleAsOf, caseFiles, uploads }: AppParts): Shared['context'] {
  let last: Promise<unknown> = Promise.resolve();
  return {
    store,
    clock,
    log,
    uploads: { ...(uploads ?? { spool: memorySpool }), gate: createUploadGate() },
    cases: createCaseKeeper(caseFiles ?? (() => Promise.resolve([]))),
    async moment() {
      const now = clock.now();
      const saved = await store.setting(settingNames.sampleAsOf);
      const frozen = saved === undefined ? sampleAsOf : saved === '' ? undefined : saved;
      return frozen === undefined ? now : `${frozen}${now.slice(10)}`;
    },
    oneAtATime<T>(act: () => Promise<T>): Promise<T> {
      const next = last.then(act, act);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

function methodsByPath(table: readonly (readonly [string, Endpoint])[]): ReadonlyMap<string, string> {
  const methods = new Map<string, string>(HEALTH.map((path) => [path, 'GET, HEAD']));
  for (const [, { path, method }] of table) {
    const held = methods.get(path);
    const own = method === 'GET' ? 'GET, HEAD' : method;
    methods.set(path, held === undefined ? own : `${held}, ${own}`);
  }
  return methods;
}

/** A refusal says what it is; anything else is logged once under an id and tells the caller no more than that id. */
function answerError(error: unknown, log: Log): Response {
  if (error instanceof RequestRefused) return problemResponse(error.code, error.particulars);
  const id = crypto.randomUUID();
  log({ level: 'error', id, message: error instanceof Error ? error.message : String(error), error });
  if (isStoreStop(error)) return problemResponse('not-writable', {}, id);
  return problemResponse('out-of-order', {}, id);
}

function isStoreStop(error: unknown): boolean {
  return error instanceof Error && (error.name === 'StoreStopped' || error.name === 'LedgerUnwritable');
}
