import { describe, expect, test, vi } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { actResponse } from '#contract/act.ts';
import { findingListSchema } from '#contract/finding.ts';
import { mappingListSchema, mappingPreviewSchema } from '#contract/mapping.ts';
import { pictureSchema } from '#contract/picture.ts';
import { problemSchema } from '#contract/problem.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const finding = (id: string, serviceId: string, defectClass: string | undefined, more: object = {}): Entry =>
  ({ kind: 'findings', entity: { id, serviceId, at: '2026-06-01', severity: 'high', title: `Finding ${id}`, defectClass, ...more }, stamp: {} }) as Entry;

const before = smallCompanyEntries();
const [service] = before.flatMap((entry) => (entry.kind === 'services' && entry.entity.teamId !== undefined ? [entry.entity] : []));
const [risk] = before.flatMap((entry) => (entry.kind === 'risks' && entry.entity.closedAt === undefined ? [entry.entity] : []));
if (service === undefined || risk === undefined) throw new Error('The small company has a service with a team and an open risk.');
const S = service.id;
const R = risk.id;

const injection = ['x1', 'x2', 'x3'].map((id) => finding(id, S, 'CWE-89', { source: 'zap', externalId: id === 'x1' ? 'sqli' : undefined }));
const others = [finding('y1', S, 'CWE-787', { source: 'zap' }), finding('y2', S, undefined)];
const open = (): Promise<TestApp> => testApp([...before, ...injection, ...others]);

const picture = async (app: TestApp, query = '') => pictureSchema.parse(await app.json(`/api/v1/picture${query}`));
const reachNow = async (app: TestApp, query = '') => (await picture(app, query)).findingReach ?? { open: -1, linked: 0, byRule: 0, derived: 0, unmapped: -1, unmappedByService: [] };
const listed = async (app: TestApp, query: string) => findingListSchema.parse(await app.json(`/api/v1/findings?${query}`));
const list = async (app: TestApp, query = '') => mappingListSchema.parse(await app.json(`/api/v1/mappings${query}`));

async function preview(app: TestApp, mapping: object) {
  const response = await app.act('/api/v1/mappings/preview', { mapping });
  expect(response.status).toBe(200);
  return mappingPreviewSchema.parse(await response.json());
}

async function make(app: TestApp, mapping: object) {
  const { recordVersion } = await preview(app, mapping);
  const response = await app.act('/api/v1/mappings', { mapping, recordVersion });
  expect(response.status).toBe(201);
  return actResponse.parse(await response.json());
}

async function refusal(response: Response) {
  const problem = problemSchema.parse(await response.json());
  return { status: response.status, code: problem.type.replace('urn:whose-call:problem:', ''), places: (problem.errors ?? []).map(({ place }) => place), detail: problem.detail };
}

const rule = { way: 'rule', riskId: R, match: { serviceIds: [S], families: ['1409'] } };

describe('findings without a risk', () => {
  test('are the number of the picture, the length of their list, and the sum of their services and families', async () => {
    const app = await open();
    const reach = await reachNow(app);
    const { total, findings } = await listed(app, 'reach=unmapped&limit=200');
    expect(total).toBe(reach.unmapped);
    expect(findings).toHaveLength(total);
    expect(findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['x1', 'x2', 'x3', 'y1', 'y2']));
    expect(reach.linked + reach.byRule + reach.derived + reach.unmapped).toBe(reach.open);
    expect((await listed(app, 'reach=linked')).total).toBe(reach.linked);
    expect(reach.unmappedByService.reduce((sum, { count }) => sum + count, 0)).toBe(reach.unmapped);
    // Narrowed by what the counts of the picture do not tell apart, the list is counted by the store.
    const [high, any] = await Promise.all([listed(app, 'reach=unmapped&severity=high&limit=200'), listed(app, 'reach=unmapped&limit=1')]);
    expect([high.total, any.total]).toEqual([findings.filter(({ severity }) => severity === 'high').length, total]);
    const { unmapped } = await list(app);
    expect(unmapped.reduce((sum, { count }) => sum + count, 0)).toBe(reach.unmapped);
    for (const { serviceId, family, count } of unmapped) {
      expect((await listed(app, `reach=unmapped&service=${encodeURIComponent(serviceId)}&family=${family}`)).total).toBe(count);
    }
  });
});

