import { endpoints, type EndpointName, type ParamsOf, type QueryOf } from '#contract/endpoints.ts';

type QueryValue = string | number | boolean | undefined;

/** Path and query of a request, every id and value encoded; absent values are left out. */
export function addressOf<N extends EndpointName>(name: N, params: ParamsOf<N>, query: QueryOf<N>): string {
  const given = new Map<string, QueryValue>(Object.entries(params));
  const path = endpoints[name].path.replaceAll(/:([a-zA-Z]+)/g, (_, field: string) => encodeURIComponent(String(given.get(field))));
  const text = queryText(Object.entries(query));
  return text === '' ? path : `${path}?${text}`;
}

function queryText(values: readonly (readonly [string, QueryValue])[]): string {
  return values
    .flatMap(([name, value]) => (value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`]))
    .join('&');
}
