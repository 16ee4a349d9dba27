import { expect, test } from 'vitest';
import { parseFindingFilter, queryOfFindings, viewOfFindings, type FindingListFilter } from '#web/url/finding-filter.ts';

const filters: readonly FindingListFilter[] = [
  {},
  { teamId: 'signin', withSubteams: false },
  { noTeam: true, noProcess: true },
  { processId: 'train', stageId: 'code' },
  { serviceId: 'login', stageId: null },
  { riskId: 'R-1', openOnly: false },
  { introducedStageId: 'build', stageId: 'run', openOnly: false },
  { introducedStageId: null, introducedTeamId: null, fixNamesTeam: false, openOnly: false },
  { escaped: true, introducedTeamId: 'signin', introducedSubteams: true, fixNamesTeam: true },
  { escaped: false, fixedTeamId: 'signin', foundWeek: '2026-06-01', fixedWeek: '2026-06-08' },
  { stageIds: ['run', 'deploy'], introducedStageIds: ['code'], openOnly: false },
  { introducedTeamIds: ['a,b', 'c"d'], fixedTeamIds: ['e'], openOnly: false },
  { foundFrom: '2026-06-01', foundTo: '2026-06-30', fixedFrom: '2026-07-01', fixedTo: '2026-07-31' },
  { introducedTeamId: 'signin', step: 'found-to-told', stepFrom: '2026-06-01', stepTo: '2026-06-30', openOnly: false },
];

test('every filter reads back from its address', () => {
  for (const filter of filters) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(viewOfFindings(filter))) {
      for (const one of value === undefined ? [] : typeof value === 'string' ? [value] : value) query.append(name, one);
    }
    expect(parseFindingFilter(query)).toEqual(filter);
  }
});

test('no stage recorded and no stage asked are two different questions', () => {
  expect(queryOfFindings({ stageId: null })).toMatchObject({ stage: undefined, noStage: true });
  expect(queryOfFindings({})).toMatchObject({ stage: undefined, noStage: undefined });
});

test('a week that is no day counts as absent', () => {
  expect(parseFindingFilter(new URLSearchParams('foundWeek=2026-13-01&fixedWeek=last'))).toEqual({});
});