describe('a mapping rule', () => {
  test('is previewed with its count and names, takes them in one act, and is taken back by a later one', async () => {
    const app = await open();
    const was = await reachNow(app);
    const shown = await preview(app, rule);
    expect(shown).toMatchObject({ mapped: 3, moved: 0, withoutBefore: was.unmapped, withoutAfter: was.unmapped - 3 });
    expect(shown.first.map(({ title }) => title).toSorted()).toEqual(['Finding x1', 'Finding x2', 'Finding x3']);
    expect(await reachNow(app)).toEqual(was);
    const made = await make(app, rule);
    expect(made.recorded.map(({ kind }) => kind)).toEqual(['mappings']);
    const now = await reachNow(app);
    expect([now.byRule - was.byRule, was.unmapped - now.unmapped]).toEqual([3, 3]);
    const row = (await picture(app)).risks.find(({ id }) => id === R);
    expect(row?.reached).toEqual({ byRule: 3, derived: 0 });
    const { findings, total } = await listed(app, `risk=${R}&openOnly=false&limit=200`);
    expect(total).toBe(findings.length);
    expect(findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['x1', 'x2', 'x3']));
    expect((await listed(app, `risk=${R}&reach=by-rule`)).total).toBe(3);
    const [held] = (await list(app)).mappings;
    expect((await listed(app, `mapping=${held?.id ?? ''}`)).findings.map(({ id }) => id).toSorted()).toEqual(['x1', 'x2', 'x3']);
    expect(held).toMatchObject({ way: 'rule', findings: 3, by: { recordedBy: 'local', madeBy: null }, withdrawnAt: null });

    expect((await app.act(`/api/v1/mappings/${held?.id ?? ''}/withdrawal`, {})).status).toBe(201);
    expect(await reachNow(app)).toEqual(was);
    expect((await list(app)).mappings[0]).toMatchObject({ findings: 0, withdrawnAt: '2026-11-21' });
    expect(await refusal(await app.act(`/api/v1/mappings/${held?.id ?? ''}/withdrawal`, {}))).toMatchObject({ status: 409, code: 'already-so' });
    // A page of the day before shows the record as it was known then.
    expect((await reachNow(app, '?asOf=2026-11-20')).byRule).toBe(was.byRule);
  });

  test('by a name of the source, by tool and by team takes what its preview counts', async () => {
    const app = await open();
    expect((await preview(app, { way: 'rule', riskId: R, match: { ruleIds: ['sqli'] } })).mapped).toBe(1);
    expect((await preview(app, { way: 'rule', riskId: R, match: { tools: ['zap'] } })).mapped).toBe(4);
    expect((await preview(app, { way: 'rule', riskId: R, match: { teamIds: [service.teamId], weaknesses: ['cwe-787'] } })).mapped).toBe(1);
    await make(app, { way: 'rule', riskId: R, match: { ruleIds: ['sqli'] } });
    expect((await listed(app, `reach=unmapped&service=${S}&limit=200`)).findings.map(({ id }) => id)).not.toContain('x1');
  });
});

describe('derived risks', () => {
  const derive = { way: 'derive', findings: { kind: 'query', query: `reach=unmapped&service=${encodeURIComponent(S)}` } };

  test('take every finding of a service and family, propose its lead, have no range, and are closed when taken back', async () => {
    const app = await open();
    const was = await reachNow(app);
    const here = was.unmappedByService.find(({ serviceId }) => serviceId === S)?.count ?? 0;
    const shown = await preview(app, derive);
    expect([shown.mapped, shown.withoutAfter]).toEqual([here, was.unmapped - here]);
    expect(shown.risks.reduce((sum, { findings }) => sum + findings, 0)).toBe(here);
    const made = await make(app, derive);
    expect(made.recorded).toHaveLength(shown.risks.length + 1);
    const derived = (await picture(app)).risks.filter(({ derivedFrom }) => derivedFrom !== undefined);
    expect(derived).toHaveLength(shown.risks.length);
    for (const one of derived) {
      expect(one).toMatchObject({ exposure: null, expectedAnnualLoss: null, ownerId: null, readiness: 'nobody-named', authority: { state: 'nobody-named' } });
      expect(one.authority.sentence).toContain('proposed, not yet accepted');
      expect((await listed(app, `risk=${encodeURIComponent(one.id)}`)).total).toBe(one.reached?.derived);
    }
    const [mapping] = (await list(app)).mappings;
    await app.act(`/api/v1/mappings/${mapping?.id ?? ''}/withdrawal`, {});
    expect(await reachNow(app)).toEqual(was);
    // Made again, they are the same risks.
    const again = await preview(app, derive);
    expect(again.risks.map(({ id }) => id)).toEqual(shown.risks.map(({ id }) => id));
  });

  test('somebody took stay open when the mapping is taken back', async () => {
    const app = await open();
    await make(app, derive);
    const [one] = (await picture(app)).risks.filter(({ derivedFrom }) => derivedFrom !== undefined);
    const path = `/api/v1/risks/${encodeURIComponent(one?.id ?? '')}/owner/answer`;
    expect((await app.act(path, { personId: one?.proposedOwner?.personId, accepts: true })).status).toBe(201);
    const [mapping] = (await list(app)).mappings;
    await app.act(`/api/v1/mappings/${mapping?.id ?? ''}/withdrawal`, {});
    expect((await picture(app)).risks.filter(({ derivedFrom }) => derivedFrom !== undefined).map(({ id }) => id)).toEqual([one?.id]);
  });
});

