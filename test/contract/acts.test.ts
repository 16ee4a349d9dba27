import { beforeAll, describe, expect, test, vi } from 'vitest';
import { actResponse } from '#contract/act.ts';
import { pictureSchema } from '#contract/picture.ts';
import { problemSchema } from '#contract/problem.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { settingNames } from '#server/context.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const open = (): Promise<TestApp> => testApp(smallCompanyEntries());

async function riskNow(app: TestApp, id: string): Promise<RiskRow> {
  const picture = pictureSchema.parse(await app.json('/api/v1/picture'));
  const risk = picture.risks.find((row) => row.id === id);
  if (risk === undefined) throw new Error(`no risk ${id}`);
  return risk;
}

async function refusal(response: Response): Promise<{ status: number; code: string; detail: string; waysOn?: readonly string[] | undefined; places: readonly string[] }> {
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const places = (problem.errors ?? []).map((error) => error.place);
  return { status: problem.status, code: problem.type.replace('urn:whose-call:problem:', ''), detail: problem.detail, waysOn: problem.waysOn, places };
}

describe('each act closes the gap it is for', () => {
  test('a briefing is on the record as sent, and counts as knowing for nobody', async () => {
    const app = await open();
    const answer = await app.act('/api/v1/risks/r-token/briefings', { toId: 'abara', evidenceIds: ['e-wild', 'e-test', 'e-wild'] });
    expect(answer.status).toBe(201);
    const { version, recorded, sentence, note } = actResponse.parse(await answer.json());
    expect([version, recorded.map((one) => one.kind), note]).toEqual([2, ['briefings'], null]);
    expect(sentence).toBe('2 pieces of evidence on Token replay in customer sign-in sent to T. Abara.');
    const risk = await riskNow(app, 'r-token');
    expect(risk.knowledge.filter((row) => row.id === 'abara')).toMatchObject([{ at: '2026-11-21', counts: false }]);
    expect(risk.candidates.find((one) => one.personId === 'abara')?.unseen).toBe(3);
  });

  test('an acknowledgement in detail closes the information gap of the decision owner', async () => {
    const app = await open();
    expect((await riskNow(app, 'r-token')).information.unseen).toBe(1);
    const answer = await app.act('/api/v1/evidence/e-wild/acknowledgements', { personId: 'lindqvist', level: 'detail' });
    expect(answer.status).toBe(201);
    expect(await riskNow(app, 'r-token')).toMatchObject({ readiness: 'cannot-decide-seen', information: { state: 'has', unseen: 0 } });
  });

  test('passing a risk up is on the record with its new date', async () => {
    const app = await open();
    const answer = await app.act('/api/v1/risks/r-token/escalations', { toId: 'moreau', newDate: '2026-12-15' });
    expect(answer.status).toBe(201);
    expect((await riskNow(app, 'r-token')).escalations).toMatchObject([{ toId: 'moreau', at: '2026-11-21', newDate: '2026-12-15' }]);
  });

  test('an estimate is on the record with its author, and the range before it stays known as of its day', async () => {
    const app = await open();
    const before = await riskNow(app, 'r-token');
    const answer = await app.act('/api/v1/risks/r-token/estimates', {
      low: 200_000, high: 900_000, rateLow: 0.2, rateHigh: 0.8, max: 5_000_000, estimatedBy: 'abara', calibrated: true,
      evidenceIds: ['e-wild'], validUntil: '2027-05-21', offByFactor: 2,
    });
    expect(answer.status).toBe(201);
    expect(actResponse.parse(await answer.json()).sentence).toBe('One loss of Token replay in customer sign-in is stated as $200,000 to $900,000, 0.2 to 0.8 times a year.');
    const after = await riskNow(app, 'r-token');
    expect(after.exposure).toEqual({ low: 200_000, high: 900_000, rateLow: 0.2, rateHigh: 0.8, max: 5_000_000, offByFactor: 2 });
    expect(after.estimate).toEqual({ method: 'Two questions', estimatedBy: 'abara', at: '2026-11-21', calibrated: true, evidenceIds: ['e-wild'], validUntil: '2027-05-21' });
    const yesterday = pictureSchema.parse(await app.json('/api/v1/picture?asOf=2026-11-20'));
    expect(yesterday.risks.find(({ id }) => id === 'r-token')?.exposure).toEqual(before.exposure);
  });

  test('proposing a person names nobody until they accept; asking them again says so', async () => {
    const app = await open();
    expect((await riskNow(app, 'r-refund')).readiness).toBe('nobody-named');
    expect((await app.act('/api/v1/risks/r-refund/owner', { personId: 'castro' })).status).toBe(201);
    expect(await riskNow(app, 'r-refund')).toMatchObject({ ownerId: null, readiness: 'nobody-named', proposedOwner: { personId: 'castro' }, authority: { state: 'nobody-named' } });
    expect(await refusal(await app.act('/api/v1/risks/r-refund/owner', { personId: 'castro' }))).toMatchObject({ status: 409, code: 'already-so' });
    expect((await app.act('/api/v1/risks/r-refund/owner/answer', { personId: 'castro', accepts: true })).status).toBe(201);
    expect(await riskNow(app, 'r-refund')).toMatchObject({ ownerId: 'castro', authority: { state: 'lacks' } });
    expect(await refusal(await app.act('/api/v1/risks/r-refund/owner', { personId: 'castro' }))).toMatchObject({ status: 409, code: 'already-so' });
  });

  test('dates are set one by one and keep the other', async () => {
    const app = await open();
    expect((await app.act('/api/v1/risks/r-token/dates', { reviewAt: '2026-12-01' })).status).toBe(201);
    expect(await riskNow(app, 'r-token')).toMatchObject({ dueAt: '2027-01-31', reviewAt: '2026-12-01' });
    expect((await app.act('/api/v1/risks/r-token/dates', { reviewAt: '2026-12-01' })).status).toBe(409);
  });

  test('a decision within the limit is on the record under its grant', async () => {
    const app = await open();
    const answer = await app.act('/api/v1/risks/r-token/decisions', { kind: 'accept', byId: 'abara', expiresAt: '2027-03-31', rationale: 'Fix ships in March.' });
    expect(answer.status).toBe(201);
    const risk = await riskNow(app, 'r-token');
    expect(risk.decisions[0]).toMatchObject({ kind: 'accept', byId: 'abara', at: '2026-11-21', expiresAt: '2027-03-31', inForce: true });
    const entries = await app.store.entries();
    const decision = entries.find((entry) => entry.kind === 'decisions' && entry.entity.id === risk.decisions[0]?.id);
    expect(decision).toMatchObject({ entity: { underGrantId: 'g-abara', documentedOwnerId: 'lindqvist' }, stamp: { recordedBy: 'local' } });
  });

  test('a grant raises the limit of the person close to the work', async () => {
    const app = await open();
    const answer = await app.act('/api/v1/grants', { granteeId: 'lindqvist', grantorId: 'abara', serviceIds: ['login'], maxExposure: 3_400_000, to: '2027-01-31' });
    expect(answer.status).toBe(201);
    expect(await riskNow(app, 'r-token')).toMatchObject({ readiness: 'can-decide-not-seen', authority: { state: 'has', limit: 3_400_000 } });
  });
});

