import { beforeAll, describe, expect, test, vi } from 'vitest';
import { findingListSchema, findingViewSchema } from '#contract/finding.ts';
import { importListSchema } from '#contract/import-report.ts';
import { pictureSchema } from '#contract/picture.ts';
import { searchSchema } from '#contract/search.ts';
import { countFindings, findingsMatching } from '#core/picture/filter.ts';
import { readWorkspace } from '#importers/workspace/read-workspace.ts';
import { entriesOf } from '#core/record/workspace.ts';
import type { Store } from '#store/store.ts';
import { smallCompany, smallCompanyEntries } from '#test/support/small-company.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';
import { separateStore } from '#test/support/test-store.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let company: TestApp;
beforeAll(async () => {
  company = await testApp(smallCompanyEntries());
});

const pictureAt = async (query: string) => pictureSchema.parse(await company.json(`/api/v1/picture${query}`));

describe('the picture', () => {
  test('draws the record of today against the end of the previous quarter unless asked otherwise', async () => {
    const picture = await pictureAt('');
    expect([picture.asOf, picture.against]).toEqual(['2026-11-21', '2026-09-30']);
    expect(picture.risks.map((risk) => risk.id)).toEqual(['r-token', 'r-report', 'r-refund']);
    expect(picture.closedRiskIds).toEqual(['r-closed']);
    expect(picture.sample).toBe(false);
  });

  test('says of the token risk whose call it is, what is missing and both ways on', async () => {
    const { risks } = await pictureAt('');
    expect(risks[0]).toMatchObject({
      ownerId: 'lindqvist', readiness: 'cannot-decide-not-seen', owningTeamId: 'signin', processId: 'train',
      shippedBy: { teamId: 'signin', version: '24.18', at: '2026-02-12', stageId: 'code' },
      authority: { state: 'lacks', limit: 1_000_000, sentence: 'The grant ends at $1 million; the high end here is $3.4 million.' },
      information: { state: 'lacks', unseen: 1, material: 3, personId: 'lindqvist' },
      lowest: { personId: 'abara', briefUp: { personId: 'abara', pieces: 3, minutes: 15 }, grantDown: null },
      firstKnownAt: '2026-06-04', ownerKnewAt: '2026-09-03', lagDays: 91, lagRunning: false,
    });
    expect(risks[0]?.evidence.map((piece) => [piece.id, piece.seenByOwnerAt])).toEqual([
      ['e-wild', null], ['e-test', '2026-09-03'], ['e-analysis', '2026-09-03'],
    ]);
  });

  test('draws a past date as the record knew it then', async () => {
    const picture = await pictureAt('?asOf=2026-05-01&against=2026-02-01');
    expect(picture.risks.map((risk) => risk.id)).toEqual(['r-report', 'r-closed']);
    expect(picture.previousRisks.map((risk) => risk.id)).toEqual(['r-closed']);
  });

  test('is sent once: the same ETag answers 304 without a body, and another record version another ETag', async () => {
    const first = await company.get('/api/v1/picture');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = await company.get('/api/v1/picture', { 'If-None-Match': `"other", W/${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await company.get('/api/v1/picture', { 'If-None-Match': '"other"' })).status).toBe(200);
    const store = await separateStore();
    const changed = await testApp(smallCompanyEntries().filter((entry) => entry.kind !== 'acks'), {}, store);
    expect((await changed.get('/api/v1/picture')).headers.get('etag')).not.toBe(etag);
    await store.close();
  });

  test('of an empty record is an empty picture and not an error', async () => {
    const store = await separateStore();
    const nothing = await testApp([], {}, store);
    const picture = pictureSchema.parse(await nothing.json('/api/v1/picture'));
    expect([picture.risks, picture.teams, picture.recordVersion, picture.newestRecordedAt]).toEqual([[], [], 0, null]);
    await store.close();
  });

  test('is compared only with an earlier day', async () => {
    expect((await company.get('/api/v1/picture?asOf=2026-05-01&against=2026-05-01')).status).toBe(400);
  });
});

describe('the list of findings', () => {
  const listOf = async (query: string) => findingListSchema.parse(await company.json(`/api/v1/findings${query}`));

  test('holds what is open, most severe first, each as its source gave it', async () => {
    const { findings, total, nextCursor } = await listOf('');
    expect(findings.map((finding) => finding.id)).toEqual(['f-1', 'f-2', 'f-3', 'f-5']);
    expect([total, nextCursor]).toEqual([4, null]);
    expect(findings[0]).toMatchObject({ severity: 'high', exploited: null, foundStageId: 'deploy', source: 'static analysis' });
  });

  test.each([
    ['?team=identity', ['f-1', 'f-2']],
    ['?team=identity&withSubteams=false', []],
    ['?noTeam=true', ['f-5']],
    ['?process=train', ['f-1', 'f-2']],
    ['?noProcess=true', ['f-3', 'f-5']],
    ['?service=refunds', ['f-3']],
    ['?service=nowhere', []],
    ['?stage=deploy', ['f-1']],
    ['?noStage=true', ['f-3', 'f-5']],
    ['?severity=medium', ['f-2']],
    ['?risk=r-token', ['f-1']],
    ['?risk=nothing', []],
    ['?team=signin&openOnly=false', ['f-1', 'f-2', 'f-4']],
    ['?asOf=2026-07-15', ['f-1', 'f-2']],
  ])('%s is %j', async (query, expected) => {
    const { findings, total } = await listOf(query);
    expect(findings.map((finding) => finding.id)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  test('has the length that the picture counts in the same place', async () => {
    const picture = await pictureAt('');
    for (const place of [{}, { teamId: 'identity' }, { noTeam: true }, { noProcess: true }, { processId: 'train' }]) {
      const query = new URLSearchParams(Object.entries(place).map(([name, value]) => [name.replace(/Id$/, ''), String(value)]));
      expect((await listOf(`?${query}`)).total).toBe(countFindings(findingsMatching(picture, place)));
    }
  });

  test('pages by cursor without losing or repeating one', async () => {
    const seen: string[] = [];
    let query = '?limit=2';
    for (;;) {
      const { findings, total, nextCursor } = await listOf(query);
      expect(total).toBe(4);
      seen.push(...findings.map((finding) => finding.id));
      if (nextCursor === null) break;
      query = `?limit=2&cursor=${encodeURIComponent(nextCursor)}`;
    }
    expect(seen).toEqual(['f-1', 'f-2', 'f-3', 'f-5']);
  });

  test('refuses a cursor that was edited or belongs to another filter', async () => {
    const { nextCursor } = await listOf('?limit=2');
    expect((await company.get(`/api/v1/findings?limit=2&team=signin&cursor=${encodeURIComponent(nextCursor ?? '')}`)).status).toBe(400);
    expect((await company.get('/api/v1/findings?cursor=abc')).status).toBe(400);
  });
});

describe('one finding', () => {
  test('comes with the risks that rest on it and the decisions about it', async () => {
    const view = findingViewSchema.parse(await company.json('/api/v1/findings/f-1'));
    expect(view).toMatchObject({ openAsOf: true, riskIds: ['r-token'], decisions: [{ id: 'd-2', byId: null, kind: 'accept' }] });
    expect(findingViewSchema.parse(await company.json('/api/v1/findings/f-4')).openAsOf).toBe(false);
  });

  test('is not found before it was recorded, or under an unknown id', async () => {
    expect((await company.get('/api/v1/findings/f-1?asOf=2026-06-01')).status).toBe(404);
    expect((await company.get('/api/v1/findings/nothing')).status).toBe(404);
  });
});

describe('search', () => {
  const found = async (text: string) => {
    const { groups } = searchSchema.parse(await company.json(`/api/v1/search?q=${encodeURIComponent(text)}`));
    return groups.map((group) => [group.kind, group.hits.map((hit) => hit.id)]);
  };

  test('finds risks, teams, people, services, processes and findings by name or id', async () => {
    expect(await found('token')).toEqual([['risks', ['r-token']], ['findings', ['f-1']]]);
    expect(await found('SIGN-IN')).toEqual([['risks', ['r-token']], ['teams', ['signin']]]);
    expect(await found('abara')).toEqual([['persons', ['abara']]]);
    expect(await found('refund api')).toEqual([['risks', ['r-refund']], ['findings', ['f-3']]]);
    expect(await found('CVE-2026-1000')).toEqual([['findings', ['f-5']]]);
    expect(await found('weekly')).toEqual([['processes', ['train']]]);
    expect(await found('nothing of the kind')).toEqual([]);
  });

  test('needs something to look for', async () => {
    expect((await company.get('/api/v1/search?q=%20')).status).toBe(400);
    expect((await company.get('/api/v1/search')).status).toBe(400);
  });
});

test('the list of imports says what arrived and from where', async () => {
  const { imports } = importListSchema.parse(await company.json('/api/v1/imports'));
  expect(imports).toMatchObject([{ kind: 'import', source: 'record.yaml', format: 'whose-call', recordedBy: 'test', reports: [] }]);
});

test('the record goes out in the workspace format and is read back with every version', async () => {
  const response = await company.get('/api/v1/record');
  expect(response.headers.get('content-disposition')).toContain('whose-call-record.json');
  const reading = readWorkspace(await response.text(), 'record.json');
  expect(reading.rejected).toEqual([]);
  const plain = (entries: readonly { kind: string; entity: { id: string }; stamp: { recordedAt?: string | undefined } }[]) =>
    entries.map((entry) => JSON.stringify([entry.kind, sorted(entry.entity), entry.stamp.recordedAt])).sort();
  expect(plain(reading.entries.map((row) => row.entry))).toEqual(plain(entriesOf(smallCompany)));
});

test('a record that cannot be read to its end is cut off and logged, so that half of it never passes for the whole', async () => {
  const store = await separateStore();
  const half: Partial<Store> = {
    async *allEntries() {
      yield* smallCompanyEntries().slice(0, 2);
      await Promise.resolve();
      throw new Error('torn page');
    },
  };
  const broken = await testApp([], half, store, false);
  const response = await broken.get('/api/v1/record');
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
  expect(broken.logged.map((line) => line.message)).toEqual(['torn page']);
  await store.close();
});

test('up and ready are said without reading the record', async () => {
  expect(await company.json('/healthz')).toEqual({ status: 'up' });
  expect(await company.json('/readyz')).toEqual({ status: 'ready', recordVersion: 1 });
});

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