describe('findings by name', () => {
  test('are linked, count with the risk, and are taken back', async () => {
    const app = await open();
    const was = await reachNow(app);
    await make(app, { way: 'link', riskId: R, findings: { kind: 'ids', ids: ['x1', 'y2'] } });
    expect((await reachNow(app)).linked).toBe(was.linked + 2);
    expect((await picture(app)).risks.find(({ id }) => id === R)?.findingIds).toEqual(expect.arrayContaining(['x1', 'y2']));
    const [mapping] = (await list(app)).mappings;
    await app.act(`/api/v1/mappings/${mapping?.id ?? ''}/withdrawal`, {});
    expect(await reachNow(app)).toEqual(was);
  });

  test('by rule before and linked elsewhere now, they are said to move', async () => {
    const app = await open();
    const [other] = (await picture(app)).risks.filter(({ id }) => id !== R);
    await make(app, { way: 'rule', riskId: other?.id, match: { families: ['1409'], serviceIds: [S] } });
    expect(await preview(app, { way: 'link', riskId: R, findings: { kind: 'ids', ids: ['x1', 'y2'] } })).toMatchObject({ mapped: 1, moved: 1 });
  });
});

describe('what cannot be recorded is refused and changes nothing', () => {
  test.each([
    ['a rule without a condition', { way: 'rule', riskId: R, match: {} }, ['mapping.match']],
    ['a family that is none', { way: 'rule', riskId: R, match: { families: ['9999'] } }, ['mapping.match.families.0']],
    ['a risk that is not there', { ...rule, riskId: 'none' }, ['riskId']],
    ['a closed risk', { ...rule, riskId: 'r-closed' }, ['riskId']],
    ['a person nobody knows', { ...rule, madeById: 'nobody' }, ['madeById']],
    ['a finding that is not there', { way: 'link', riskId: R, findings: { kind: 'ids', ids: ['x1', 'ghost'] } }, ['findings']],
    ['a query that is none', { way: 'derive', findings: { kind: 'query', query: 'colour=red' } }, ['findings']],
    ['a list without an unmapped finding', { way: 'derive', findings: { kind: 'query', query: 'service=none' } }, ['findings']],
  ])('%s', async (_, mapping, places) => {
    const app = await open();
    const version = await app.store.version();
    expect(await refusal(await app.act('/api/v1/mappings', { mapping, recordVersion: version }))).toMatchObject({ status: 422, places });
    expect(await app.store.version()).toBe(version);
  });

  test('what was previewed on another version of the record', async () => {
    const app = await open();
    expect(await refusal(await app.act('/api/v1/mappings', { mapping: rule, recordVersion: 99 }))).toMatchObject({ status: 409, code: 'out-of-date' });
  });

  test('a page of the past', async () => {
    const app = await open();
    expect(await refusal(await app.act('/api/v1/mappings/preview?asOf=2026-11-20', { mapping: rule }))).toMatchObject({ status: 409, code: 'frozen-date' });
  });
});

describe('a proposed decision owner', () => {
  test('decides nothing until they accept, and may decline', async () => {
    const app = await open();
    const of = async () => (await picture(app)).risks.find(({ id }) => id === R);
    const was = await of();
    await app.act(`/api/v1/risks/${R}/owner`, { personId: 'castro' });
    expect(await of()).toMatchObject({ ownerId: was?.ownerId ?? null, readiness: was?.readiness, proposedOwner: { personId: 'castro', at: '2026-11-21' } });
    const answer = `/api/v1/risks/${R}/owner/answer`;
    expect(await refusal(await app.act(answer, { personId: 'lindqvist', accepts: true }))).toMatchObject({ status: 422, places: ['personId'] });
    await app.act(answer, { personId: 'castro', accepts: false });
    expect((await of())?.proposedOwner).toBeUndefined();
    await app.act(`/api/v1/risks/${R}/owner`, { personId: 'castro' });
    await app.act(answer, { personId: 'castro', accepts: true });
    const now = await of();
    expect(now?.ownerId).toBe('castro');
    expect(now?.proposedOwner).toBeUndefined();
  });
});