describe('a decision outside the authority recorded', () => {
  test('is refused with the reason, and with a way on', async () => {
    const app = await open();
    const answer = await app.act('/api/v1/risks/r-token/decisions', { kind: 'accept', byId: 'lindqvist', expiresAt: '2027-01-01', rationale: 'ok' });
    const { status, code, detail, waysOn } = await refusal(answer);
    expect([status, code]).toEqual([403, 'no-authority']);
    expect(detail).toBe('M. Lindqvist: The grant ends at $1 million; the high end here is $3.4 million.');
    expect(waysOn).toEqual(['Brief T. Abara: 3 pieces, 15 minutes.']);
  });

  test('is offered both ways where somebody informed could be given the authority', async () => {
    const app = await open();
    await app.act('/api/v1/evidence/e-wild/acknowledgements', { personId: 'lindqvist', level: 'detail' });
    const answer = await app.act('/api/v1/risks/r-token/decisions', { kind: 'mitigate', byId: 'lindqvist', rationale: 'ok' });
    expect((await refusal(answer)).waysOn).toEqual([
      'Brief T. Abara: 3 pieces, 15 minutes.',
      'T. Abara grants M. Lindqvist at least $3.4 million for Login until 19 Feb 2027.',
    ]);
  });

  test('may still be passed up', async () => {
    const app = await open();
    const answer = await app.act('/api/v1/risks/r-token/decisions', { kind: 'pass-up', byId: 'lindqvist', rationale: 'Above the limit.' });
    expect(answer.status).toBe(201);
  });
});

