import { beforeAll, describe, expect, test, vi } from 'vitest';
import { actResponse } from '#contract/act.ts';
import { problemSchema } from '#contract/problem.ts';
import { sourceListSchema } from '#contract/sources.ts';
import { createToken } from '#server/tokens/token-book.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';
import { HOST, testApp, type TestApp } from '#test/support/test-app.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let company: TestApp;
let token: string;
const service = 'till-scan';

/** A complete Trivy scan of one service that finds so many. */
async function scan(day: string, count: number): Promise<void> {
  const body = JSON.stringify({
    SchemaVersion: 2, ArtifactName: service, ArtifactType: 'filesystem', CreatedAt: `${day}T08:00:00Z`,
    Results: [{ Target: 'lock', Class: 'lang-pkgs', Type: 'npm', Vulnerabilities: Array.from({ length: count }, (_, n) => ({ VulnerabilityID: `CVE-2026-${1000 + n}`, PkgName: 'p', InstalledVersion: '1', Severity: 'HIGH', Title: 't' })) }],
  });
  const response = await company.app(new Request(`http://${HOST}/api/v1/imports?complete=true&file=trivy-${day}.json`, { method: 'POST', body, headers: { Authorization: `Bearer ${token}` } }));
  expect(response.status, await response.clone().text()).toBe(200);
}

async function list(query = '') {
  return sourceListSchema.parse(await company.json(`/api/v1/sources${query}`));
}

async function open(): Promise<number> {
  const page = await company.store.findings({ asOf: '2026-11-21', serviceIds: [service], limit: 100 });
  return page.total;
}

beforeAll(async () => {
  company = await testApp([...smallCompanyEntries(), { kind: 'services', entity: { id: service, exposure: 'internal' }, stamp: { recordedAt: '2026-11-01' } }]);
  token = (await createToken(company.store, { source: 'nightly', scope: { formats: ['trivy'], services: [service], teams: [] }, until: '2026-12-31', now: '2026-11-20', createdBy: 'ana' })).secret;
});

describe('the sources of a record', () => {
  test('a source is listed with what it brought, and its service counts as scanned', async () => {
    expect((await list()).coverage.notScanned.map((row) => row.service.id)).toContain(service);
    await scan('2026-11-18', 8);
    const { sources, coverage, tokens } = await list();
    expect(sources.find(({ name }) => name === 'nightly')).toMatchObject({ by: 'token', formats: ['trivy'], added: 8, files: 1, lastBy: 'token nightly' });
    expect(coverage.notScanned.map((row) => row.service.id)).not.toContain(service);
    expect(tokens).toMatchObject([{ source: 'nightly', state: 'good', createdBy: 'ana' }]);
    expect(JSON.stringify(tokens)).not.toContain(token);
  });

  test('shares add up with the lists beside them', async () => {
    const { coverage, unowned, byNobody } = await list();
    expect(coverage.scan.total - coverage.scan.with).toBe(coverage.notScanned.length);
    expect(coverage.owner.total - coverage.owner.with).toBe(unowned.services.length);
    expect(unowned.findings.byService.reduce((sum, row) => sum + row.withoutRisk, 0)).toBe(unowned.findings.withoutRisk);
    expect(byNobody.decisions).toHaveLength(byNobody.total);
  });

  test('a refused file is listed with its reason and what to do', async () => {
    await company.app(new Request(`http://${HOST}/api/v1/imports?file=odd.bin`, { method: 'POST', body: 'no format', headers: { Authorization: `Bearer ${token}` } }));
    expect((await list()).notTaken[0]).toMatchObject({ source: 'nightly', file: 'odd.bin', whole: true, by: 'token nightly' });
  });

  test('a past day knows nothing of what came later', async () => {
    const before = await list('?asOf=2026-11-20');
    expect(before.sources.map(({ name }) => name)).not.toContain('nightly');
  });
});

describe('a held scan', () => {
  const settle = (id: string, body: unknown) => company.act(`/api/v1/held-scans/${encodeURIComponent(id)}`, body);

  test('ends nothing, is discarded or released once, with a reason, and then counts', async () => {
    await scan('2026-11-19', 0);
    expect(await open()).toBe(8);
    const [first] = (await list()).held;
    expect(first).toMatchObject({ service: { id: service }, before: 8, gone: 8, verdict: null, canRelease: true });
    expect((await settle(first?.id ?? '', { verdict: 'release', reason: ' ' })).status).toBe(422);
    const discarded = actResponse.parse(await (await settle(first?.id ?? '', { verdict: 'discard', reason: 'The scanner had no licence.' })).json());
    expect(discarded.sentence).toMatch(/discarded: 8 findings it no longer finds stay open\.$/);
    expect(await open()).toBe(8);
    const again = await settle(first?.id ?? '', { verdict: 'release', reason: 'Changed my mind.' });
    expect([again.status, problemSchema.parse(await again.json()).type]).toEqual([409, 'urn:whose-call:problem:already-so']);

    await scan('2026-11-20', 0);
    const second = (await list()).held.find(({ verdict }) => verdict === null);
    const released = actResponse.parse(await (await settle(second?.id ?? '', { verdict: 'release', reason: 'The service was switched off.' })).json());
    expect(released.sentence).toMatch(/released: 8 findings it no longer finds count as fixed\.$/);
    expect(released.recorded).toHaveLength(8);
    expect(await open()).toBe(0);
    expect((await list()).held.map(({ verdict, reason }) => [verdict, reason])).toEqual([['release', 'The service was switched off.'], ['discard', 'The scanner had no licence.']]);
  });

  test('that nobody knows is not found', async () => {
    expect((await settle('1.2.3', { verdict: 'discard', reason: 'x' })).status).toBe(404);
  });
});
