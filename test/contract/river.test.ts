import { beforeAll, expect, test, vi } from 'vitest';
import { findingListSchema } from '#contract/finding.ts';
import { riverSchema } from '#contract/river.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let company: TestApp;
beforeAll(async () => {
  company = await testApp(smallCompanyEntries());
});

const river = async (query = '') => riverSchema.parse(await company.json(`/api/v1/river${query}`));
const total = async (query: string) => findingListSchema.parse(await company.json(`/api/v1/findings?openOnly=false&${query}`)).total;

test('the river counts all findings of the record by stage, by week and by team', async () => {
  const { counts, shipped } = await river();
  expect(counts).toMatchObject({ open: 4, openBefore: 0, firstWeek: '2026-05-25' });
  expect(counts.weeks).toEqual([
    { week: '2026-06-01', found: 1, fixed: 0 }, { week: '2026-06-29', found: 1, fixed: 0 }, { week: '2026-07-27', found: 2, fixed: 0 },
  ]);
  expect(counts.stages).toContainEqual({ introducedStageId: 'code', foundStageId: 'deploy', afterShipping: false, count: 1 });
  expect(counts.teams).toContainEqual({ introducedTeamId: 'signin', fixedTeamId: null, fixed: false, count: 1 });
  expect(shipped).toBeNull();
});

test('a place narrows it as it narrows the list', async () => {
  expect((await river('?process=train')).counts.open).toBe(2);
  expect((await river('?team=payments')).counts.open).toBe(1);
  expect((await river('?team=none')).counts.open).toBe(0);
});

test('a team is told what it and the teams below it shipped, in the last half year and the one before', async () => {
  const { shipped } = await river('?team=identity&asOf=2026-07-01');
  expect(shipped?.now).toMatchObject({ from: '2026-01-01', to: '2026-07-01', releases: 1, introduced: 1, traced: 1, escaped: 1, shippedToFound: { days: 112, cases: 1 }, foundToFixed: { days: null, cases: 0 } });
  expect(shipped?.introduced).toBe(await total('introducedTeam=identity&introducedSubteams=true&asOf=2026-07-01'));
  expect(shipped?.before).toMatchObject({ from: '2025-07-03', to: '2025-12-31', releases: 0, introduced: 0 });
});

test('the record of a past day gives the river of that day', async () => {
  expect((await river('?asOf=2026-05-31')).counts).toMatchObject({ open: 0, firstWeek: '2025-12-01', weeks: [{ week: '2026-04-27', found: 1, fixed: 0 }, { week: '2026-05-18', found: 0, fixed: 1 }] });
});

test('each count of the river is the total of a list', async () => {
  expect(await total('introducedStage=code&stage=deploy')).toBe(1);
  expect(await total('noIntroducedStage=true')).toBe(4);
  expect([await total('escaped=true'), await total('escaped=false')]).toEqual([1, 0]);
  expect([await total('introducedTeam=signin'), await total('introducedTeam=identity'), await total('introducedTeam=identity&introducedSubteams=true')]).toEqual([1, 0, 1]);
  expect([await total('noIntroducedTeam=true'), await total('fixNamesTeam=false'), await total('fixedTeam=signin')]).toEqual([4, 1, 0]);
  expect([await total('foundWeek=2026-07-27'), await total('fixedWeek=2026-05-18')]).toEqual([2, 1]);
});

test('lists of several stages and teams, spans of days and steps are lists too', async () => {
  const any = (...ids: readonly string[]) => encodeURIComponent(JSON.stringify(ids));
  expect(await total(`introducedStages=${any('code', 'build')}&stages=${any('deploy')}`)).toBe(1);
  expect(await total(`introducedTeams=${any('signin', 'payments')}`)).toBe(1);
  expect(await total(`fixedTeams=${any('nobody')}`)).toBe(0);
  expect([await total('foundFrom=2026-06-01&foundTo=2026-07-05'), await total('fixedFrom=2026-05-18&fixedTo=2026-05-24')]).toEqual([2, 1]);
  expect(await total('introducedTeam=identity&introducedSubteams=true&step=shipped-to-found&stepFrom=2026-01-01&stepTo=2026-07-01')).toBe(1);
});

test('each step of a team is a list as long as the cases its median rests on', async () => {
  const span = (await river('?team=identity')).shipped?.now;
  const steps = [['shipped-to-found', span?.shippedToFound], ['found-to-told', span?.foundToTold], ['told-to-decided', span?.toldToDecided], ['decided-to-fixed', span?.decidedToFixed], ['found-to-fixed', span?.foundToFixed]] as const;
  for (const [step, median] of steps) {
    expect([step, await total(`introducedTeam=identity&introducedSubteams=true&step=${step}&stepFrom=${span?.from ?? ''}&stepTo=${span?.to ?? ''}`)]).toEqual([step, median?.cases]);
  }
});

test('a team is told its releases by name, and the open findings that got past their stage, longest known first', async () => {
  const { shipped, releases } = await river('?team=identity&asOf=2026-07-01');
  expect(shipped?.releases).toHaveLength((shipped?.now.releases ?? 0) + (shipped?.before.releases ?? 0));
  expect(releases.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(0);
  expect(shipped?.oldestEscaped.map(({ at }) => at)).toEqual(shipped?.oldestEscaped.map(({ at }) => at).toSorted());
});

test.each(['introducedTeams=signin', 'stages=[1]', 'stages={}', 'step=found', 'foundFrom=2026-13-01'])('%s is refused', async (query) => {
  expect((await company.get(`/api/v1/findings?${query}`)).status).toBe(400);
});

test('a week that is no day is refused', async () => {
  expect((await company.get('/api/v1/findings?foundWeek=last')).status).toBe(400);
});