describe('an act that does not hold together is refused and changes nothing', () => {
  let unchanged: TestApp;
  beforeAll(async () => {
    unchanged = await testApp(smallCompanyEntries());
  });
  const token = '/api/v1/risks/r-token';
  const decide = { kind: 'accept', byId: 'abara', expiresAt: '2027-01-01', rationale: 'ok' };
  const estimate = { low: 5e5, high: 5e6, rateLow: 0.1, rateHigh: 0.9, estimatedBy: 'abara' };
  const grant = { granteeId: 'lindqvist', grantorId: 'abara', serviceIds: ['login'], maxExposure: 2_000_000, to: '2027-01-31' };
  test.each([
    ['an unknown field', `${token}/owner`, { personId: 'castro', name: 'Castro' }, 422, ['whole']],
    ['who recorded it', `${token}/decisions`, { ...decide, recordedAt: '2020-01-01', actorId: 'x', seq: 1, role: 'admin' }, 422, ['whole']],
    ['a risk that is not there', '/api/v1/risks/none/owner', { personId: 'castro' }, 404, []],
    ['a closed risk', '/api/v1/risks/r-closed/owner', { personId: 'castro' }, 422, ['id']],
    ['evidence that is not there', '/api/v1/evidence/none/acknowledgements', { personId: 'abara', level: 'detail' }, 404, []],
    ['a person the record does not hold', `${token}/owner`, { personId: 'nobody' }, 422, ['personId']],
    ['a mailbox as owner', `${token}/owner`, { personId: 'desk' }, 422, ['personId']],
    ['an assessor as owner', `${token}/owner`, { personId: 'ozer' }, 422, ['personId']],
    ['evidence about something else', '/api/v1/risks/r-refund/briefings', { toId: 'castro', evidenceIds: ['e-wild'] }, 422, ['evidenceIds']],
    ['no evidence', `${token}/briefings`, { toId: 'castro', evidenceIds: [] }, 422, ['evidenceIds']],
    ['a broadcast as an acknowledgement', '/api/v1/evidence/e-wild/acknowledgements', { personId: 'abara', level: 'broadcast' }, 422, ['level']],
    ['passing it up to its owner', `${token}/escalations`, { toId: 'lindqvist' }, 422, ['toId']],
    ['a new date that is over', `${token}/escalations`, { toId: 'abara', newDate: '2026-11-20' }, 422, ['newDate']],
    ['no date at all', `${token}/dates`, {}, 422, ['whole']],
    ['a date that is over', `${token}/dates`, { dueAt: '2026-01-01' }, 422, ['dueAt']],
    ['a date that is none', `${token}/dates`, { dueAt: '2026-02-30' }, 422, ['dueAt']],
    ['an acceptance without an end', `${token}/decisions`, { ...decide, expiresAt: undefined }, 422, ['expiresAt']],
    ['an acceptance that ended', `${token}/decisions`, { ...decide, expiresAt: '2026-11-20' }, 422, ['expiresAt']],
    ['a reason of spaces', `${token}/decisions`, { ...decide, rationale: '   ' }, 422, ['rationale']],
    ['a reason of 70 KB', `${token}/decisions`, { ...decide, rationale: 'x'.repeat(70_000) }, 422, ['rationale']],
    ['a kind nobody decides', `${token}/decisions`, { ...decide, kind: 'ignore' }, 422, ['kind']],
    ['equal ends of one loss', `${token}/estimates`, { ...estimate, low: 5e6 }, 422, ['low']],
    ['a loss of zero', `${token}/estimates`, { ...estimate, low: 0 }, 422, ['low']],
    ['a negative loss', `${token}/estimates`, { ...estimate, low: -1 }, 422, ['low']],
    ['swapped ends', `${token}/estimates`, { ...estimate, low: 9e6 }, 422, ['low']],
    ['an absurd loss', `${token}/estimates`, { ...estimate, high: 1e17 }, 422, ['low']],
    ['swapped rates', `${token}/estimates`, { ...estimate, rateLow: 2 }, 422, ['rateLow']],
    ['a cap below the range', `${token}/estimates`, { ...estimate, max: 1e4 }, 422, ['low']],
    ['an estimate of nobody', `${token}/estimates`, { ...estimate, estimatedBy: 'nobody' }, 422, ['estimatedBy']],
    ['an estimate that ended', `${token}/estimates`, { ...estimate, validUntil: '2026-01-01' }, 422, ['validUntil']],
    ['an estimate on evidence that is not there', `${token}/estimates`, { ...estimate, evidenceIds: ['none'] }, 422, ['evidenceIds']],
    ['a grant to oneself', '/api/v1/grants', { ...grant, granteeId: 'abara' }, 422, ['grantorId']],
    ['a grant larger than the giver\'s', '/api/v1/grants', { ...grant, maxExposure: 4_000_001 }, 422, ['maxExposure']],
    ['a grant longer than the giver\'s', '/api/v1/grants', { ...grant, to: '2027-02-01' }, 422, ['to']],
    ['a grant by somebody without one', '/api/v1/grants', { ...grant, grantorId: 'castro' }, 422, ['grantorId']],
    ['a grant out of one that may not be passed on', '/api/v1/grants', { ...grant, granteeId: 'castro', grantorId: 'lindqvist', maxExposure: 1 }, 422, ['grantorId']],
    ['a grant over a service that is not there', '/api/v1/grants', { ...grant, serviceIds: ['none'] }, 422, ['serviceIds']],
    ['a grant of less than nothing', '/api/v1/grants', { ...grant, maxExposure: -1 }, 422, ['maxExposure']],
    ['a grant of a text', '/api/v1/grants', { ...grant, maxExposure: '1,000' }, 422, ['maxExposure']],
    ['a grant of 1e308', '/api/v1/grants', { ...grant, maxExposure: 1e308 }, 422, ['maxExposure']],
  ])('%s', async (_, path, body, status, places) => {
    const answer = await refusal(await unchanged.act(path, body));
    expect([answer.status, answer.places]).toEqual([status, places]);
    expect(await unchanged.store.version()).toBe(1);
  });
});

