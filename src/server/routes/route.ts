import type { BodyOf, EndpointName, ParamsOf, QueryOf, ResponseOf } from '#contract/endpoints.ts';
import type { AppContext } from '#server/context.ts';
import type { Caller } from '#server/ports.ts';

/** One request after everything about it was checked. */
export interface Call<N extends EndpointName> {
  params: ParamsOf<N>;
  query: QueryOf<N>;
  body: BodyOf<N>;
  request: Request;
  caller: Caller;
  context: AppContext;
}

/** What a route answers: a value of its contract, or a response it encoded itself. */
export type Answer<N extends EndpointName> = ResponseOf<N> | Response;

export type Route<N extends EndpointName> = (call: Call<N>) => Promise<Answer<N>>;

/** Every endpoint of the contract with what answers it; one left out does not compile. */
export type Routes = { readonly [N in EndpointName]: Route<N> };
