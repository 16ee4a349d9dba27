import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, isoDay } from '#core/time.ts';
import { viewAsOf } from '#core/record/view.ts';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import { replayCase } from '#core/flags/replay.ts';
import type { CaseView, ReplayView } from '#core/replay/case-view.ts';
import { behind, becameKnown, flagsOn, knownBy, lackOn, lookOn, stopBeside } from '#core/replay/day-view.ts';
import type { DocumentedCase } from '#core/replay/documented-case.ts';
import { withBeside } from '#core/replay/beside.ts';
import { caseView } from '#core/replay/draw-case.ts';
import { capitalised } from '#core/replay/flag-recorder.ts';
import { shownEntries } from '#core/replay/shown-entries.ts';
import { readCase } from '#importers/workspace/case-file.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { caseText, daysFrom, oddCases } from '#test/support/odd-cases.ts';

const drawn = (text: string): CaseView => caseView(readCase(text));
const played = (view: CaseView): ReplayView => {
  if (view.replay === null) throw new Error(`${view.id} has no replay.`);
  return view.replay;
};
const firstDay = fc.integer({ min: dayOf('2024-03-01'), max: dayOf('2026-10-01') });
const someReplay = fc.record({ entries: arbitraryEntries, first: firstDay, days: fc.integer({ min: 0, max: 25 }), step: fc.integer({ min: 1, max: 4 }) });
const caseOf = ({ entries, first, days, step }: typeof someReplay extends fc.Arbitrary<infer T> ? T : never): DocumentedCase => ({
  id: 'any', entries, replay: { from: isoDay(first), to: isoDay(first + days), step }, expected: [], mustNotFire: [], facts: [], sources: [],
});

describe('the replay of any record', () => {
  test('shows on every day that was looked at exactly what the rules find as of that day, to the letter', () => {
    fc.assert(
      fc.property(someReplay, (some) => {
        const file = caseOf(some);
        const replay = played(caseView(file));
        for (let day = dayOf(replay.from); day <= dayOf(replay.to); day = Math.min(day + replay.step, Math.max(day + 1, dayOf(replay.to)))) {
          const found = evaluateRecord(viewAsOf(shownEntries(file), isoDay(day)));
          const plain = evaluateRecord(viewAsOf(file.entries, isoDay(day)));
          const shown = flagsOn(replay, isoDay(day));
          expect(sorted(shown.map((each) => [each.row.flag, each.row.subject, each.row.person, each.since, each.sentence, each.nextStep])))
            .toEqual(sorted(found.flags.map((flag) => [flag.flag, flag.subject, flag.person ?? null, flag.since.slice(0, 10), capitalised(flag.sentence), capitalised(flag.nextStep)])));
          expect(sorted(shown.map((each) => [each.row.flag, each.row.subject, each.row.person, each.since])))
            .toEqual(sorted(plain.flags.map((flag) => [flag.flag, flag.subject, flag.person ?? null, flag.since.slice(0, 10)])));
          for (const [id, { lack }] of found.risks) expect(lackOn(replay, id, isoDay(day))).toBe(lack);
        }
      }),
      { seed: 41, numRuns: 60 },
    );
  });

  test('never takes back what became known when the day moves forward, and shows nothing before its day', () => {
    fc.assert(
      fc.property(someReplay, (some) => {
        const view = caseView(caseOf(some));
        const replay = played(view);
        const days = daysFrom(addDays(replay.from, -3), addDays(replay.to, 3));
        for (const [index, day] of days.entries()) {
          const known = knownBy(replay, day);
          const tomorrow = knownBy(replay, days[index + 1] ?? day);
          expect(tomorrow).toEqual(expect.arrayContaining([...known]));
          for (const entry of known) expect(entry.knownAt === null || entry.knownAt <= day).toBe(true);
          expect(known.length + becameKnown(view, day, days[index + 1] ?? day).entries.length).toBe(tomorrow.length);
        }
      }),
      { seed: 42, numRuns: 60 },
    );
  });

  test('asks what the command asks, with the same answers', () => {
    fc.assert(
      fc.property(someReplay, (some) => {
        const file = { ...caseOf(some), expected: [{ flag: 'P1', by: isoDay(some.first + 3) }, { flag: 'A1' }], mustNotFire: [{ flag: 'I6' }, { person: 'persons-1' }] };
        const { checks, failed } = played(caseView(file));
        const command = replayCase(file);
        expect(failed).toBe(command.failed);
        expect(checks.map(({ flag, expected, got, ok }) => ({ flag, expected, got, ok }))).toEqual(command.checks.map(({ flag, expected, got, ok }) => ({ flag, expected, got, ok })));
      }),
      { seed: 43, numRuns: 40 },
    );
  });
});

