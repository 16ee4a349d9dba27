import { expect, it } from 'vitest';
import { conditionsOf } from '#core/picture/conditions.ts';
import { findableIn, findableKinds } from '#core/picture/findable.ts';
import { companyPicture } from '#web/testing/company-picture.ts';
import { smallPicture } from '#web/testing/small-picture.ts';

const team = (id: string, name: string, parentId: string | null) => ({ id, name, kind: 'engineering' as const, leadId: null, parentId, depth: 0, end: 1 });

it('every risk, team, person, service and process of a picture can be found once, with the path to it', () => {
  const picture = companyPicture(40, 3);
  const found = findableIn(picture);
  for (const kind of ['risks', 'teams', 'persons', 'services', 'processes'] as const) {
    expect(found.filter((row) => row.kind === kind).map(({ id }) => id)).toEqual(picture[kind].map(({ id }) => id));
  }
  expect(found.filter(({ kind }) => !findableKinds.includes(kind))).toEqual([]);
  const deep = picture.teams.find(({ depth }) => depth === 2);
  const parent = picture.teams.find(({ id }) => id === deep?.parentId);
  expect(found.find(({ kind, id }) => kind === 'teams' && id === deep?.id)?.path).toMatch(new RegExp(`› ${parent?.name}$`));
});

it('each kind of condition that is up can be found once, with how many are up', () => {
  const picture = smallPicture();
  const up = conditionsOf(picture);
  const rows = findableIn(picture).filter(({ kind }) => kind === 'conditions');
  expect(rows.map(({ id }) => id).sort()).toEqual([...new Set(up.map(({ flag }) => flag))].sort());
  for (const { id, path } of rows) expect(path).toBe(`${id} · ${up.filter(({ flag }) => flag === id).length} up`);
});

it('teams that are above each other in a ring still have a path', () => {
  const rows = findableIn(smallPicture({ teams: [team('a', 'Alpha', 'b'), team('b', 'Beta', 'a')], risks: [], services: [], persons: [], processes: [] }));
  expect(rows.map(({ path }) => path)).toEqual(expect.arrayContaining([expect.stringContaining('Beta')]));
});
