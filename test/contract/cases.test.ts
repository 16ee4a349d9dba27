import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { caseListSchema, caseViewSchema } from '#contract/case.ts';
import { problemSchema } from '#contract/problem.ts';
import { flagsOn } from '#core/replay/day-view.ts';
import { evaluationReport } from '#core/flags/evaluation-report.ts';
import { viewAsOf } from '#core/record/view.ts';
import { readCase } from '#importers/workspace/case-file.ts';
import { caseFolder } from '#server/node/case-folder.ts';
import { caseText, oddCases } from '#test/support/odd-cases.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';
import type { TextFile } from '#server/ports.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = resolve(import.meta.dirname, '../../public/cases');
const shipped = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

const appWith = (files: readonly TextFile[]): Promise<TestApp> => testApp([], {}, undefined, true, () => Promise.resolve(files));
const listOf = async (app: TestApp) => caseListSchema.parse(await app.json('/api/v1/cases'));
const caseOf = async (app: TestApp, id: string) => caseViewSchema.parse(await app.json(`/api/v1/cases/${encodeURIComponent(id)}`));

describe('the cases that come with the product', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp([], {}, undefined, true, caseFolder(folder));
  });

  test('are all listed, each control after the case it stands beside, and none in trouble', async () => {
    const { cases, troubles } = await listOf(app);
    expect(troubles).toEqual([]);
    expect(cases.map((one) => one.id).sort()).toEqual(shipped.map(({ name }) => name.replace('.json', '')).sort());
    const control = cases.findIndex((one) => one.kind === 'control');
    expect(cases[control]?.besideIds).toEqual([cases[control - 1]?.id]);
  });

  test.each(shipped)('$name answers with what the rules find on the day of the breach, and every check as expected', async ({ name, text }) => {
    const file = readCase(text, name);
    const { case: view, troubles } = await caseOf(app, file.id);
    expect(troubles).toEqual([]);
    if (view.replay === null) {
      expect(view.wording.map((each) => each.flag)).toEqual(file.expected.map((each) => each.flag));
      return;
    }
    expect(view.replay.failed).toBe(0);
    expect(view.replay.headline?.ok ?? true).toBe(true);
    const day = view.breaches[0]?.day ?? view.replay.to;
    const plain = (rows: readonly { flag: string; subject: string; person: string | null; since: string }[]) => rows.map((row) => `${row.flag} ${row.subject} ${row.person} ${row.since}`).sort();
    expect(plain(flagsOn(view.replay, day).map(({ row, since }) => ({ ...row, since })))).toEqual(plain(evaluationReport(viewAsOf(file.entries, day)).flags));
  });

  test('raise nothing where the control is concerned, and nobody is named whom the case protects', async () => {
    const { cases } = await listOf(app);
    for (const { id } of cases) {
      const { case: view } = await caseOf(app, id);
      if (view.kind === 'control') expect(view.replay?.flags).toEqual([]);
    }
    const equifax = JSON.stringify((await caseOf(app, 'equifax-2017')).case);
    // One answer of the case says where in the organisation the application's team stood; nothing says what one person did not do.
    const naming = /senior-manager|the senior manager|vice-president is dismissed|not forward|lead-developer/i;
    expect(naming.exec(equifax)?.[0]).toBeUndefined();
    expect(naming.test(shipped.map(({ text }) => text).join(''))).toBe(true);
  });
});

describe('files that are no case', () => {
  test('are named with their place and remedy, and the others stay', async () => {
    const app = await appWith([
      { name: 'a-broken.json', text: '{ "schema": "whose-call-case/1", ' },
      { name: 'b-newer.yaml', text: 'schema: whose-call-case/2\nid: newer\n' },
      { name: 'c-date.json', text: caseText({ id: 'dated', replay: { from: '2026-02-30', to: '2026-03-01' } }) },
      { name: 'd-good.json', text: caseText() },
      { name: 'e-again.json', text: caseText() },
      { name: 'f-row.json', text: caseText({ id: 'row', model: { risks: [{ id: 'r' }, { id: 'kept', serviceIds: [], openedAt: '2026-06-01' }] } }) },
    ]);
    const { cases, troubles } = await listOf(app);
    expect(cases.map((one) => one.id)).toEqual(['row', 'till-2026']);
    expect(troubles.map((each) => each.file)).toEqual(['a-broken.json', 'b-newer.yaml', 'c-date.json', 'e-again.json']);
    for (const trouble of troubles) for (const text of [trouble.place, trouble.reason, trouble.remedy]) expect(text).not.toBe('');
    expect(troubles[1]?.reason).toContain('whose-call-case/2');
    expect(troubles[2]?.place).toContain('from');
    expect((await caseOf(app, 'row')).troubles).toMatchObject([{ file: 'f-row.json', place: expect.stringContaining('risks') }]);
  });

  test('an id nobody has is not found, and says how many were looked through', async () => {
    const app = await appWith([{ name: 'good.json', text: caseText() }, { name: 'broken.json', text: '[' }]);
    const answer = await app.get('/api/v1/cases/nobody');
    expect(answer.status).toBe(404);
    const problem = problemSchema.parse(await answer.json());
    expect(problem.detail).toBe('No case nobody is among the 1 that were read.');
    expect(problem.remedy).toContain('broken.json');
  });
});

test('cases of every odd shape are answered within the contract', async () => {
  const files = Object.entries(oddCases).map(([name, text], index) => ({ name: `${name}.json`, text: JSON.stringify({ ...JSON.parse(text), id: `odd ${index}/?#` }) }));
  const app = await appWith(files);
  const { cases, troubles } = await listOf(app);
  expect(troubles).toEqual([]);
  expect(cases).toHaveLength(files.length);
  for (const { id } of cases) expect((await caseOf(app, id)).case.id).toBe(id);
});

test('a case whose file changed is drawn again, and no cases at all is an empty list', async () => {
  const files = [{ name: 'a.json', text: caseText() }];
  const app = await testApp([], {}, undefined, true, () => Promise.resolve(files));
  expect((await listOf(app)).cases[0]?.title).toBe('A till of our own');
  files[0] = { name: 'a.json', text: caseText({ title: 'Another title' }) };
  expect((await listOf(app)).cases[0]?.title).toBe('Another title');
  expect(await listOf(await testApp([]))).toEqual({ cases: [], troubles: [] });
});
