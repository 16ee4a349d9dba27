import { beforeAll, describe, expect, test, vi } from 'vitest';
import { actResponse } from '#contract/act.ts';
import { pictureSchema } from '#contract/picture.ts';
import { policyPreviewSchema, policyViewSchema } from '#contract/policy.ts';
import { problemSchema } from '#contract/problem.ts';
import { figureDefault, figureNames, isFigureName } from '#core/flags/policy-catalogue.ts';
import type { FlagId } from '#core/flags/flag.ts';
import { conditionsOf } from '#core/picture/conditions.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const POLICY = '/api/v1/policy';
const open = (): Promise<TestApp> => testApp(smallCompanyEntries());

const policyOf = async (app: TestApp, query = '') => policyViewSchema.parse(await app.json(`${POLICY}${query}`));
const pictureOf = async (app: TestApp, query = '') => pictureSchema.parse(await app.json(`/api/v1/picture${query}`));

async function preview(app: TestApp, changes: object) {
  const response = await app.act(`${POLICY}/preview`, changes);
  expect(response.status).toBe(200);
  return policyPreviewSchema.parse(await response.json());
}

async function refusal(response: Response) {
  const problem = problemSchema.parse(await response.json());
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return {
    status: response.status, code: problem.type.replace('urn:whose-call:problem:', ''), detail: problem.detail, remedy: problem.remedy,
    places: (problem.errors ?? []).map(({ place }) => place),
  };
}

/** Risks whose page shows a flag. */
async function withFlag(app: TestApp, flag: FlagId, query = ''): Promise<readonly string[]> {
  const { risks } = await pictureOf(app, query);
  return risks.filter((risk) => [...risk.flags, ...risk.moreFlags].some((one) => one.flag === flag)).map(({ id }) => id);
}

describe('the policy in force', () => {
  let company: TestApp;
  beforeAll(async () => {
    company = await open();
  });

  test('holds every figure with its value, default, reason and bounds, and the four other matters', async () => {
    const { settings, inForce, revision, asOf, today } = await policyOf(company);
    expect([revision, asOf, today]).toEqual([1, '2026-11-21', '2026-11-21']);
    expect(inForce).toMatchObject({ version: '2026-1', words: 'policy 2026-1 of 1 Jan 2025', changes: [] });
    expect(settings.map(({ name }) => name)).toEqual([...figureNames, 'reserved', 'acceptanceNonDelegable', 'tolerance', 'currency']);
    for (const setting of settings) {
      expect(setting.why.length).toBeGreaterThan(5);
      if (setting.kind === 'figure' && isFigureName(setting.name)) expect([setting.value, setting.default]).toEqual([figureDefault(setting.name).value, figureDefault(setting.name).value]);
    }
  });

  test('counts under each setting exactly the conditions that the list of that flag holds', async () => {
    const { settings } = await policyOf(company);
    const picture = await pictureOf(company);
    const counts = settings.flatMap(({ moves }) => moves);
    expect(counts.filter(({ count }) => count > 0).length).toBeGreaterThan(10);
    for (const { flag, count } of counts) expect([flag, count]).toEqual([flag, conditionsOf(picture, { flags: [flag] }).length]);
  });

  test('before any version is the product defaults', async () => {
    const { inForce, versions, revision } = await policyOf(company, '?asOf=2024-06-30');
    expect([inForce.words, revision, versions.length]).toEqual(['the product defaults', 0, 1]);
  });
});

describe('a preview', () => {
  test('says flag by flag what appears and what goes, by name, and saves nothing', async () => {
    const app = await open();
    const before = await withFlag(app, 'P1');
    expect(before).toEqual(['r-refund']);
    const answer = await preview(app, { figures: { 'P1.days': 3_650, 'clock.U60': 700, 'clock.U180': 730 } });
    const effect = answer.flags.find(({ flag }) => flag === 'P1');
    expect(effect).toMatchObject({ before: 1, after: 0, gained: [], lost: [{ kind: 'risk', id: 'r-refund', label: 'Refund API without a rate limit' }] });
    expect(answer.sentence).toContain('P1 1 → 0');
    expect(answer.changes.map(({ name }) => name)).toEqual(['clock.U60', 'clock.U180', 'P1.days']);
    expect(Object.values(answer.readiness.before).reduce((sum, count) => sum + count)).toBe(3);
    expect(await withFlag(app, 'P1')).toEqual(before);
    expect((await policyOf(app)).revision).toBe(1);
    expect(app.logged).toEqual([]);
  });

  test('counts readiness under both policies', async () => {
    const { readiness } = await preview(await open(), { acceptanceNonDelegable: true });
    expect(readiness.before['can-decide-not-seen'] + readiness.before['can-decide-seen']).toBeGreaterThanOrEqual(1);
    expect(Object.values(readiness.after).reduce((sum, count) => sum + count)).toBe(3);
  });

  test('of what is in force already changes nothing', async () => {
    expect(await preview(await open(), { figures: { 'P1.days': 14 } })).toMatchObject({
      changes: [], flags: [], sentence: 'With these changes no flag appears and none disappears today.',
    });
  });
});

