import { beforeAll, describe, expect, test, vi } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { problemSchema } from '#contract/problem.ts';
import { targetFlaw } from '#server/access/request-target.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';
import { HOST, testApp, type TestApp } from '#test/support/test-app.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let company: TestApp;
beforeAll(async () => {
  company = await testApp(smallCompanyEntries());
});

const owner = '/api/v1/risks/r-refund/owner';
const good = { 'Content-Type': 'application/json', 'X-Whose-Call': '1' };
const body = JSON.stringify({ personId: 'castro' });

function send(method: string, path: string, headers: Record<string, string>, text?: BodyInit): Promise<Response> {
  return company.app(new Request(`http://${HOST}${path}`, { method, headers, ...(text === undefined ? {} : { body: text }) }));
}

describe('a bad request is answered with its status and a problem, and never with a trace', () => {
  test.each([
    ['H01 another host', 'GET', '/api/v1/picture', { Host: 'evil.example' }, 421],
    ['H01 our name on another port', 'GET', '/api/v1/picture', { Host: '127.0.0.1:80' }, 421],
    ['H04 Origin null', 'POST', owner, { ...good, Origin: 'null' }, 403],
    ['H04 a foreign Origin', 'POST', owner, { ...good, Origin: 'https://evil.example' }, 403],
    ['H05 an empty first segment', 'GET', '//api/v1/picture', {}, 400],
    ['H06 an encoded slash outside an id', 'GET', '/api%2Fv1%2Fpicture', {}, 400],
    ['H08 another case', 'GET', '/API/v1/picture', {}, 404],
    ['H09 an encoded NUL', 'GET', '/api/v1/findings/%00', {}, 400],
    ['H09 an encoded line feed', 'GET', '/api/v1/findings/a%0ab', {}, 400],
    ['H09 half an escape', 'GET', '/api/v1/findings/%zz', {}, 400],
    ['H09 overlong UTF-8', 'GET', '/api/v1/findings/%c0%ae', {}, 400],
    ['H10 JSON as text/plain', 'POST', owner, { ...good, 'Content-Type': 'text/plain' }, 415],
    ['H11 another charset', 'POST', owner, { ...good, 'Content-Type': 'application/json; charset=utf-7' }, 415],
    ['H11 two types', 'POST', owner, { ...good, 'Content-Type': 'application/json, text/plain' }, 415],
    ['H11 a tab and more', 'POST', owner, { ...good, 'Content-Type': 'application/json\ta' }, 415],
    ['H12 without X-Whose-Call', 'POST', owner, { 'Content-Type': 'application/json' }, 403],
    ['H12 with another value of it', 'POST', owner, { ...good, 'X-Whose-Call': 'yes' }, 403],
    ['H15 a cross-site read', 'GET', '/api/v1/picture', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['H15 a same-site act', 'POST', owner, { ...good, 'Sec-Fetch-Site': 'same-site' }, 403],
    ['H20 a compressed body', 'POST', owner, { ...good, 'Content-Encoding': 'gzip' }, 415],
    ['H21 a chain of encodings', 'POST', owner, { ...good, 'Content-Encoding': 'gzip, gzip' }, 415],
    ['H22 an unknown verb', 'BREW', '/api/v1/picture', {}, 405],
    ['H22 DELETE', 'DELETE', owner, {}, 405],
    ['H24 a name twice', 'GET', '/api/v1/findings?team=a&team=b', {}, 400],
    ['H24 a list', 'GET', '/api/v1/findings?team[]=a', {}, 400],
    ['H24 the prototype', 'GET', '/api/v1/findings?__proto__[x]=1', {}, 400],
    ['H24 the prototype itself', 'GET', '/api/v1/findings?__proto__=1', {}, 400],
    ['H26 limit -1', 'GET', '/api/v1/findings?limit=-1', {}, 400],
    ['H26 limit 0', 'GET', '/api/v1/findings?limit=0', {}, 400],
    ['H26 limit 201', 'GET', '/api/v1/findings?limit=201', {}, 400],
    ['H26 limit 1e9', 'GET', '/api/v1/findings?limit=1e9', {}, 400],
    ['H26 limit NaN', 'GET', '/api/v1/findings?limit=NaN', {}, 400],
    ['H26 limit ٣', 'GET', '/api/v1/findings?limit=%D9%A3', {}, 400],
    ['H27 a sort nobody offers', 'GET', '/api/v1/findings?sort=name;drop', {}, 400],
    ['H27 fields', 'GET', '/api/v1/findings?fields=*', {}, 400],
    ['H28 an id of 10 KB', 'GET', `/api/v1/findings/${'a'.repeat(10_000)}`, {}, 400],
    ['H28 an id in braces', 'GET', '/api/v1/findings/%7B123%7D', {}, 404],
    ['a day that is none', 'GET', '/api/v1/picture?asOf=2026-02-30', {}, 400],
    ['an instant for a day', 'GET', '/api/v1/picture?asOf=2026-02-03T00:00:00Z', {}, 400],
    ['a severity nobody uses', 'GET', '/api/v1/findings?severity=HIGH', {}, 400],
    ['D05 reading a deciding address', 'GET', '/api/v1/risks/r-refund/decisions', {}, 405],
    ['D05 HEAD of a deciding address', 'HEAD', '/api/v1/risks/r-refund/decisions', {}, 405],
    ['an address nobody offers', 'GET', '/api/v1/risks', {}, 404],
  ])('%s', async (name, method, path, headers, status) => {
    const response = await send(method, path, headers, method === 'POST' ? body : undefined);
    expect(response.status).toBe(status);
    if (method === 'HEAD') return;
    const problem = problemSchema.parse(await response.json());
    expect([problem.status, name.length > 0]).toEqual([status, true]);
    expect(JSON.stringify(problem)).not.toMatch(/\.ts\b|node_modules|\bat .+:\d+/);
    expect(company.logged).toEqual([]);
  });

  test('H19 a body at the limit is read, one byte more is not, with or without Content-Length', async () => {
    const filled = (size: number): string => JSON.stringify({ personId: 'castro', pad: '' }).replace('""', `"${'x'.repeat(size - 30)}"`);
    const exact = filled(256 * 1024);
    expect(new TextEncoder().encode(exact)).toHaveLength(256 * 1024);
    expect((await send('POST', owner, good, exact)).status).toBe(422);
    expect((await send('POST', owner, good, `${exact} `)).status).toBe(413);
  });

  test('a body that is not JSON, or not UTF-8, is 400', async () => {
    expect((await send('POST', owner, good, '{"personId":')).status).toBe(400);
    expect((await send('POST', owner, good, new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400);
  });

  test('H13 a header cannot turn a read into an act', async () => {
    const response = await send('GET', '/api/v1/picture', { 'X-HTTP-Method-Override': 'POST' });
    expect(response.status).toBe(200);
  });

  test('H22 a method that is not offered is told which are', async () => {
    expect((await send('PUT', owner, {})).headers.get('allow')).toBe('POST');
    expect((await send('POST', '/api/v1/picture', good, '{}')).headers.get('allow')).toBe('GET, HEAD');
  });

  test('H23 a range is ignored', async () => {
    expect((await send('GET', '/api/v1/picture', { Range: 'bytes=0-10' })).status).toBe(200);
  });

  test('H30 a GET with a body is refused', async () => {
    expect((await send('GET', '/api/v1/picture', { 'Content-Length': '12' })).status).toBe(400);
  });
});

describe('the raw target, as the node layer sees it', () => {
  test.each([
    '/api/v1/../admin', '/api/v1/./x', '/api/v1/%2e%2e/admin', '//evil', '/a\\b', '/a%5Cb', '/a%00', '/a%0A', '/%zz', '/%c0%ae',
  ])('%s has two readings and is refused', (target) => {
    expect(targetFlaw(target)).toBeDefined();
  });

  test.each(['/', '/api/v1/picture?x=//y', '/api/v1/findings/github.com%2Facme%2Fapp', '/teams/R%26D', '/assets/a.b-c.js'])('%s has one', (target) => {
    expect(targetFlaw(target)).toBeUndefined();
  });
});

test('an id may hold a slash, a percent sign, spaces and other scripts', async () => {
  for (const id of ['github.com/acme/app', '100%', 'a b', 'Ä/é', '%2F', '..a']) {
    const response = await company.get(`/api/v1/findings/${encodeURIComponent(id)}`);
    const problem = problemSchema.parse(await response.json());
    expect([response.status, problem.detail]).toEqual([404, `No finding ${id} was on the record on 2026-11-21.`]);
  }
});

test('every answer carries the headers that keep it where it belongs', async () => {
  const ways = [
    await company.get('/api/v1/picture'), await company.get('/api/v1/findings'), await company.get('/nothing'),
    await company.get('/healthz'), await send('GET', '/api/v1/picture', { Host: 'evil.example' }), await send('POST', owner, {}, body),
  ];
  for (const { headers } of ways) {
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(headers.get('cache-control')).toBe(headers.has('etag') ? 'private, no-cache' : 'no-store');
  }
});

test('the page\'s own origin may act', async () => {
  const response = await send('POST', owner, { ...good, Origin: `http://${HOST}`, 'Sec-Fetch-Site': 'same-origin' }, body);
  expect(response.status).toBe(201);
});

/** Documented cases are files that come with the product: they are answered without the store. */
const CASES = '/api/v1/cases';

test('a fault inside any read of the store is 500 without detail, logged once under the id the caller is given', async () => {
  const fault = () => Promise.reject(new Error('secret path /var/db'));
  // Last in the file: it empties the store the others ask.
  const broken = await testApp(smallCompanyEntries(), { version: fault, entries: fault, findings: fault, finding: fault, imports: fault });
  const reads = Object.values(endpoints).filter(({ method, path }) => method === 'GET' && path !== '/api/v1/record' && !path.startsWith(CASES));
  for (const { path } of reads) {
    broken.logged.length = 0;
    const response = await broken.get(`${path.replace(':id', 'f-1')}${path.endsWith('search') ? '?q=x' : ''}`);
    const problem = problemSchema.parse(await response.json());
    expect([path, response.status, problem.instance]).toEqual([path, 500, broken.logged[0]?.id]);
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(broken.logged).toHaveLength(1);
  }
});
