import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewAsOf } from '#core/record/view.ts';
import { conditionGroups, conditionsNaming, conditionsOf, conditionsOfOrganisation, riskOfCondition, withoutHeadsUp } from '#core/picture/conditions.ts';
import { conditionsWords, headsUpWords, subjectName } from '#core/picture/sentences/condition-words.ts';
import { drawPicture } from '#core/picture/draw-picture.ts';
import type { Picture } from '#core/picture/picture.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { viewOn } from '#test/support/world.ts';

function pictureOf(view: ReturnType<typeof viewAsOf>): Picture {
  return drawPicture({ view, previousView: view, findingCells: [], previousFindingCells: [], recordVersion: 1, sample: false });
}

function pictureOn(day: string, ...changes: readonly string[]): Picture {
  return pictureOf(viewOn(day, ...changes));
}

const step = 'step s riskId=r state=open to="the shop database"';

describe('conditions', () => {
  test('the groups hold every condition once, and each filter of a kind holds exactly its group', () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        const picture = pictureOf(viewAsOf(entries, '2026-06-30'));
        const all = conditionsOf(picture);
        const groups = conditionGroups(picture);
        expect(groups.flatMap((group) => group.conditions).length).toBe(all.length);
        expect(new Set(all).size).toBe(all.length);
        for (const { flag, conditions } of groups) expect(new Set(conditionsOf(picture, { flags: [flag] }))).toEqual(new Set(conditions));
        const about = [...new Set(all.map((flag) => flag.subjectKind))];
        expect(about.reduce((sum, kind) => sum + conditionsOf(picture, { about: [kind] }).length, 0)).toBe(all.length);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test('a step stands on its risk and is counted once', () => {
    const picture = pictureOn('2026-06-30', step);
    expect(picture.risks[0]?.moreFlags.map((flag) => flag.flag)).toEqual(['P11']);
    const found = conditionsOf(picture);
    expect(found.map((flag) => flag.flag)).toEqual(['P11']);
    expect(found[0] === undefined ? undefined : riskOfCondition(picture, found[0])?.id).toBe('r');
    expect(found[0] === undefined ? undefined : subjectName(picture, found[0])).toBe('the shop database');
  });

  test('groups stand in the order of the catalogue, the longest condition first', () => {
    const picture = pictureOn('2026-06-30', 'risk r ownerId=-', 'risk r2 serviceIds=[shop] ownerId=- openedAt=2026-06-20 urgency=U60');
    const [first] = conditionGroups(picture);
    expect(first?.flag).toBe('A1');
    expect(first?.conditions.map((flag) => flag.subject)).toEqual(['r2', 'r']);
  });

  test('a person sees what is about them, the pack they present, and what is shown to them first, on their page', () => {
    const named = (day: string, personId: string, ...changes: readonly string[]) => conditionsNaming(pictureOn(day, ...changes), personId).map((flag) => flag.flag);
    expect(named('2026-06-26', 'nora', 'no grant g-nora')).toEqual(['A9']);
    expect(named('2026-06-27', 'nora', 'no grant g-nora')).toEqual([]);
    expect(named('2026-06-26', 'omar', 'no grant g-nora')).toEqual([]);
    const pack = 'pack p at=2026-06-29 presenterId=nora riskIds=[r] evidenceIds=[]';
    expect(named('2026-07-20', 'nora', pack)).toEqual(['I8']);
    expect(named('2026-07-20', 'omar', pack)).toEqual([]);
    expect(conditionsOfOrganisation(pictureOn('2026-07-20', pack)).map((flag) => flag.flag)).toEqual(['I8']);
  });

  test('says how many there are, and how many are in their heads-up', () => {
    const early = conditionGroups(pictureOn('2026-06-26', 'no grant g-nora'));
    expect(conditionsWords(early, false)).toEqual({
      headline: '1 condition of 1 kind is open on the record',
      lede: 'Each is a condition of the record on this date, never of a person, with the one act that closes it. 1 of them is in the days of heads-up, in which only those named have been shown it.',
    });
    expect(conditionsWords([], false).headline).toBe('No condition is open on the record');
    expect(conditionsWords([], true).headline).toBe('No condition of this kind is open on the record');
  });

  test('says to whom a heads-up goes and until when', () => {
    const picture = pictureOn('2026-06-26', 'no grant g-nora', 'person nora name="Nora Lind"');
    const [flag] = conditionsOf(picture);
    expect(flag?.headsUp === undefined ? '' : headsUpWords(picture, flag.headsUp)).toBe(
      'Heads-up until 27 Jun 2026: shown first to Nora Lind, and to nobody above until then.',
    );
  });

  test('a board is given nothing that is still shown to those named first, and everything else', () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        const picture = pictureOf(viewAsOf(entries, '2026-06-30'));
        const past = conditionsOf(picture).filter((flag) => flag.headsUp === undefined);
        expect(conditionsOf(withoutHeadsUp(picture))).toEqual(past);
        expect(withoutHeadsUp(picture).risks.map((risk) => risk.readiness)).toEqual(picture.risks.map((risk) => risk.readiness));
      }),
      { seed: 9, numRuns: 60 },
    );
    const early = pictureOn('2026-06-26', 'no grant g-nora');
    expect(withoutHeadsUp(early).risks[0]?.flags).toEqual([]);
    expect(withoutHeadsUp(pictureOn('2026-06-27', 'no grant g-nora')).risks[0]?.flags).toHaveLength(1);
  });
});