describe('saving', () => {
  test('writes the next version with who, when and why; the flags of today name it and count as the preview said', async () => {
    const app = await open();
    const changes = { figures: { 'P1.days': 120, 'clock.U60': 120 } };
    const said = (await preview(app, changes)).flags.find(({ flag }) => flag === 'P1');
    const response = await app.act(POLICY, { ...changes, base: 1, reason: 'Reviews are yearly here.' });
    expect(response.status).toBe(201);
    const receipt = actResponse.parse(await response.json());
    expect(receipt.recorded).toEqual([{ kind: 'policy', id: 'policy' }]);
    expect(receipt.sentence).toBe('Policy 2 of 21 Nov 2026 is in force, with 2 changes. Clock: everything else: 120 days, was 60 days. Time to set a date: 120 days, was 14 days.');
    const now = await policyOf(app);
    expect(now).toMatchObject({
      revision: 2,
      inForce: { version: 'policy-2', words: 'policy 2 of 21 Nov 2026', recordedAt: '2026-11-21T09:30:00.000Z', recordedBy: 'local', reason: 'Reviews are yearly here.' },
    });
    expect(now.versions.map(({ version }) => version)).toEqual(['policy-2', '2026-1', 'product-defaults-1']);
    expect(now.versions[0]?.changes).toEqual([
      { name: 'clock.U60', label: 'Clock: everything else', from: '60 days', to: '120 days' },
      { name: 'P1.days', label: 'Time to set a date', from: '14 days', to: '120 days' },
    ]);
    expect(now.settings.find(({ name }) => name === 'P1.days')).toMatchObject({
      value: 120, default: 14, changed: { words: 'policy 2 of 21 Nov 2026', by: 'local', from: '14 days' },
    });
    const picture = await pictureOf(app);
    expect(picture.policyVersion).toBe('policy-2');
    expect(new Set(picture.risks.flatMap((risk) => risk.flags.map(({ policyVersion }) => policyVersion)))).toEqual(new Set(['policy-2']));
    expect([(await withFlag(app, 'P1')).length, said?.before, said?.after]).toEqual([0, 1, 0]);
  });

  test('leaves every flag of an earlier day as it was judged then', async () => {
    const app = await open();
    const before = await pictureOf(app, '?asOf=2026-11-20');
    await app.act(POLICY, { figures: { 'clock.U3': 1, 'clock.U14': 1, 'clock.U60': 1, 'clock.U180': 1, 'P1.days': 1 }, base: 1, reason: 'A try.' });
    const after = await pictureOf(app, '?asOf=2026-11-20');
    expect(after.risks).toEqual(before.risks);
    expect(after.otherFlags).toEqual(before.otherFlags);
    expect([after.policyVersion, (await policyOf(app, '?asOf=2026-11-20')).revision]).toEqual(['2026-1', 1]);
  });

  test('keeps what the change does not name, and takes a figure back to the product default', async () => {
    const app = await open();
    const tolerance = { points: [{ above: 5_000_000, atMost: 0.2 }, { above: 20_000_000, atMost: 0.05 }], setBy: 'Risk committee', setAt: '2026-11-01' };
    await app.act(POLICY, { figures: { 'P7.n': 20 }, reserved: ['safety'], tolerance, base: 1, reason: 'First.' });
    await app.act(POLICY, { figures: { 'P7.n': null }, base: 2, reason: 'Second.', version: 'board 2027' });
    const policies = (await app.store.entries()).filter((entry) => entry.kind === 'policy');
    expect(policies).toHaveLength(3);
    expect(policies.at(-1)?.entity).toEqual({ id: 'policy', version: 'board 2027', currency: 'USD', reserved: ['safety'], tolerance, reason: 'Second.' });
    expect((await policyOf(app)).settings.find(({ name }) => name === 'tolerance')).toMatchObject({
      valueWords: 'above $5 million in at most 20% of years, above $20 million in at most 5%, set by Risk committee on 1 Nov 2026', moves: [],
    });
  });
});

