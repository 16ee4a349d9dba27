import { beforeAll, describe, expect, test, vi } from 'vitest';
import { packResponse } from '#contract/pack.ts';
import { pictureSchema } from '#contract/picture.ts';
import { problemSchema } from '#contract/problem.ts';
import { readPackRecord } from '#core/pack/pack-record.ts';
import { sha256 } from '#store/sha256.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let app: TestApp;
beforeAll(async () => {
  app = await testApp(smallCompanyEntries());
});

async function sealed(body: object) {
  const answer = await app.act('/api/v1/packs', body);
  expect(answer.status).toBe(201);
  return packResponse.parse(await answer.json());
}

describe('a board pack', () => {
  test('holds the picture of its day, and its seal is the hash of exactly that text', async () => {
    const { pack, recorded } = await sealed({});
    expect(await sha256(pack.record)).toBe(pack.sha256);
    const record = readPackRecord(pack.record);
    expect(pictureSchema.parse(record.picture).risks.length).toBeGreaterThan(0);
    expect(record).toMatchObject({ id: pack.id, cutoff: '2026-11-21', names: 'names', address: null });
    expect(recorded).toEqual([{ kind: 'packs', id: pack.id }]);
  });

  test('is on the record afterwards with what was in it', async () => {
    const before = pictureSchema.parse(await app.json('/api/v1/picture'));
    const { pack } = await sealed({});
    const after = pictureSchema.parse(await app.json('/api/v1/picture'));
    expect(after.packs.length).toBe(before.packs.length + 1);
    expect(after.packs.find((row) => row.id === pack.id)).toMatchObject({ label: 'Board pack Q4 2026', riskIds: before.risks.map((risk) => risk.id) });
    const exported: { packs: { id: string; sha256?: string; cutoff?: string }[] } = JSON.parse(JSON.stringify(await app.json('/api/v1/record')));
    expect(exported.packs.find((row) => row.id === pack.id)).toMatchObject({ sha256: pack.sha256, cutoff: '2026-11-21' });
  });

  test('of an earlier day holds that day and nothing recorded later, however often it is taken', async () => {
    const first = readPackRecord((await sealed({ asOf: '2026-09-30' })).pack.record);
    const second = readPackRecord((await sealed({ asOf: '2026-09-30' })).pack.record);
    expect(first.cutoff).toBe('2026-09-30');
    expect(first.picture.asOf).toBe('2026-09-30');
    expect({ ...second.picture, recordVersion: 0 }).toEqual({ ...first.picture, recordVersion: 0 });
  });

  test('in roles holds no name and no id of a person', async () => {
    const people = pictureSchema.parse(await app.json('/api/v1/picture')).persons.filter((person) => person.kind === 'person');
    const { pack } = await sealed({ names: 'roles' });
    for (const { id, name } of people) {
      expect(pack.record).not.toContain(name);
      expect(pack.record).not.toContain(`"${id}"`);
    }
  });

  test('of a day to come, or against a later day, is refused and not recorded', async () => {
    const version = pictureSchema.parse(await app.json('/api/v1/picture')).recordVersion;
    for (const body of [{ asOf: '2027-01-01' }, { asOf: '2026-09-30', against: '2026-10-01' }]) {
      const answer = await app.act('/api/v1/packs', body);
      expect(answer.status).toBe(422);
      expect(problemSchema.parse(await answer.json()).errors?.[0]?.place).toBe('asOf');
    }
    expect(pictureSchema.parse(await app.json('/api/v1/picture')).recordVersion).toBe(version);
  });
});
