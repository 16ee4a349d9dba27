import { z } from 'zod';
import { endpoints, type EndpointName } from '#contract/endpoints.ts';

/** Throws where an answer is not what the contract says. Loaded in development and tests only. */
export function checkResponse(name: EndpointName, body: unknown): void {
  const result = endpoints[name].response.safeParse(body);
  if (!result.success) throw new Error(`The answer of ${name} is not what the contract says:\n${z.prettifyError(result.error)}`);
}