describe.each(Object.entries(oddCases))('a case with %s', (_name, text) => {
  const view = drawn(text);

  test('is drawn, with a sentence, and days before the breach that are those between two dates', () => {
    expect(view.sentence).not.toMatch(/undefined|NaN|Infinity|null/);
    expect(view.sentence).not.toBe('');
    const [breach] = view.breaches;
    for (const row of view.replay?.flags ?? []) {
      const first = daysFrom(played(view).from, played(view).to).find((day) => flagsOn(played(view), day).some((each) => each.row.key === row.key));
      expect(row.firstUp).toBe(first);
      const days = breach === undefined ? null : daysBetween(row.firstUp, breach.day);
      expect(row.daysBefore).toBe(days === null || days < 0 ? null : days);
    }
  });

  test('has stops within its days, in order, that can be walked both ways', () => {
    if (view.replay === null) return;
    const { from, to, stops } = view.replay;
    expect(stops[0]).toBe(from);
    expect(stops.at(-1)).toBe(to);
    expect([...stops].sort()).toEqual(stops);
    for (const [index, stop] of stops.entries()) {
      expect(stopBeside(view.replay, stop, 'next')).toBe(stops[index + 1]);
      expect(stopBeside(view.replay, stop, 'previous')).toBe(stops[index - 1]);
    }
  });
});

describe('the sentence of a case', () => {
  test.each([
    ['no breach date', '1 flag came up in 10 days, the first on 4 Jun 2026; the case dates no breach.'],
    ['one day', '1 flag came up, none before the breach of 10 Jun 2026.'],
    ['no flags', 'Nothing raised on any of 10 days looked at.'],
    ['a breach before the replay', 'none before the breach of 1 Jan 2026.'],
    ['a replay that ends before it begins', 'The replay of the case would end before it begins.'],
    ['words only', '0 facts, and no replay. The case names no days to replay.'],
    ['several breaches', 'before the first of 2 breaches.'],
  ])('with %s', (name, words) => {
    expect(drawn(oddCases[name] ?? '').sentence).toContain(words);
  });

  test('counts to the first day a breach in a month can mean, so that no day too many is claimed', () => {
    const view = drawn(caseText({ breachDate: '2026-06' }));
    expect(view.breaches).toEqual([{ day: '2026-06-01', words: 'Jun 2026, day not given' }]);
  });
});

describe('what a flag rests on', () => {
  const view = drawn(caseText());
  const [nobody] = played(view).flags.filter((row) => row.flag === 'A1');
  if (nobody === undefined) throw new Error('Nobody is named, and it is not said.');

  test('is the facts the case ties to its entries, with source, page and basis', () => {
    expect(behind(view, nobody, '2026-06-04').facts).toMatchObject([{ tie: 'named', fact: { id: 'f1', sources: [{ words: 'An office (2027), p. 3' }], basis: { kind: 'documented' } } }]);
  });

  test('holds nothing dated after the day, and says how much is', () => {
    const later = drawn(caseText({ model: { ...JSON.parse(caseText()).model, risks: [{ id: 'r', serviceIds: ['till'], openedAt: '2026-06-01', urgency: 'U60', facts: ['f1', 'f2'] }] } }));
    const [row] = played(later).flags.filter(({ flag }) => flag === 'A1');
    if (row === undefined) throw new Error('Nobody is named, and it is not said.');
    expect(behind(later, row, '2026-06-04')).toMatchObject({ facts: [{ fact: { id: 'f1' } }], later: 1 });
    expect(behind(later, row, '2026-06-08')).toMatchObject({ facts: [{ fact: { id: 'f1' } }, { fact: { id: 'f2', basis: { kind: 'alleged' } } }], later: 0 });
  });
});