test('an act on a page that shows a past date is refused; on today\'s page it is not', async () => {
  const app = await open();
  const body = { personId: 'castro' };
  expect(await refusal(await app.act('/api/v1/risks/r-refund/owner?asOf=2026-11-20', body))).toMatchObject({ status: 409, code: 'frozen-date' });
  expect((await app.act('/api/v1/risks/r-refund/owner?asOf=2026-11-21', body)).status).toBe(201);
});

test('on the sample the frozen day is today: acts are recorded on it and say that they are a try-out', async () => {
  const app = await open();
  await app.store.saveSetting(settingNames.sampleAsOf, '2026-11-10');
  await app.store.saveSetting(settingNames.sample, 'loaded');
  const answer = actResponse.parse(await (await app.act('/api/v1/risks/r-refund/owner', { personId: 'castro' })).json());
  expect(answer.note).toContain('sample company');
  const picture = pictureSchema.parse(await app.json('/api/v1/picture'));
  expect([picture.asOf, picture.sample]).toEqual(['2026-11-10', true]);
  expect(picture.risks.find((risk) => risk.id === 'r-refund')?.proposedOwner).toEqual({ personId: 'castro', at: '2026-11-10' });
});

test('of two acts at the same moment each is checked against what the other left', async () => {
  const app = await open();
  const name = () => app.act('/api/v1/risks/r-refund/owner', { personId: 'castro' });
  const answers = await Promise.all([name(), name(), name()]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
});

test('an act is durable before it is acknowledged: what the store cannot keep is answered 503 and logged once', async () => {
  class LedgerUnwritable extends Error {
    override readonly name = 'LedgerUnwritable';
  }
  const broken = { begin: () => Promise.reject(new LedgerUnwritable('disk full')) };
  const company = await testApp(smallCompanyEntries(), broken);
  const answer = await company.act('/api/v1/risks/r-refund/owner', { personId: 'castro' });
  const problem = problemSchema.parse(await answer.json());
  expect([answer.status, problem.instance]).toEqual([503, company.logged[0]?.id]);
  expect(JSON.stringify(problem)).not.toContain('disk full');
  expect(company.logged).toHaveLength(1);
});
