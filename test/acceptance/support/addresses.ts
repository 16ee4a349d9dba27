import type { z } from 'zod';
import { pictureSchema } from '#contract/picture.ts';
import { pathOf, type Place } from '#web/paths.ts';

type Picture = z.infer<typeof pictureSchema>;

export interface Address {
  path: string;
  page: Place['page'];
}

/** The picture of a served company as its API gives it, by its contract. */
export async function pictureOf(served: string, query = ''): Promise<Picture> {
  return pictureSchema.parse(await (await fetch(`${served}/api/v1/picture${query}`)).json());
}

/** Where there is one of everything to look at: ids of a served company, chosen for how much hangs under them. */
export interface Examples {
  team: string;
  process: string;
  risk: string;
  finding: string;
  person: string;
  pack: string;
  decision: string;
  claim: string;
}

/** Ids of the picture for one page of every kind; where it holds none, an id nobody has. */
export function examplesOf({ risks, packs }: Picture): Examples {
  const fullest = risks.toSorted((a, b) => weight(b) - weight(a)).find(({ owningTeamId, processId, findingIds, ownerId }) => owningTeamId !== null && processId !== null && ownerId !== null && findingIds.length > 0);
  return {
    team: fullest?.owningTeamId ?? 'nobody-has', process: fullest?.processId ?? 'nobody-has', risk: fullest?.id ?? 'nobody-has', person: fullest?.ownerId ?? 'nobody-has',
    finding: fullest?.findingIds[0] ?? 'nobody-has', pack: packs.at(-1)?.id ?? 'nobody-has', decision: risks.flatMap((risk) => risk.decisions)[0]?.id ?? 'nobody-has',
    claim: risks.flatMap((risk) => risk.evidence)[0]?.id ?? 'nobody-has',
  };
}

function weight({ decisions, evidence, candidates, steps, knowledge }: Picture['risks'][number]): number {
  return [decisions, evidence, candidates, steps, knowledge].filter((list) => list.length > 0).length * 100 + evidence.length + decisions.length;
}

/** One address of every kind of place, and the views of a place that draw something else. A new kind does not compile until it is here. */
export function addressesOf({ team, process, risk, finding, person, pack, decision, claim }: Examples): readonly Address[] {
  const cell = { page: 'cell', team, process } as const;
  const under = { page: 'risk', risk, under: cell } as const;
  const views: Readonly<Record<Place['page'], readonly (readonly [Place, ...string[]])[]>> = {
    brief: [[{ page: 'brief' }, '?asOf=2026-09-30&against=2026-06-30']],
    teams: [[{ page: 'teams' }]],
    team: [[{ page: 'team', team }]],
    cell: [[cell]],
    release: [[{ page: 'release' }]],
    process: [[{ page: 'process', process }]],
    stage: [[{ page: 'stage', process, stage: 'build' }]],
    ownership: [[{ page: 'ownership' }, '?cell=nobody-named']],
    people: [[{ page: 'people' }]],
    person: [[{ page: 'person', person }]],
    knew: [[{ page: 'knew' }]],
    changes: [[{ page: 'changes' }]],
    exposure: [[{ page: 'exposure' }, '?view=lec', '?view=top', '?over=25000000']],
    compare: [[{ page: 'compare' }]],
    conditions: [[{ page: 'conditions' }, '?flag=P6']],
    evidence: [[{ page: 'evidence' }]],
    next: [[{ page: 'next' }]],
    decisions: [[{ page: 'decisions' }]],
    decision: [[{ page: 'decision', decision }]],
    claim: [[{ page: 'claim', claim }]],
    scenario: [[{ page: 'scenario', scenario: risk }]],
    ledger: [[{ page: 'ledger' }]],
    pack: [[{ page: 'pack', pack }]],
    findings: [[{ page: 'findings' }]],
    search: [[{ page: 'search' }, '?q=refund']],
    coverage: [[{ page: 'coverage' }]],
    sources: [[{ page: 'sources' }]],
    measure: [[{ page: 'measure' }]],
    policy: [[{ page: 'policy' }]],
    mapping: [[{ page: 'mapping' }]],
    translate: [[{ page: 'translate' }]],
    replays: [[{ page: 'replays' }]],
    replay: [[{ page: 'replay', case: 'equifax-2017' }]],
    risk: [[under]],
    finding: [[{ page: 'finding', finding, under }]],
    print: [[{ page: 'print', quarter: '2026Q4' }]],
    present: [[{ page: 'present', quarter: '2026Q4', step: '2' }]],
  };
  return Object.values(views).flat().flatMap(([place, ...queries]) => [{ path: pathOf(place), page: place.page }, ...queries.map((query) => ({ path: pathOf(place) + query, page: place.page }))]);
}
