import { gzipSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { importListSchema, importSentSchema } from '#contract/import-report.ts';
import type { TokenScope } from '#contract/import-token.ts';
import { endpoints } from '#contract/endpoints.ts';
import { problemSchema } from '#contract/problem.ts';
import { limits } from '#importers/reading/limits.ts';
import { createToken, revokeToken, tokensOf } from '#server/tokens/token-book.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';
import { HOST, testApp, type TestApp } from '#test/support/test-app.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const services = new Set(smallCompanyEntries().flatMap((entry) => (entry.kind === 'services' ? [entry.entity] : [])));
const [own, other] = [...services].filter(({ teamId }) => teamId !== undefined);
const ownId = own?.id ?? '';
const otherId = other?.id ?? '';

let company: TestApp;
let secret: string;

async function tokenFor(scope: Partial<TokenScope> = {}, until = '2026-12-31'): Promise<string> {
  const made = await createToken(company.store, {
    source: 'ci shop', scope: { formats: ['sarif', 'whose-call'], services: [ownId], teams: [], ...scope }, until, now: '2026-11-20T08:00:00Z', createdBy: 'ana',
  });
  return made.secret;
}

beforeAll(async () => {
  company = await testApp(smallCompanyEntries());
});
beforeEach(async () => {
  secret = await tokenFor();
});

const finding = (id: string, serviceId: string): string =>
  JSON.stringify({ schema: 'whose-call/1', findings: [{ id, serviceId, at: '2026-11-01', severity: 'high' }] });

function send(body: BodyInit | null, { token = secret, query = '', headers = {} }: { token?: string; query?: string; headers?: Record<string, string> } = {}): Promise<Response> {
  return company.app(new Request(`http://${HOST}/api/v1/imports${query}`, { method: 'POST', body, headers: { Authorization: `Bearer ${token}`, ...headers } }));
}

async function code(response: Response): Promise<[number, string]> {
  const problem = problemSchema.parse(await response.json());
  expect(problem.remedy).not.toBe('');
  return [response.status, problem.type.replace('urn:whose-call:problem:', '')];
}

describe('a file sent with a token', () => {
  test('is read in, and its report is that of the import command; sent again it changes nothing', async () => {
    const first = importSentSchema.parse(await (await send(finding('f-new', ownId), { query: '?file=ci/shop.json' })).json());
    expect(first.reports).toMatchObject([{ file: 'ci/shop.json', format: 'whose-call', added: 1, refused: false }]);
    const again = importSentSchema.parse(await (await send(finding('f-new', ownId))).json());
    expect(again.reports).toMatchObject([{ added: 0, updated: 0, unchanged: 1 }]);
    expect(await company.store.finding('f-new', '2026-11-21')).toMatchObject({ serviceId: ownId });
  });

  test('stays on record with who sent it, a refused one too', async () => {
    await send('no format at all', { query: '?file=odd.bin' });
    const { imports } = importListSchema.parse(await company.json('/api/v1/imports'));
    expect(imports[0]).toMatchObject({ source: 'odd.bin', sender: 'ci shop', recordedBy: 'token ci shop', reports: [{ refused: true }] });
  });

  test('is unpacked where it is gzip', async () => {
    const packed = new Uint8Array(gzipSync(finding('f-gz', ownId)));
    const { reports } = importSentSchema.parse(await (await send(packed, { headers: { 'Content-Encoding': 'gzip' } })).json());
    expect(reports).toMatchObject([{ added: 1 }]);
    expect(await code(await send(packed, { headers: { 'Content-Encoding': 'gzip, gzip' } }))).toEqual([415, 'media-type']);
  });

  test('is only looked at in a dry run', async () => {
    const before = await company.store.version();
    const { reports, version } = importSentSchema.parse(await (await send(finding('f-dry', ownId), { query: '?dry-run=true' })).json());
    expect([reports[0]?.added, reports[0]?.dryRun, version]).toEqual([1, true, before]);
  });

  test('at the limit is taken and one byte more is not', async () => {
    const text = finding('f-big', ownId);
    const filled = (size: number): Uint8Array<ArrayBuffer> => {
      const bytes = new Uint8Array(size).fill(0x20);
      bytes.set(new TextEncoder().encode(text));
      return bytes;
    };
    expect((await send(filled(limits.uploadBytes), { query: '?dry-run=true' })).status).toBe(200);
    expect(await code(await send(filled(limits.uploadBytes + 1)))).toEqual([413, 'file-too-large']);
  });
});

describe('what a token does not open', () => {
  test('no token, a wrong one and one nobody made: 401, the last two with the same answer', async () => {
    const none = await company.app(new Request(`http://${HOST}/api/v1/imports`, { method: 'POST', body: 'x' }));
    expect(await code(none)).toEqual([401, 'token-required']);
    const wrong = await send('x', { token: `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}` });
    const unknown = await send('x', { token: 'anything' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
    expect(wrong.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('one that ended or was revoked: 401 that says so; on its last day it is taken', async () => {
    expect(await code(await send('x', { token: await tokenFor({}, '2026-11-20') }))).toEqual([401, 'token-ended']);
    expect((await send(finding('f-last', ownId), { token: await tokenFor({}, '2026-11-21') })).status).toBe(200);
    const gone = await tokenFor();
    const made = (await tokensOf(company.store)).at(-1);
    await revokeToken(company.store, made?.id ?? '', '2026-11-21T08:00:00Z', 'ana');
    expect(await code(await send('x', { token: gone }))).toEqual([401, 'token-ended']);
  });

  test('another service, by the address or in the file: 403, and nothing of the file is taken', async () => {
    expect(await code(await send(finding('f-x', otherId), { query: `?service=${otherId}` }))).toEqual([403, 'out-of-scope']);
    const both = JSON.stringify({ schema: 'whose-call/1', findings: [{ id: 'f-mine', serviceId: ownId, at: '2026-11-01', severity: 'high' }, { id: 'f-theirs', serviceId: otherId, at: '2026-11-01', severity: 'high' }] });
    const response = await send(both);
    const text = await response.clone().text();
    expect(await code(response)).toEqual([403, 'out-of-scope']);
    expect(text).not.toContain(otherId);
    expect(await company.store.finding('f-mine', '2026-11-21')).toBeUndefined();
  });

  test('a finding of another service under its own: 403', async () => {
    expect(await code(await send(finding(`${otherId}:trivy:x`, ownId)))).toEqual([403, 'out-of-scope']);
  });

  test.each([
    ['a grant', { grants: [{ id: 'g-x', granteeId: 'castro', grantorId: 'ROOT', scope: {} }] }],
    ['the policy', { policy: { clock: { U3: 300 } } }],
    ['a team', { teams: [{ id: 't-x', kind: 'engineering' }] }],
  ])('%s, whatever its formats are: 403', async (_, entries) => {
    expect(await code(await send(JSON.stringify({ schema: 'whose-call/1', ...entries })))).toEqual([403, 'out-of-scope']);
  });

  test('another format, by the address or by the content: 403', async () => {
    const narrow = await tokenFor({ formats: ['sarif'] });
    expect(await code(await send('x', { token: narrow, query: '?format=whose-call' }))).toEqual([403, 'out-of-scope']);
    expect(await code(await send(finding('f-y', ownId), { token: narrow }))).toEqual([403, 'out-of-scope']);
    expect(await code(await send('x', { query: '?format=nonsense' }))).toEqual([400, 'bad-request']);
  });

  test('a team token covers the services of the team and of those below it, and no other', async () => {
    const team = await tokenFor({ services: [], teams: [own?.teamId ?? ''] });
    expect((await send(finding('f-team', ownId), { token: team })).status).toBe(200);
    expect(other?.teamId).not.toBe(own?.teamId);
    expect(await code(await send(finding('f-team2', otherId), { token: team }))).toEqual([403, 'out-of-scope']);
  });

  test('every other address: 403, reads and acts alike, whether the token is good or not', async () => {
    for (const { method, path } of Object.values(endpoints).filter((endpoint) => !('upload' in endpoint))) {
      for (const token of [secret, 'unknown']) {
        const request = new Request(`http://${HOST}${path.replace(':id', 'x')}`, {
          method, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'X-Whose-Call': '1' }, ...(method === 'POST' ? { body: '{}' } : {}),
        });
        expect([path, ...(await code(await company.app(request)))]).toEqual([path, 403, 'token-elsewhere']);
      }
    }
  });

  test('an address that carries one: 400, under any name', async () => {
    for (const query of [`?token=${secret}`, `?file=${secret}`, '?access_token=x']) {
      expect(await code(await send('x', { query }))).toEqual([400, 'token-in-address']);
      expect(await code(await company.get(`/api/v1/picture${query}`))).toEqual([400, 'token-in-address']);
    }
  });

  test('a moment to come, another site: 400 and 403', async () => {
    expect(await code(await send('x', { query: '?at=2026-11-22' }))).toEqual([400, 'bad-request']);
    expect(await code(await send('x', { headers: { Origin: 'https://evil.example' } }))).toEqual([403, 'cross-site']);
  });

  test('more files in a second than are taken: 429 with when to come back', async () => {
    const busy = await tokenFor();
    const statuses: number[] = [];
    for (let count = 0; count < limits.uploadsPerSecond; count += 1) statuses.push((await send(null, { token: busy, query: '?at=2026-11-22' })).status);
    expect(new Set(statuses)).toEqual(new Set([400]));
    const more = await send(null, { token: busy });
    expect(more.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await code(more)).toEqual([429, 'busy']);
  });
});

test('a token is kept as a hash, with who made it and for what', async () => {
  const kept = await tokensOf(company.store);
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect(kept.at(-1)).toMatchObject({ source: 'ci shop', createdBy: 'ana', until: '2026-12-31', scope: { services: [ownId] } });
});