describe('what belongs to what', () => {
  const { model } = JSON.parse(caseText());

  test('a flag that goes is a stop on the first day without it', () => {
    const named = { ...model, risks: [model.risks[0], { ...model.risks[0], ownerId: 'till-keeper', recordedAt: '2026-06-07' }] };
    const replay = played(drawn(caseText({ model: named })));
    expect(replay.flags.find((row) => row.flag === 'A1')?.runs.at(-1)?.to).toBe('2026-06-06');
    expect(replay.stops).toContain('2026-06-07');
    const closed = played(drawn(caseText({ model: { ...model, risks: [{ ...model.risks[0], closedAt: '2026-06-09' }] } })));
    expect(closed.flags.find((row) => row.flag === 'A1')?.runs.at(-1)?.to).toBe('2026-06-08');
    expect(closed.stops).toContain('2026-06-09');
  });

  test('a flag about who decides rests on no evidence, a flag about who knows does', () => {
    const { flags } = played(drawn(caseText({ replay: { from: '2026-06-01', to: '2026-09-30' } })));
    const rests = (family: string) => flags.filter((row) => row.family === family).map((row) => row.restsOn.some((key) => key.startsWith('evidence/')));
    expect(new Set(rests('authority'))).toEqual(new Set([false]));
    expect(new Set(rests('information'))).toEqual(new Set([true]));
  });

  test('a fact of the same day or month may stand for a row that names none, a fact of a year may not', () => {
    const dated = (date: string) => played(drawn(caseText({ facts: [{ id: 'f9', date, text: 'Seen.' }] }))).entries.find(({ kind }) => kind === 'evidence')?.sameDateFactIds;
    expect([dated('2026-06-05'), dated('2026-06'), dated('2026-06-04'), dated('2026')]).toEqual([['f9'], ['f9'], [], []]);
  });

  test('a control stands beside a case that shares a source and a day with it, and beside no other', () => {
    const control = { id: 'control', breachDate: null, expected: [], model: { teams: model.teams } };
    const beside = (changes: object) => withBeside([drawn(caseText()), drawn(caseText({ ...control, ...changes }))]).map((one) => one.besideIds);
    expect(beside({})).toEqual([['control'], ['till-2026']]);
    expect(beside({ replay: { from: '2026-06-10', to: '2026-07-01' } })).toEqual([['control'], ['till-2026']]);
    expect(beside({ replay: { from: '2026-06-11', to: '2026-07-01' } })).toEqual([[], []]);
    expect(beside({ sources: [{ id: 's', title: 'Another report', url: 'https://example.org/other' }] })).toEqual([[], []]);
  });
});

describe('the headline of a case', () => {
  const asked = (lack: string) => drawn(caseText({ headline: { asOf: '2026-06-06', risk: 'r', lack } }));

  test('is one more check, against what the rules say is missing that day', () => {
    expect(asked('authority').replay?.headline).toMatchObject({ got: 'authority', ok: true, subjectName: '“Refunds repeat”' });
    expect(asked('authority').checks).toEqual({ count: 3, asExpected: 3 });
    expect(asked('neither').replay?.headline).toMatchObject({ got: 'authority', ok: false });
    expect(asked('neither').checks).toEqual({ count: 3, asExpected: 2 });
    expect(drawn(caseText()).checks).toEqual({ count: 2, asExpected: 2 });
  });
});

describe('a case that is silent on something', () => {
  test('keeps what cannot be assessed out of its sentence and marks it', () => {
    const view = drawn(caseText({ notAssessable: ['A1 fires only because the owner is not public.'] }));
    expect(played(view).flags.filter((row) => row.flag === 'A1').every((row) => row.notAssessable)).toBe(true);
    const first = played(view).flags.find((row) => !row.notAssessable);
    expect(view.firstDaysBefore).toBe(first?.daysBefore ?? null);
    expect(view.sentence).toContain('that can be assessed');
    expect(view.upAtBreach).toBe(flagsOn(played(view), '2026-06-10').filter(({ row }) => !row.notAssessable).length);
  });

  test('looks between two steps at the last look', () => {
    const span = { from: '2026-06-01', to: '2026-06-10', step: 4 };
    expect(['2026-05-01', '2026-06-04', '2026-06-05', '2026-06-09', '2026-06-10', '2027-01-01'].map((day) => lookOn(span, day)))
      .toEqual(['2026-06-01', '2026-06-01', '2026-06-05', '2026-06-09', '2026-06-10', '2026-06-10']);
  });
});

function sorted<T>(rows: readonly T[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
