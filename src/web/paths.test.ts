import fc from 'fast-check';
import { matchRoutes } from 'react-router';
import { describe, expect, it } from 'vitest';
import {
  chainOf, findingFrom, pathOf, placeOf, riskFrom, type FindingHome, type Place, type RiskHome,
} from '#web/paths.ts';
import { routes } from '#web/routes.tsx';

const riskHomes: RiskHome[] = [
  { page: 'brief' },
  { page: 'team', team: 'identity' },
  { page: 'cell', team: 'identity', process: 'train' },
  { page: 'process', process: 'train' },
  { page: 'ownership' },
  { page: 'knew' },
  { page: 'changes' },
  { page: 'compare' },
  { page: 'conditions' },
  { page: 'evidence' },
  { page: 'next' },
  { page: 'decisions' },
  { page: 'pack', pack: 'P-Q3' },
  { page: 'person', person: 'lee' },
];
const risks = riskHomes.map((under) => ({ page: 'risk' as const, risk: 'R-118', under }));
const findingHomes: FindingHome[] = [
  { page: 'findings' },
  { page: 'team', team: 'identity' },
  { page: 'cell', team: 'identity', process: 'train' },
  { page: 'process', process: 'train' },
  { page: 'stage', process: 'train', stage: 'code' },
  ...risks,
];
const places: Place[] = [
  ...riskHomes,
  { page: 'stage', process: 'train', stage: 'code' },
  { page: 'teams' }, { page: 'release' }, { page: 'people' }, { page: 'findings' }, { page: 'search' }, { page: 'coverage' }, { page: 'ledger' }, { page: 'measure' }, { page: 'policy' },
  { page: 'decision', decision: 'D-1' }, { page: 'claim', claim: 'E-1' }, { page: 'scenario', scenario: 'R-118' },
  { page: 'replays' }, { page: 'replay', case: 'till-2026' }, { page: 'translate' }, { page: 'print', quarter: '2026Q4' }, { page: 'present', quarter: '2026Q4', step: '3' },
  ...risks,
  ...findingHomes.map((under) => ({ page: 'finding' as const, finding: 'F-7', under })),
];

