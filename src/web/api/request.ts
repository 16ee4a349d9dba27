import { problemOf, RequestProblem } from '#web/api/problem.ts';

export type QueryValues = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** GETs one JSON document of the API. Throws `RequestProblem`; an aborted request rejects as fetch does. */
export async function requestJson(path: string, values: QueryValues, signal: AbortSignal): Promise<unknown> {
  const query = queryOf(values);
  const response = await reach(query === '' ? path : `${path}?${query}`, signal);
  if (!response.ok) throw await problemOf(response);
  return await response.json();
}

/** Query string of the given values; absent ones are left out, lists are repeated. */
export function queryOf(values: QueryValues): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (typeof value === 'string' || typeof value === 'number') query.append(name, String(value));
    else for (const one of value) query.append(name, one);
  }
  return query.toString();
}

async function reach(address: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { signal, headers: { accept: 'application/json' } });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new RequestProblem({ title: 'The server could not be reached', status: null, detail: null, instance: null });
  }
}
