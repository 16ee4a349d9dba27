import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemMatcher, slips } from '#core/translate/match-item.ts';
import { readList } from '#core/translate/read-list.ts';
import { translateList } from '#core/translate/translate-list.ts';
import { companyPicture } from '#web/testing/company-picture.ts';
import { smallPicture } from '#web/testing/small-picture.ts';

const SEED = { seed: 20_261_121, numRuns: 120 };
const pairs = (text: string) => readList(text).items.map(({ item, colour }) => [item, colour]);

describe(readList, () => {
  it('reads comma, semicolon and tab, quoted fields, any line ends and a byte order mark', () => {
    expect(pairs('\uFEFFR-1,Green\r\n"Login, old",RED\r\n')).toEqual([['R-1', 'Green'], ['Login, old', 'RED']]);
    expect(pairs('R-1;grün\nR-2;rot')).toEqual([['R-1', 'grün'], ['R-2', 'rot']]);
    expect(pairs('R-1\tamber\r"say ""no"""\tred')).toEqual([['R-1', 'amber'], ['say "no"', 'red']]);
  });

  it('takes the columns a first line names, wherever they stand', () => {
    expect(pairs('Owner,RAG,Risk\nMia,Green,R-1')).toEqual([['R-1', 'Green']]);
    expect(pairs('Status;Name\nred;Sign-in')).toEqual([['Sign-in', 'red']]);
  });

  it('says which lines name no item or no colour, and keeps the others', () => {
    const list = readList('R-1,green\n\nR-2\n,red\nR-3,amber');
    expect(list.unread).toEqual([3, 4]);
    expect(list.items.map(({ line }) => line)).toEqual([1, 5]);
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => {
      const { items } = readList(text);
      for (const { item, colour } of items) expect(item.length * colour.length).toBeGreaterThan(0);
    }), SEED);
  });
});

describe(slips, () => {
  it('counts a letter more, less, other or two swapped as one slip, and gives up above the most it is asked for', () => {
    for (const [a, b, away] of [['token', 'token', 0], ['token', 'toekn', 1], ['token', 'tken', 1], ['token', 'tokens', 1], ['token', 'taken', 1], ['token', 'xyz', 3]] as const) {
      expect(slips(a, b, 2)).toBe(away);
      expect(slips(b, a, 2)).toBe(away);
    }
  });
});

describe(itemMatcher, () => {
  const matcher = itemMatcher(smallPicture());

  it('finds a risk by id, by its words and by its words with slips', () => {
    expect(matcher.match(' r-1 ')).toMatchObject({ kind: 'risk', id: 'R-1', how: 'id' });
    expect(matcher.match('session  FIXATION')).toMatchObject({ kind: 'risk', id: 'R-2', how: 'name' });
    expect(matcher.match('Tokne replay in sign in')).toMatchObject({ kind: 'risk', id: 'R-1', how: 'close' });
  });

  it('finds a service, a process or a team with every risk in it, and a closed risk as closed', () => {
    expect(matcher.match('Token issuer')).toMatchObject({ kind: 'service', riskIds: ['R-3', 'R-4'] });
    expect(matcher.match('Identity')).toMatchObject({ kind: 'team', riskIds: ['R-1', 'R-2', 'R-3', 'R-4', 'R-6'] });
    expect(matcher.match('Old cipher')).toEqual({ kind: 'closed', id: 'R-0', name: 'Old cipher' });
  });

  it('guesses nothing: what is far from every name or short is not found, and a tie says so', () => {
    expect(matcher.match('Ransomware')).toEqual({ kind: 'none' });
    expect(matcher.match('R-9')).toEqual({ kind: 'none' });
    const two = itemMatcher(smallPicture({ teams: [], services: [], processes: [{ id: 'a', name: 'Payments one', stages: [] }, { id: 'b', name: 'Payments two', stages: [] }, { id: 'c', name: 'Payment one', stages: [] }] }));
    expect(two.match('Paymens one')).toMatchObject({ kind: 'several', names: ['Payments one', 'Payment one'] });
  });
});

describe(translateList, () => {
  it('puts every open risk under one colour word or under none, and its money with it', () => {
    const words = fc.constantFrom('Green', 'green', 'AMBER', 'red', 'blau');
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 1e6 }), fc.array(fc.tuple(fc.nat(), fc.nat(3), words), { maxLength: 30 }), (count, seed, draws) => {
      const picture = companyPicture(count, seed);
      const names = [picture.risks.map((risk) => risk.id), picture.teams.map((team) => team.name), picture.services.map((service) => service.name), ['Something else']];
      const list = draws.map(([at, from, colour], index) => {
        const pool = names[from] ?? [];
        return { line: index + 1, item: pool[at % Math.max(1, pool.length)] ?? 'Nothing', colour };
      });
      const { colours, unmentioned } = translateList(picture, list);
      const groups = [...colours, unmentioned];
      expect(groups.flatMap((group) => group.risks.map((risk) => risk.id)).sort()).toEqual(picture.risks.map((risk) => risk.id).sort());
      expect(groups.reduce((sum, group) => sum + group.summary.expectedAnnualLoss, 0)).toBeCloseTo(picture.risks.reduce((sum, risk) => sum + (risk.expectedAnnualLoss ?? 0), 0), 2);
      expect(colours.reduce((sum, colour) => sum + colour.items.length, 0)).toBe(list.length);
      for (const group of groups) {
        expect(group.oldest?.ageDays ?? -1).toBe(Math.max(-1, ...group.risks.map((risk) => risk.ageDays)));
        expect(group.undecided.length).toBeLessThanOrEqual(group.risks.length);
      }
    }), SEED);
  });

  it('lets the item that names a risk most closely decide, whatever the order', () => {
    const list = [{ line: 1, item: 'Identity', colour: 'Green' }, { line: 2, item: 'R-1', colour: 'Red' }, { line: 3, item: 'Sign-in', colour: 'Amber' }];
    const { colours } = translateList(smallPicture(), list);
    expect(colours.map(({ colour, risks }) => [colour, risks.map((risk) => risk.id)])).toEqual([['Green', ['R-2', 'R-3', 'R-4', 'R-6']], ['Red', ['R-1']], ['Amber', []]]);
  });

  it('names what the record does not hold', () => {
    const list = [{ line: 1, item: 'Cloud posture', colour: 'green' }, { line: 2, item: 'Old cipher', colour: 'green' }];
    const translation = translateList(smallPicture(), list);
    expect(translation.notFound.map(({ item }) => item)).toEqual(['Cloud posture']);
    expect(translation.closed.map(({ item }) => item)).toEqual(['Old cipher']);
    expect(translation.unmentioned.risks.length).toBe(6);
  });
});
