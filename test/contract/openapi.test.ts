import { beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { endpoints } from '#contract/endpoints.ts';
import { addressOf } from '#contract/address.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';

/** As much of OpenAPI 3.1 as a client generator stumbles over. */
const schemaObject = z.looseObject({});
const content = z.record(z.string(), z.strictObject({ schema: schemaObject }));
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-zA-Z]+$/),
  summary: z.string().min(10),
  parameters: z.array(z.strictObject({
    name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean(), schema: schemaObject, description: z.string().optional(),
  })),
  requestBody: z.strictObject({ required: z.literal(true), content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.strictObject({ description: z.string().min(1), content })),
});
const documentSchema = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.string() })),
  paths: z.record(z.string().startsWith('/api/v1/'), z.record(z.enum(['get', 'post']), operation).or(z.partialRecord(z.enum(['get', 'post']), operation))),
  components: z.strictObject({ schemas: z.record(z.string(), schemaObject) }),
});

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let company: TestApp;
let document: z.infer<typeof documentSchema>;
beforeAll(async () => {
  company = await testApp([]);
  document = documentSchema.parse(await company.json('/api/v1/openapi.json'));
});

const table = Object.entries(endpoints);

test('the document lists every endpoint of the contract under its name, and nothing else', () => {
  const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => `${one?.operationId} ${method.toUpperCase()} ${path}`));
  const expected = table.map(([name, { method, path }]) => `${name} ${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(listed.sort()).toEqual(expected.sort());
});

test('every id of a path is a required parameter, and every act names its header and its body', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, one] of Object.entries(methods)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = one?.parameters.filter((parameter) => parameter.in === 'path' && parameter.required).map((parameter) => parameter.name);
      expect(declared).toEqual(inPath);
      const name = one?.operationId === 'importSend' ? 'Authorization' : 'X-Whose-Call';
      const header = one?.parameters.some((parameter) => parameter.name === name && parameter.required);
      expect([header, one?.requestBody !== undefined]).toEqual([method === 'post', method === 'post']);
    }
  }
});

test('every reference in it leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]);
  expect(references.length).toBeGreaterThan(10);
  for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name);
});

test('bodies of acts take no other field', () => {
  for (const { path, method } of Object.values(endpoints).filter((endpoint) => endpoint.method === 'POST' && !('upload' in endpoint))) {
    const one = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method === 'POST' ? 'post' : 'get'];
    expect(one?.requestBody?.content['application/json']?.schema['additionalProperties']).toBe(false);
  }
});

test('an address is read back by the schemas it was made for', () => {
  const query = { team: 'R&D/app', withSubteams: false, limit: 7, severity: 'high', asOf: '2026-01-31' } as const;
  const url = new URL(addressOf('findingList', {}, query), 'http://x');
  expect(endpoints.findingList.query.parse(Object.fromEntries(url.searchParams))).toEqual(query);
  expect(addressOf('findingView', { id: 'a/b c' }, {})).toBe('/api/v1/findings/a%2Fb%20c');
});