describe('a change that cannot be recorded', () => {
  let unchanged: TestApp;
  beforeAll(async () => {
    unchanged = await open();
  });

  test.each([
    ['nothing', { base: 1, reason: 'x' }, 409, 'already-so', []],
    ['what is in force already', { figures: { 'P1.days': 14 }, base: 1, reason: 'x' }, 409, 'already-so', []],
    ['on top of another version', { figures: { 'P1.days': 7 }, base: 0, reason: 'x' }, 409, 'out-of-date', []],
    ['without a reason', { figures: { 'P1.days': 7 }, base: 1, reason: '  ' }, 422, 'not-acceptable', ['reason']],
    ['of a setting nobody knows', { figures: { 'P1.weeks': 7 }, base: 1, reason: 'x' }, 422, 'not-acceptable', undefined],
    ['of a figure to text', { figures: { 'P1.days': '7' }, base: 1, reason: 'x' }, 422, 'not-acceptable', undefined],
    ['out of bounds', { figures: { 'P1.days': 0, 'P7.share': 1.2 }, base: 1, reason: 'x' }, 422, 'not-acceptable', ['figures.P1.days', 'figures.P7.share']],
    ['to half a day', { figures: { 'P1.days': 1.5 }, base: 1, reason: 'x' }, 422, 'not-acceptable', ['figures.P1.days']],
    ['that makes the urgent clock the longer one', { figures: { 'clock.U3': 15 }, base: 1, reason: 'x' }, 422, 'not-acceptable', ['figures.clock.U3']],
    ['to an empty category', { reserved: ['safety', ' '], base: 1, reason: 'x' }, 422, 'not-acceptable', ['reserved.1']],
    ['to a currency that is none', { currency: 'dollars', base: 1, reason: 'x' }, 422, 'not-acceptable', ['currency']],
    ['to a curve without points', { tolerance: { points: [] }, base: 1, reason: 'x' }, 422, 'not-acceptable', ['tolerance.points']],
    ['to a curve that rises', { tolerance: { points: [{ above: 1, atMost: 0.1 }, { above: 2, atMost: 0.2 }] }, base: 1, reason: 'x' }, 422, 'not-acceptable', ['tolerance.points.1.atMost']],
    ['to a chance above one', { tolerance: { points: [{ above: 1, atMost: 5 }] }, base: 1, reason: 'x' }, 422, 'not-acceptable', ['tolerance.points.0.atMost']],
    ['under a name that is taken', { figures: { 'P1.days': 7 }, base: 1, reason: 'x', version: '2026-1' }, 422, 'not-acceptable', ['version']],
  ])('%s', async (_, body, status, code, places) => {
    const said = await refusal(await unchanged.act(POLICY, body));
    expect([said.status, said.code]).toEqual([status, code]);
    if (places !== undefined) expect(said.places).toEqual(places);
    expect(said.remedy.length).toBeGreaterThan(10);
    expect((await policyOf(unchanged)).revision).toBe(1);
  });

  test('on a past day, saved or only looked at', async () => {
    for (const path of [POLICY, `${POLICY}/preview`]) {
      const body = path === POLICY ? { figures: { 'P1.days': 7 }, base: 1, reason: 'x' } : { figures: { 'P1.days': 7 } };
      expect(await refusal(await unchanged.act(`${path}?asOf=2026-10-01`, body))).toMatchObject({ status: 409, code: 'frozen-date' });
    }
  });

  test('by two people at once: the second is told that the first was there before', async () => {
    const app = await open();
    const both = await Promise.all([7, 21].map((days) => app.act(POLICY, { figures: { 'P1.days': days }, base: 1, reason: 'x' })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const second = both.find(({ status }) => status === 409);
    expect(second === undefined ? undefined : await refusal(second)).toMatchObject({
      code: 'out-of-date', detail: 'The policy in force is policy 2 of 21 Nov 2026, revision 2; the change was made on top of revision 1.',
    });
  });
});
