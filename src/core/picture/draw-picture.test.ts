import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#core/time.ts';
import { pictureSchema } from '#contract/picture.ts';
import { recordedWhen, type Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { drawPicture } from '#core/picture/draw-picture.ts';
import { risksMatching } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { summarise, teamByProcess } from '#core/picture/roll-up.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';

const runs = { seed: 20_261_123, numRuns: 120 };

function draw(entries: readonly Entry[], asOf: string, against = addDays(asOf, -90)): Picture {
  return drawPicture({
    view: viewAsOf(entries, asOf), previousView: viewAsOf(entries, against), findingCells: [], previousFindingCells: [],
    recordVersion: 1, sample: false,
  });
}

const someDay = fc.integer({ min: dayOf('2024-06-01'), max: dayOf('2026-11-21') }).map((day) => addDays('1970-01-01', day));

describe('for any record on any day', () => {
  test('the picture is a valid answer of the contract', () => {
    fc.assert(fc.property(arbitraryEntries, someDay, (entries, asOf) => {
      expect(() => pictureSchema.parse(draw(entries, asOf))).not.toThrow();
    }), runs);
  });

  test('it holds exactly the risks that were opened and not closed, each in one place of the table', () => {
    fc.assert(fc.property(arbitraryEntries, someDay, (entries, asOf) => {
      const picture = draw(entries, asOf);
      const day = dayOf(asOf);
      const open = [...viewAsOf(entries, asOf).risks.values()].filter(
        (risk) => dayOf(risk.openedAt) <= day && (risk.closedAt === undefined || dayOf(risk.closedAt) > day));
      expect(picture.risks.map((risk) => risk.id).sort()).toEqual(open.map((risk) => risk.id).sort());
      const placed = teamByProcess(picture).rows.flatMap((row) => row.cells).flatMap((cell) => risksMatching(picture, cell.filter));
      expect(placed.map((risk) => risk.id).sort()).toEqual(open.map((risk) => risk.id).sort());
      expect(summarise(picture.risks).count).toBe(open.length);
    }), runs);
  });

  test('what was recorded later changes nothing about it', () => {
    fc.assert(fc.property(arbitraryEntries, someDay, (entries, asOf) => {
      const known = entries.filter((entry) => dayOf(recordedWhen(entry)) <= dayOf(asOf));
      expect(draw(entries, asOf)).toEqual(draw(known, asOf));
    }), runs);
  });

  test('teams stand depth-first: each parent before its children, each subtree one slice', () => {
    fc.assert(fc.property(arbitraryEntries, someDay, (entries, asOf) => {
      const { teams } = draw(entries, asOf);
      for (const [index, team] of teams.entries()) {
        const inside = new Set([team.id]);
        for (const other of teams) if (other.parentId !== null && inside.has(other.parentId)) inside.add(other.id);
        expect(teams.slice(index, team.end).map((other) => other.id)).toEqual(teams.filter((other) => inside.has(other.id)).map((other) => other.id));
        const parent = teams.find((other) => other.id === team.parentId);
        expect(team.depth).toBe(parent === undefined ? 0 : parent.depth + 1);
      }
    }), runs);
  });

  test('a risk\'s readiness, its two rows and its owner say the same', () => {
    fc.assert(fc.property(arbitraryEntries, someDay, (entries, asOf) => {
      for (const { readiness, authority, information, ownerId } of draw(entries, asOf).risks) {
        if (readiness === 'nobody-named' || readiness === 'cannot-tell') expect(authority.state).toBe(readiness);
        else expect([authority.state, information.state]).toEqual([readiness.startsWith('can-') ? 'has' : 'lacks', readiness.endsWith('not-seen') ? 'lacks' : 'has']);
        if (ownerId === null) expect(readiness).toBe('nobody-named');
        expect(information.unseen).toBeLessThanOrEqual(information.material);
      }
    }), runs);
  });
});

describe('the small company', () => {
  const picture = draw(smallCompanyEntries(), '2026-11-21', '2026-09-30');
  const risk = (id: string) => picture.risks.find((row) => row.id === id);

  test('counts how much of it is on the record', () => {
    expect(picture.coverage).toEqual({
      servicesWithTeam: { with: 2, total: 3 }, servicesWithProcess: { with: 1, total: 3 }, servicesWithFindings: { with: 2, total: 3 },
      teamsWithLead: { with: 5, total: 5 }, risksWithRange: { with: 2, total: 3 }, risksWithOwner: { with: 2, total: 3 },
      peopleWithManager: { with: 4, total: 5 },
    });
  });

  test('counts a link only where the record holds what it points at', () => {
    const entries = smallCompanyEntries().concat([
      { kind: 'teams', entity: { id: 'new', kind: 'engineering', leadId: 'ghost' }, stamp: { recordedAt: '2026-01-01' } },
      { kind: 'services', entity: { id: 'stray', exposure: 'internal', teamId: 'ghosts', processId: 'none' }, stamp: { recordedAt: '2026-01-01' } },
      { kind: 'persons', entity: { id: 'hired', kind: 'person', managerId: 'ghost' }, stamp: { recordedAt: '2026-01-01' } },
    ]);
    expect(draw(entries, '2026-11-21', '2026-09-30').coverage).toMatchObject({
      servicesWithTeam: { with: 2, total: 4 }, servicesWithProcess: { with: 1, total: 4 }, teamsWithLead: { with: 5, total: 6 },
      peopleWithManager: { with: 4, total: 6 },
    });
  });

  test('names itself after nobody where several teams stand at the top', () => {
    expect(picture.organisation).toBe('Organisation');
    expect(picture.persons.find((person) => person.id === 'desk')?.inPost).toBe(false);
  });

  test('puts a risk on the lowest team its services share and on no process where they ship by several', () => {
    const entries = smallCompanyEntries().concat([
      { kind: 'teams', entity: { id: 'tokens', kind: 'engineering', parentId: 'identity' }, stamp: { recordedAt: '2025-01-02' } },
      { kind: 'services', entity: { id: 'vault', exposure: 'internal', teamId: 'tokens', processId: 'other' }, stamp: { recordedAt: '2025-01-02' } },
      { kind: 'processes', entity: { id: 'other', stages: [] }, stamp: { recordedAt: '2025-01-02' } },
      { kind: 'risks', entity: { id: 'r-both', serviceIds: ['vault', 'login'], openedAt: '2026-01-01' }, stamp: { recordedAt: '2026-01-01' } },
      { kind: 'risks', entity: { id: 'r-apart', serviceIds: ['vault', 'refunds'], openedAt: '2026-01-01' }, stamp: { recordedAt: '2026-01-01' } },
    ]);
    const { risks } = draw(entries, '2026-11-21');
    expect(risks.find((row) => row.id === 'r-both')).toMatchObject({ owningTeamId: 'identity', processId: null, severalProcesses: true });
    expect(risks.find((row) => row.id === 'r-apart')).toMatchObject({ owningTeamId: null, processId: 'other', severalProcesses: false });
  });

  test('keeps the name the record has where it stands for nobody, and a post\'s holder where it stands for one', () => {
    const entries = smallCompanyEntries().concat([
      { kind: 'persons', entity: { id: 'head', kind: 'role', holderId: 'castro' }, stamp: { recordedAt: '2025-01-02' } },
      { kind: 'risks', entity: { id: 'r-post', serviceIds: ['refunds'], ownerId: 'head', openedAt: '2026-11-01' }, stamp: { recordedAt: '2026-11-01' } },
      { kind: 'risks', entity: { id: 'r-desk', serviceIds: ['refunds'], ownerId: 'desk', openedAt: '2026-11-01' }, stamp: { recordedAt: '2026-11-01' } },
    ]);
    const { risks } = draw(entries, '2026-11-21');
    expect(risks.find((row) => row.id === 'r-post')?.ownerId).toBe('castro');
    expect(risks.find((row) => row.id === 'r-desk')).toMatchObject({
      ownerId: 'desk', readiness: 'nobody-named', authority: { sentence: 'The owner on the record is a mailbox.' },
    });
  });

  test('says of the risk without a range that its money is unknown, never zero', () => {
    expect(risk('r-refund')).toMatchObject({ exposure: null, expectedAnnualLoss: null, readiness: 'nobody-named' });
    expect(summarise(picture.risks).unquantified).toBe(1);
  });

  test('tells a team that ended from one that goes on, and keeps it where a service still names it', () => {
    const ended = { kind: 'teams', entity: { id: 'payments', name: 'Payments', kind: 'engineering', to: '2026-06-30' }, stamp: { recordedAt: '2026-06-30' } } as const;
    const gone = { kind: 'teams', entity: { id: 'audit', name: 'Internal audit', kind: 'assurance', to: '2026-06-30' }, stamp: { recordedAt: '2026-06-30' } } as const;
    const { teams } = draw([...smallCompanyEntries(), ended, gone], '2026-11-21');
    expect(teams.map((team) => team.id)).toContain('payments');
    expect(teams.map((team) => team.id)).not.toContain('audit');
  });
});
