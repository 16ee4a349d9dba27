import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, type When } from '#core/time.ts';
import type { Entry } from '#core/record/entry.ts';
import { keyOf, stampOf, viewAsOf } from '#core/record/view.ts';

function version(name: string, recordedAt: When | undefined): Entry {
  return { kind: 'teams', entity: { id: 'pay', kind: 'engineering', name }, stamp: recordedAt === undefined ? {} : { recordedAt } };
}

/** A minute of a day or two, written with any offset from UTC, or the day without a time. */
const recorded = fc.oneof(
  fc.record({ minute: fc.integer({ min: 0, max: 2 * 1440 - 1 }), quarters: fc.integer({ min: -48, max: 56 }) }).map(({ minute, quarters }) => {
    const local = new Date(Date.parse('2026-03-01T00:00:00Z') + (minute + quarters * 15) * 60_000).toISOString().slice(0, 16);
    const offset = Math.abs(quarters * 15);
    const [hours, minutes] = [Math.floor(offset / 60), offset % 60].map((part) => String(part).padStart(2, '0'));
    return `${local}${quarters < 0 ? '-' : '+'}${hours}:${minutes}`;
  }),
  fc.constantFrom('2026-03-01', '2026-03-02'),
);

describe(viewAsOf, () => {
  test('of two versions the one recorded at the later instant is in view, however their offsets are written and in whatever order they come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(recorded, { minLength: 1, maxLength: 6, selector: instantOf }), fc.nat(), (stamps, turn) => {
        const entries = stamps.map((at) => version(at, at));
        const turned = [...entries.slice(turn % entries.length), ...entries.slice(0, turn % entries.length)];
        const latest = stamps.toSorted((a, b) => instantOf(b) - instantOf(a))[0];
        expect(viewAsOf(turned, '2026-03-05').teams.get('pay')?.name).toBe(latest);
      }),
      { seed: 3 },
    );
  });

  test('half past nine in Berlin comes before nine in London, though its text is the larger', () => {
    const berlin = version('Berlin', '2026-03-01T09:30:00+01:00');
    const london = version('London', '2026-03-01T09:00:00Z');
    expect(viewAsOf([london, berlin], '2026-03-01').teams.get('pay')?.name).toBe('London');
    expect(viewAsOf([berlin, london], '2026-03-01').teams.get('pay')?.name).toBe('London');
  });

  test('an instant counts on its day in UTC: late in New York is the next day', () => {
    const late = version('late', '2026-03-01T22:00:00-05:00');
    expect(viewAsOf([late], '2026-03-01').teams.has('pay')).toBe(false);
    expect(viewAsOf([late], '2026-03-02').teams.has('pay')).toBe(true);
  });

  test('a day without a time is its first moment, and of one moment the later in the list counts', () => {
    const day = version('day', '2026-03-01');
    const hour = version('hour', '2026-03-01T00:00:01Z');
    const again = version('again', '2026-03-01T00:00:00Z');
    expect(viewAsOf([hour, day], '2026-03-01').teams.get('pay')?.name).toBe('hour');
    expect(viewAsOf([again, day], '2026-03-01').teams.get('pay')?.name).toBe('day');
    expect(viewAsOf([day, again], '2026-03-01').teams.get('pay')?.name).toBe('again');
  });

  test('the versions of a grant stand in the order of their instants', () => {
    const grant = (id: string, recordedAt: When): Entry => ({ kind: 'grants', entity: { id: 'g', granteeId: id, grantorId: 'ROOT' }, stamp: { recordedAt } });
    const entries = [grant('second', '2026-03-01T09:00:00Z'), grant('first', '2026-03-01T09:30:00+01:00'), grant('third', '2026-03-02')];
    expect(viewAsOf(entries, '2026-03-02').grantVersions.get('g')?.map(({ entity }) => entity.granteeId)).toEqual(['first', 'second', 'third']);
    expect(viewAsOf(entries, '2026-03-02').grants.get('g')?.granteeId).toBe('third');
  });

  test('the stamp of a version in view is that of the version, by its kind and id', () => {
    const view = viewAsOf([version('old', '2026-03-01'), version('new', '2026-03-02')], '2026-03-02');
    expect(stampOf(view, 'teams', 'pay')).toEqual({ recordedAt: '2026-03-02' });
    expect(stampOf(view, 'services', 'pay')).toBeUndefined();
    expect([...view.stamps]).toEqual([[keyOf('teams', 'pay'), { recordedAt: '2026-03-02' }]]);
  });

  test('the record began on the first day any version says it was recorded on, one no longer in view included', () => {
    expect(viewAsOf([version('new', '2026-03-02'), version('old', '2026-03-01'), version('later', '2026-03-09')], '2026-03-05').firstRecordedDay).toBe(instantOf('2026-03-01') / 86_400_000);
    expect(viewAsOf([version('undated', undefined)], '2026-03-05').firstRecordedDay).toBeUndefined();
  });

  test('what happens later than the day is not in view, though the record holds it', () => {
    const risk: Entry = { kind: 'risks', entity: { id: 'r', serviceIds: [], openedAt: '2026-03-04' }, stamp: { recordedAt: '2026-03-01' } };
    expect(viewAsOf([risk], '2026-03-03').risks.size).toBe(0);
    expect(stampOf(viewAsOf([risk], '2026-03-03'), 'risks', 'r')).toBeUndefined();
    expect(viewAsOf([risk], '2026-03-04').risks.size).toBe(1);
  });
});
