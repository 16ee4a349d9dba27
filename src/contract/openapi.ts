import { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpoints } from '#contract/endpoints.ts';
import { languageField, languageSchema } from '#contract/language.ts';
import { problemKinds, problemSchema, PROBLEM_TYPE } from '#contract/problem.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** The API as an OpenAPI 3.1 document, made from the table of endpoints and from nothing else. */
export function openApiDocument(version: string): JsonObject {
  const table: [string, Endpoint][] = Object.entries(endpoints);
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, endpoint] of table) {
    const path = endpoint.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Whose Call',
      version,
      description: 'Who decides each cyber risk, whether they can, and whether they know. Acts need X-Whose-Call: 1.',
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Problem: schemaOf(problemSchema, 'output') } },
  };
}

function operationOf(name: string, endpoint: Endpoint): JsonObject {
  const { body } = endpoint;
  return {
    operationId: name,
    summary: endpoint.summary,
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      { name: languageField, in: 'query', required: false, schema: schemaOf(languageSchema, 'input') },
      acceptLanguage,
      ...(endpoint.method !== 'POST' ? [] : endpoint.upload === true ? [tokenHeader] : [actHeader]),
    ],
    ...(endpoint.upload === true ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } } : {}),
    ...(body === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }),
    responses: {
      [String(endpoint.status)]: {
        description: endpoint.summary,
        content: { 'application/json': { schema: schemaOf(endpoint.response, 'output') } },
      },
      ...problemResponses(endpoint),
    },
  };
}

const acceptLanguage: JsonObject = {
  name: 'Accept-Language', in: 'header', required: false, schema: { type: 'string' }, description: 'Read where the query names no language (RFC 9110, 12.5.4).',
};

const actHeader: JsonObject = {
  name: 'X-Whose-Call', in: 'header', required: true, schema: { type: 'string', const: '1' },
  description: 'Keeps other sites from acting through a browser.',
};

const tokenHeader: JsonObject = {
  name: 'Authorization', in: 'header', required: true, schema: { type: 'string', pattern: '^Bearer .+$' },
  description: 'Bearer and an import token, bound to a source and a scope.',
};

function problemResponses(endpoint: Endpoint): JsonObject {
  const byStatus = new Map<number, string[]>();
  for (const code of endpoint.problems) {
    const { status, title } = problemKinds[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${PROBLEM_TYPE}${code}: ${title}.`]);
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [String(status), { description: lines.join(' '), content }]),
  );
}

function parametersOf(shape: Endpoint['params'], place: 'path' | 'query'): Json[] {
  return Object.entries(shape.shape).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !field.safeParse(undefined).success,
    schema: schemaOf(field, 'input'),
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  // What zod made is JSON by construction; the round trip drops the library's own symbol properties.
  return JSON.parse(JSON.stringify(rest)) as JsonObject;
}
