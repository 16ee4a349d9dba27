import { queryOptions } from '@tanstack/react-query';
import type { BodyOf, EndpointName, endpoints, ParamsOf, QueryOf, ResponseOf } from '#contract/endpoints.ts';
import { languageHeader } from '#web/language.ts';
import { requestAddress } from '#web/api/endpoint-paths.ts';
import { problemOf, RequestProblem } from '#web/api/problem.ts';

type NameOf<M extends 'GET' | 'POST'> = { [N in EndpointName]: (typeof endpoints)[N]['method'] extends M ? N : never }[EndpointName];
export type ReadName = NameOf<'GET'>;
/** Files are sent by pipelines with a token of their own, never by a page. */
type PostName = Exclude<NameOf<'POST'>, 'importSend'>;
/** What is recorded. A preview is sent like an act and records nothing. */
export type ActName = Exclude<PostName, 'policyPreview' | 'mappingPreview'>;

/** Query options of one reading endpoint. The key is `[name, params, query]`, so a name alone invalidates all of it. */
export function endpointQuery<N extends ReadName>(name: N, params: ParamsOf<N>, query: QueryOf<N>) {
  return queryOptions({
    queryKey: [name, params, query] as const,
    queryFn: ({ signal }) => readEndpoint(name, params, query, signal),
  });
}

/** Answers reading requests in the place of a server: what a pack holds. Rejects with `RequestProblem`. */
export type RecordSource = (name: ReadName, query: object) => Promise<unknown>;

let source: RecordSource | undefined;

/** From now on reading requests are answered by `held`, and no server is asked. Called once, before anything is drawn. */
export function answerFrom(held: RecordSource): void {
  source = held;
}

/** Asks one reading endpoint. Throws `RequestProblem`; an aborted request rejects as fetch does. */
async function readEndpoint<N extends ReadName>(
  name: N, params: ParamsOf<N>, query: QueryOf<N>, signal: AbortSignal,
): Promise<ResponseOf<N>> {
  // A pack is sealed by the server whose tests parse its answers against the contract.
  if (source !== undefined) return await source(name, query) as ResponseOf<N>;
  return answerOf(name, requestAddress(name, params, query), { signal, headers: { accept: 'application/json', ...languageHeader() } });
}

/** Sends one act. The record is append-only: an act that was accepted is in it for good. */
export async function sendAct<N extends PostName>(name: N, params: ParamsOf<N>, body: BodyOf<N>): Promise<ResponseOf<N>> {
  return answerOf(name, requestAddress(name, params, {}), {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'x-whose-call': '1', ...languageHeader() },
    body: JSON.stringify(body),
  });
}

async function answerOf<N extends EndpointName>(name: N, address: string, request: RequestInit): Promise<ResponseOf<N>> {
  const response = await reach(address, request);
  if (!response.ok) throw await problemOf(response);
  const body: unknown = await response.json();
  if (import.meta.env.DEV) {
    const { checkResponse } = await import('#web/api/check-response.ts');
    checkResponse(name, body);
  }
  // The server's own tests parse every answer against the contract, and so does development; production trusts them.
  return body as ResponseOf<N>;
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted === true) throw error;
    throw new RequestProblem(null, {});
  }
}