describe('the route map', () => {
  it('gives every place its path and its breadcrumb chain', () => {
    const map = places.map((place) => `${pathOf(place)} <- ${chainOf(place).slice(0, -1).map(pathOf).reverse().join(' <- ')}`);
    expect(map.map((line) => line.replace(/ <- $/, ''))).toEqual([
      '/',
      '/teams/identity <- /teams <- /',
      '/teams/identity/process/train <- /teams/identity <- /teams <- /',
      '/release/train <- /release <- /',
      '/ownership <- /',
      '/knew <- /',
      '/changes <- /',
      '/compare <- /',
      '/conditions <- /',
      '/evidence <- /',
      '/next <- /',
      '/decisions <- /ownership <- /',
      '/ledger/P-Q3 <- /ledger <- /knew <- /',
      '/people/lee <- /people <- /',
      '/release/train/stage/code <- /release/train <- /release <- /',
      '/teams <- /',
      '/release <- /',
      '/people <- /',
      '/findings <- /',
      '/search <- /',
      '/coverage <- /',
      '/ledger <- /knew <- /',
      '/measure <- /',
      '/policy <- /',
      '/decisions/D-1 <- /decisions <- /ownership <- /',
      '/evidence/E-1 <- /evidence <- /',
      '/next/R-118 <- /next <- /',
      '/replay <- /',
      '/replay/till-2026 <- /replay <- /',
      '/translate <- /',
      '/print/2026Q4 <- /',
      '/present/2026Q4/3 <- /',
      '/risks/R-118 <- /',
      '/teams/identity/risks/R-118 <- /teams/identity <- /teams <- /',
      '/teams/identity/process/train/risks/R-118 <- /teams/identity/process/train <- /teams/identity <- /teams <- /',
      '/release/train/risks/R-118 <- /release/train <- /release <- /',
      '/ownership/risks/R-118 <- /ownership <- /',
      '/knew/risks/R-118 <- /knew <- /',
      '/changes/risks/R-118 <- /changes <- /',
      '/compare/risks/R-118 <- /compare <- /',
      '/conditions/risks/R-118 <- /conditions <- /',
      '/evidence/risks/R-118 <- /evidence <- /',
      '/next/risks/R-118 <- /next <- /',
      '/decisions/risks/R-118 <- /decisions <- /ownership <- /',
      '/ledger/P-Q3/risks/R-118 <- /ledger/P-Q3 <- /ledger <- /knew <- /',
      '/people/lee/risks/R-118 <- /people/lee <- /people <- /',
      '/findings/F-7 <- /findings <- /',
      '/teams/identity/findings/F-7 <- /teams/identity <- /teams <- /',
      '/teams/identity/process/train/findings/F-7 <- /teams/identity/process/train <- /teams/identity <- /teams <- /',
      '/release/train/findings/F-7 <- /release/train <- /release <- /',
      '/release/train/stage/code/findings/F-7 <- /release/train/stage/code <- /release/train <- /release <- /',
      '/risks/R-118/findings/F-7 <- /risks/R-118 <- /',
      '/teams/identity/risks/R-118/findings/F-7 <- /teams/identity/risks/R-118 <- /teams/identity <- /teams <- /',
      '/teams/identity/process/train/risks/R-118/findings/F-7 <- /teams/identity/process/train/risks/R-118 <- /teams/identity/process/train <- /teams/identity <- /teams <- /',
      '/release/train/risks/R-118/findings/F-7 <- /release/train/risks/R-118 <- /release/train <- /release <- /',
      '/ownership/risks/R-118/findings/F-7 <- /ownership/risks/R-118 <- /ownership <- /',
      '/knew/risks/R-118/findings/F-7 <- /knew/risks/R-118 <- /knew <- /',
      '/changes/risks/R-118/findings/F-7 <- /changes/risks/R-118 <- /changes <- /',
      '/compare/risks/R-118/findings/F-7 <- /compare/risks/R-118 <- /compare <- /',
      '/conditions/risks/R-118/findings/F-7 <- /conditions/risks/R-118 <- /conditions <- /',
      '/evidence/risks/R-118/findings/F-7 <- /evidence/risks/R-118 <- /evidence <- /',
      '/next/risks/R-118/findings/F-7 <- /next/risks/R-118 <- /next <- /',
      '/decisions/risks/R-118/findings/F-7 <- /decisions/risks/R-118 <- /decisions <- /ownership <- /',
      '/ledger/P-Q3/risks/R-118/findings/F-7 <- /ledger/P-Q3/risks/R-118 <- /ledger/P-Q3 <- /ledger <- /knew <- /',
      '/people/lee/risks/R-118/findings/F-7 <- /people/lee/risks/R-118 <- /people/lee <- /people <- /',
    ]);
  });

  it('has a route of its own for every place, and one for every other address', () => {
    const patterns = places.map((place) => matchRoutes(routes, pathOf(place))?.at(-1)?.route.path);
    expect(new Set(patterns).size).toBe(places.length);
    expect(patterns).not.toContain('*');
    expect(matchRoutes(routes, '/no/such/page')?.at(-1)?.route.path).toBe('*');
  });

  it('reads /brief as the brief and anything foreign as no place', () => {
    expect(placeOf('/brief')).toEqual({ page: 'brief' });
    expect(placeOf('/')).toEqual({ page: 'brief' });
    expect(placeOf('/teams/')).toEqual({ page: 'teams' });
    expect(placeOf('/teams/a/b')).toBeUndefined();
    expect(placeOf('/search/risks/R-1')).toBeUndefined();
    expect(placeOf('/people/lee/findings/F-1')).toBeUndefined();
    expect(placeOf('/%E0%A4%A')).toBeUndefined();
  });
});

