import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { EndpointName } from '#contract/endpoints.ts';
import type { Entry } from '#core/record/entry.ts';
import { readCase } from '#importers/workspace/case-file.ts';
import { caseFolder } from '#server/node/case-folder.ts';
import { personCounts } from '#test/support/person-counts.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine, and a case is replayed day by day.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const folder = resolve(import.meta.dirname, '../../public/cases');
const cases = readdirSync(folder).map((name) => readCase(readFileSync(join(folder, name), 'utf8'), name));

/** Everybody on a record, by id and by name. */
const peopleIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => (entry.kind === 'persons' ? [entry.entity.id, entry.entity.name ?? entry.entity.id] : [])));

const places = (value: unknown, people: ReadonlySet<string>): readonly string[] =>
  personCounts(value, (text) => people.has(text)).map(({ path, field }) => `${path} ${field}`);

describe('no replay of a documented breach ranks people', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp([], {}, undefined, true, caseFolder(folder));
  });

  test('nor does the list of them', async () => {
    const everybody = new Set(cases.flatMap(({ entries }) => [...peopleIn(entries)]));
    expect(everybody.size).toBeGreaterThan(5);
    expect(places(await app.json('/api/v1/cases'), everybody)).toEqual([]);
  });

  test.each(cases)('$id', async ({ id, entries }) => {
    expect(places(await app.json(`/api/v1/cases/${encodeURIComponent(id)}`), peopleIn(entries))).toEqual([]);
  });
});

/** An act that succeeds, for each that takes one. */
const acts: Partial<Readonly<Record<EndpointName, { path: string; body: unknown }>>> = {
  briefingSend: { path: '/api/v1/risks/r-token/briefings', body: { toId: 'abara', evidenceIds: ['e-wild', 'e-test'] } },
  evidenceAcknowledge: { path: '/api/v1/evidence/e-wild/acknowledgements', body: { personId: 'lindqvist', level: 'detail' } },
  riskEscalate: { path: '/api/v1/risks/r-token/escalations', body: { toId: 'moreau', newDate: '2026-12-15' } },
  exposureEstimate: { path: '/api/v1/risks/r-token/estimates', body: { low: 200_000, high: 900_000, rateLow: 0.2, rateHigh: 0.8, estimatedBy: 'abara', calibrated: true } },
  ownerPropose: { path: '/api/v1/risks/r-refund/owner', body: { personId: 'castro' } },
  mappingMake: { path: '/api/v1/mappings', body: { mapping: { way: 'rule', riskId: 'r-token', match: { families: ['1409'] }, madeById: 'abara' }, recordVersion: 1 } },
  decisionRecord: { path: '/api/v1/risks/r-token/decisions', body: { kind: 'accept', byId: 'abara', expiresAt: '2027-03-31', rationale: 'Fix ships in March.' } },
  grantGive: { path: '/api/v1/grants', body: { granteeId: 'lindqvist', grantorId: 'abara', serviceIds: ['login'], maxExposure: 3_400_000, to: '2027-01-31' } },
  dueDateSet: { path: '/api/v1/risks/r-token/dates', body: { dueAt: '2026-12-20' } },
};

describe('no answer to an act ranks people, and neither does the picture after it', () => {
  test.each(Object.entries(acts))('%s', async (_, { path, body }) => {
    const entries = smallCompanyEntries();
    const people = peopleIn(entries);
    const app = await testApp(entries);
    const answer = await app.act(path, body);
    expect(answer.status).toBe(201);
    expect(places(await answer.json(), people)).toEqual([]);
    const picture = await app.json('/api/v1/picture');
    expect(JSON.stringify(picture)).toContain('lindqvist');
    expect(places(picture, people).filter((place) => !/risks\[\]/.test(place))).toEqual([]);
  });
});
