import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Picture } from '#core/picture/picture.ts';
import { rolesOnly } from '#core/picture/roles-only.ts';
import { summarise } from '#core/picture/roll-up.ts';
import { companyPicture } from '#web/testing/company-picture.ts';
import { smallPicture } from '#web/testing/small-picture.ts';

const people = (picture: Picture) => picture.persons.filter((person) => person.kind === 'person');

describe(rolesOnly, () => {
  it('leaves no name of a person anywhere in the picture, and no id of one where a person is meant', () => {
    const picture = smallPicture();
    const text = JSON.stringify(rolesOnly(picture));
    for (const person of people(picture)) {
      expect(text).not.toContain(person.name);
      expect(text).not.toContain(`"${person.id}"`);
    }
    expect(text).toContain('Head of Identity');
    expect(text).toContain('Security desk');
  });

  it('keeps who stands for whom: every reference still finds its person', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 1e6 }), (count, seed) => {
      const picture = companyPicture(count, seed);
      const roles = rolesOnly(picture);
      expect(new Set(roles.persons.map((person) => person.id)).size).toBe(picture.persons.length);
      expect(new Set(people(roles).map((person) => person.name)).size).toBe(people(picture).length);
      const at = (list: Picture, id: string | null): number => list.persons.findIndex((person) => person.id === id);
      for (const [index, risk] of picture.risks.entries()) {
        const other = roles.risks[index];
        expect(at(roles, other?.ownerId ?? null)).toBe(at(picture, risk.ownerId));
        expect(other?.candidates.map((one) => at(roles, one.personId))).toEqual(risk.candidates.map((one) => at(picture, one.personId)));
      }
    }), { seed: 20_261_121, numRuns: 40 });
  });

  it('changes no count and no amount', () => {
    const picture = companyPicture(60, 3);
    expect(summarise(rolesOnly(picture).risks)).toEqual(summarise(picture.risks));
    expect(rolesOnly(picture).coverage).toEqual(picture.coverage);
  });

  it('leaves a team that is called as a person by itself', () => {
    const base = smallPicture();
    const [first, ...others] = base.teams;
    if (first === undefined) throw new Error('the fixture has a team');
    const picture = smallPicture({ teams: [first, ...others, { ...first, id: 'castro', name: 'Castro programme', depth: 1, end: 5, leadId: 'castro', parentId: 'acme' }] });
    const team = rolesOnly(picture).teams.at(-1);
    expect(team).toMatchObject({ id: 'castro', name: 'Castro programme', leadId: 'person-4' });
  });
});
