import { beforeAll, expect, test, vi } from 'vitest';
import { entriesOf, type Workspace } from '#core/record/workspace.ts';
import { findingListSchema, findingViewSchema } from '#contract/finding.ts';
import { riverSchema } from '#contract/river.ts';
import { smallCompany } from '#test/support/small-company.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const escaped = { serviceId: 'login', severity: 'high', defectClass: 'CWE-79', introducedByTeamId: 'signin', introducedStageId: 'code', foundStageId: 'deploy' } as const;
const log4j = { serviceId: 'login', severity: 'critical', component: 'pkg:maven/a/b@1', externalId: 'CVE-2026-1' } as const;

const company: Workspace = {
  ...smallCompany,
  releases: [
    ...(smallCompany.releases ?? []),
    { id: 'login-24.20', serviceId: 'login', at: '2026-07-12', version: '24.20', shippedByTeamId: 'signin', completeScans: [{ tool: 'trivy', at: '2026-07-11' }], recordedAt: '2026-07-12' },
    { id: 'login-24.21', serviceId: 'login', at: '2026-08-12', version: '24.21', shippedByTeamId: 'payments', recordedAt: '2026-08-12' },
  ],
  findings: [
    ...(smallCompany.findings ?? []),
    { id: 'x-1', ...escaped, at: '2026-03-01', fixedAt: '2026-03-20', recordedAt: '2026-03-20' },
    { id: 'x-2', ...escaped, at: '2026-04-01', recordedAt: '2026-04-01' },
    { id: 'login:trivy:CVE-2026-1:0', ...log4j, at: '2026-08-13', source: 'Trivy', introducedReleaseId: 'login-24.21', originMethod: 'scan', publishedAt: '2026-06-01', afterShipping: false, recordedAt: '2026-08-13' },
    { id: 'login:grype:CVE-2026-1:0', ...log4j, at: '2026-05-03', source: 'Grype', recordedAt: '2026-08-13' },
    { id: 'x-3', serviceId: 'login', severity: 'low', at: '2026-08-20', introducedReleaseId: 'login-24.21', originMethod: 'scan', publishedAt: '2026-08-19', afterShipping: true, introducedStageId: 'code', foundStageId: 'deploy', recordedAt: '2026-08-20' },
    { id: 'x-4', serviceId: 'login', severity: 'low', at: '2026-08-20', external: true, recordedAt: '2026-08-20' },
  ],
};

let app: TestApp;
beforeAll(async () => {
  app = await testApp(entriesOf(company));
});

const view = async (id: string) => findingViewSchema.parse(await app.json(`/api/v1/findings/${encodeURIComponent(id)}`));
const list = async (query: string) => findingListSchema.parse(await app.json(`/api/v1/findings?${query}`));
const river = async (query = '') => riverSchema.parse(await app.json(`/api/v1/river${query}`));

test('a finding says which release let it in, who shipped that, and what it rests on', async () => {
  expect((await view('login:trivy:CVE-2026-1:0')).attribution.introduced).toEqual({
    confidence: 'shown', releaseId: 'login-24.21', version: '24.21', shippedAt: '2026-08-12', teamId: 'payments', absentIn: '24.20', publishedAt: '2026-06-01', shipped: 'shipped-vulnerable',
  });
  expect((await view('f-1')).attribution).toMatchObject({ introduced: { confidence: 'stated', teamId: 'signin' }, madeAt: { stageId: 'code', method: 'stated' }, gotPast: { stageId: 'code', method: 'order' } });
  expect((await view('f-2')).attribution.introduced).toMatchObject({ confidence: 'offered', releaseId: 'login-24.18', teamId: 'signin' });
});

test('the same defect from two tools is linked both ways and is one defect in a list of both', async () => {
  expect((await view('login:trivy:CVE-2026-1:0')).linked).toEqual([{ id: 'login:grype:CVE-2026-1:0', source: 'Grype', at: '2026-05-03', fixedAt: null, method: 'package-url' }]);
  expect((await view('login:grype:CVE-2026-1:0')).linked.map(({ id }) => id)).toEqual(['login:trivy:CVE-2026-1:0']);
  expect((await view('f-2')).linked).toEqual([]);
  expect(await list('severity=critical')).toMatchObject({ total: 2, defects: 1 });
  expect(await list('severity=critical&limit=1')).toMatchObject({ total: 2, defects: 1 });
});

test('findings without an origin are those of the list, and a bought-in component is none of them', async () => {
  const { counts } = await river();
  const [open, all] = [await list('origin=untraced'), await list('origin=untraced&openOnly=false')];
  expect(counts.untraced).toEqual({ open: open.total, all: all.total });
  expect(open.findings.map(({ id }) => id).toSorted()).toEqual(['f-2', 'f-3', 'f-5', 'login:grype:CVE-2026-1:0']);
  expect(all.total).toBe(5);
});

test('what one release brought is a list', async () => {
  expect((await list('introducedRelease=login-24.21')).findings.map(({ id }) => id).toSorted()).toEqual(['login:trivy:CVE-2026-1:0', 'x-3']);
});

test('what became public after shipping is counted apart and has escaped nothing', async () => {
  const { counts } = await river();
  expect(counts.stages).toContainEqual({ introducedStageId: 'code', foundStageId: 'deploy', afterShipping: true, count: 1 });
  expect((await list('afterShipping=true')).findings.map(({ id }) => id)).toEqual(['x-3']);
  expect((await list('escaped=true&openOnly=false')).findings.map(({ id }) => id).toSorted()).toEqual(['f-1', 'x-1', 'x-2']);
  expect((await view('x-3')).attribution).toMatchObject({ introduced: { shipped: 'became-vulnerable' }, gotPast: { stageId: null, method: 'after-shipping' } });
});

test('a kind that escaped again after a fix is told, and each of its numbers is a list', async () => {
  const { repeats } = await river('?team=signin');
  expect(repeats).toEqual({ total: 1, rows: [{ introducedTeamId: 'signin', serviceId: 'login', kind: 'CWE-79', kindIs: 'weakness', escapes: 2, again: 1, open: 1, firstFixedOn: '2026-03-20', lastOn: '2026-04-01' }] });
  expect((await river('?team=payments')).repeats).toEqual({ total: 0, rows: [] });
  const kind = 'service=login&kind=CWE-79&introducedTeam=signin&escaped=true';
  expect([await list(`${kind}&openOnly=false`), await list(`${kind}&openOnly=false&introducedAfter=2026-03-20`), await list(kind)].map(({ total }) => total)).toEqual([2, 1, 1]);
});

test('an origin that is none of the two is refused', async () => {
  expect((await app.get('/api/v1/findings?origin=traced')).status).toBe(400);
});
