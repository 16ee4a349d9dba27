import { say } from '#language/say.ts';
import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { languageField, languageSchema } from '#contract/language.ts';
import type { ProblemCode } from '#contract/problem.ts';
import { bodyText } from '#server/access/guard.ts';
import { RequestRefused } from '#server/access/refusal.ts';

export interface ParsedCall {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** Path, query and body of a request, each through its schema. Throws `RequestRefused` naming every flaw. */
export async function parseCall(
  endpoint: Endpoint,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<ParsedCall> {
  const { [languageField]: language, ...query } = queryOf(request);
  parsed(languageSchema.optional(), language, 'bad-request');
  return {
    params: parsed(endpoint.params, params, 'bad-request'),
    query: parsed(endpoint.query, query, 'bad-request'),
    body: endpoint.body === null ? null : parsed(endpoint.body, await jsonOf(request), 'not-acceptable'),
  };
}

function parsed(schema: z.ZodType, value: unknown, code: ProblemCode): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, 20).map((issue) => ({
    place: issue.path.length === 0 ? 'whole' : issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const [first] = errors;
  throw new RequestRefused(code, { detail: first === undefined ? undefined : `${first.place}: ${first.message}.`, errors });
}

/** Each name once: a name given twice has two readings. */
function queryOf(request: Request): Record<string, string> {
  const { searchParams } = new URL(request.url);
  const values = new Map<string, string>();
  for (const [name, value] of searchParams) {
    if (values.has(name)) throw new RequestRefused('bad-request', () => ({ detail: say('The query names {name} twice.', { name }) }));
    if (name === '__proto__') throw new RequestRefused('bad-request', () => ({ detail: say('The query names a field nobody takes.') }));
    values.set(name, value);
  }
  return Object.fromEntries(values);
}

async function jsonOf(request: Request): Promise<unknown> {
  const text = await bodyText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestRefused('bad-request', () => ({ detail: say('The body is not JSON.') }));
  }
}