describe(placeOf, () => {
  const id = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', '.', '..', '~', '/', 'a/b', '%2F', 'risks', 'findings', 'process', 'stage', 'teams', 'group:default/platform', '?', '#', ' '),
  );
  const riskHome: fc.Arbitrary<RiskHome> = fc.oneof(
    fc.constantFrom<RiskHome>({ page: 'brief' }, { page: 'ownership' }, { page: 'knew' }, { page: 'changes' }),
    fc.record({ page: fc.constant('team' as const), team: id }),
    fc.record({ page: fc.constant('cell' as const), team: id, process: id }),
    fc.record({ page: fc.constant('process' as const), process: id }),
    fc.record({ page: fc.constant('person' as const), person: id }),
  );
  const risk = fc.record({ page: fc.constant('risk' as const), risk: id, under: riskHome });
  const findingHome: fc.Arbitrary<FindingHome> = fc.oneof(
    risk,
    fc.constant({ page: 'findings' as const }),
    fc.record({ page: fc.constant('team' as const), team: id }),
    fc.record({ page: fc.constant('cell' as const), team: id, process: id }),
    fc.record({ page: fc.constant('process' as const), process: id }),
    fc.record({ page: fc.constant('stage' as const), process: id, stage: id }),
  );
  const stage = fc.record({ page: fc.constant('stage' as const), process: id, stage: id });
  const finding = fc.record({ page: fc.constant('finding' as const), finding: id, under: findingHome });

  const one = fc.oneof(
    fc.record({ page: fc.constant('decision' as const), decision: id }),
    fc.record({ page: fc.constant('claim' as const), claim: id }),
    fc.record({ page: fc.constant('scenario' as const), scenario: id }),
  );
  const replay = fc.record({ page: fc.constant('replay' as const), case: id });

  it('reads back every place from its path, whatever its ids are', () => {
    fc.assert(fc.property(fc.oneof(riskHome, risk, finding, replay, one, stage), (place) => {
      expect(placeOf(pathOf(place))).toEqual(place);
    }), { seed: 20_261_121, numRuns: 2000 });
  });

  it('survives the way a browser normalises a path', () => {
    fc.assert(fc.property(fc.oneof(riskHome, risk, finding, replay, one, stage), (place) => {
      expect(placeOf(new URL(pathOf(place), 'http://localhost').pathname)).toEqual(place);
    }), { seed: 20_261_121, numRuns: 2000 });
  });
});

describe(riskFrom, () => {
  it('hangs a risk under where the reader stands, and under the same list from a risk or a finding of it', () => {
    const cell: RiskHome = { page: 'cell', team: 'identity', process: 'train' };
    const here = riskFrom(cell, 'R-1');
    expect(pathOf(here)).toBe('/teams/identity/process/train/risks/R-1');
    expect(pathOf(riskFrom(here, 'R-2'))).toBe('/teams/identity/process/train/risks/R-2');
    expect(pathOf(riskFrom(findingFrom(here, 'F-1'), 'R-2'))).toBe('/teams/identity/process/train/risks/R-2');
    expect(pathOf(riskFrom({ page: 'search' }, 'R-2'))).toBe('/risks/R-2');
    expect(pathOf(riskFrom({ page: 'claim', claim: 'E-1' }, 'R-2'))).toBe('/evidence/risks/R-2');
    expect(pathOf(riskFrom({ page: 'stage', process: 'train', stage: 'code' }, 'R-2'))).toBe('/release/train/risks/R-2');
    expect(pathOf(riskFrom(undefined, 'R-2'))).toBe('/risks/R-2');
  });
});

describe(findingFrom, () => {
  it('hangs a finding under its risk or list, and under all findings from elsewhere', () => {
    expect(pathOf(findingFrom({ page: 'risk', risk: 'R-1', under: { page: 'knew' } }, 'F-1'))).toBe('/knew/risks/R-1/findings/F-1');
    expect(pathOf(findingFrom({ page: 'team', team: 'a' }, 'F-1'))).toBe('/teams/a/findings/F-1');
    expect(pathOf(findingFrom({ page: 'stage', process: 'train', stage: 'code' }, 'F-1'))).toBe('/release/train/stage/code/findings/F-1');
    expect(pathOf(findingFrom({ page: 'search' }, 'F-1'))).toBe('/findings/F-1');
  });
});
