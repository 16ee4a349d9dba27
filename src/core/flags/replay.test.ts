import { describe, expect, test } from 'vitest';
import { replayCase } from '#core/flags/replay.ts';
import type { CaseFile } from '#core/flags/case-file.ts';
import { world } from '#test/support/world.ts';

/** Nora's risk is past its date from 26 June, so P2 is up from 29 June. */
function caseOf(change: Partial<CaseFile>): CaseFile {
  return {
    id: 'late', entries: world('risk r dueAt=2026-06-26', 'grant g-nora to=2026-07-10'), replay: { from: '2026-06-25', to: '2026-07-03' },
    expected: [], mustNotFire: [], ...change,
  };
}

describe(replayCase, () => {
  test('an expected flag has to be up on or before its day', () => {
    const checks = (by: string) => replayCase(caseOf({ expected: [{ flag: 'P2', subject: 'r', by }] }));
    expect(checks('2026-06-29')).toEqual({
      case: 'late', failed: 0,
      checks: [{ flag: 'P2', subject: 'r', person: null, expected: 'by 2026-06-29', got: '2026-06-29', ok: true }],
    });
    expect(checks('2026-06-30').failed).toBe(0);
    expect(checks('2026-06-28')).toMatchObject({ failed: 1, checks: [{ got: '2026-06-29', ok: false }] });
  });

  test.each([
    [{ flag: 'P2', subject: 'other' }, false],
    [{ flag: 'A1', subject: 'r' }, false],
    [{ flag: 'A5w', subject: 'r', person: 'nora' }, true],
    [{ flag: 'A5w', subject: 'r', person: 'omar' }, false],
    [{ flag: 'A5w', person: 'nora' }, true],
    [{ flag: 'P2', person: 'nora' }, false],
    [{ flag: 'P2', subject: null, person: null }, true],
  ])('subject and person are compared where they are given: %o', (wanted, ok) => {
    expect(replayCase(caseOf({ expected: [{ ...wanted, by: '2026-07-03' }] })).checks[0]?.ok).toBe(ok);
  });

  test.each([
    [{ flag: 'P2' }, '2026-06-29'],
    [{ flag: 'P3' }, null],
    [{ person: 'nora' }, '2026-06-25'],
    [{ person: 'omar' }, null],
    [{ subject: 'r' }, '2026-06-25'],
    [{ flag: 'A5w', person: 'omar' }, null],
    [{ flag: '*', person: 'nora' }, '2026-06-25'],
    [{}, '2026-06-25'],
  ])('a forbidden flag is found on any day: %o', (unwanted, got) => {
    const [check] = replayCase(caseOf({ mustNotFire: [unwanted] })).checks;
    expect(check).toMatchObject({ expected: 'never', got, ok: got === null });
  });

  test('a check that asks for any flag says so', () => {
    expect(replayCase(caseOf({ mustNotFire: [{ person: 'omar' }] })).checks[0]).toMatchObject({ flag: '*', subject: null, person: 'omar' });
  });

  test('counts what is up before anything is quieted', () => {
    const ended = world('risk r dueAt=- openedAt=2026-06-01', 'decision d riskId=r kind=accept byId=nora at=2026-06-01 expiresAt=2026-06-26');
    expect(replayCase(caseOf({ entries: ended, expected: [{ flag: 'P1', by: '2026-07-03' }, { flag: 'P3', by: '2026-07-03' }] })).failed).toBe(0);
  });

  test('plays only the days of the replay, the first and the last included', () => {
    const days = (from: string, to: string) => replayCase(caseOf({ replay: { from, to }, mustNotFire: [{ flag: 'P2' }] })).checks[0]?.got;
    expect(days('2026-06-25', '2026-06-28')).toBeNull();
    expect(days('2026-06-25', '2026-06-29')).toBe('2026-06-29');
    expect(days('2026-07-01', '2026-07-03')).toBe('2026-07-01');
  });

  test('goes on to the day of an expectation that lies after the last day, for that expectation only', () => {
    const result = replayCase(caseOf({
      replay: { from: '2026-06-25', to: '2026-06-27' }, expected: [{ flag: 'P2', by: '2026-06-30' }], mustNotFire: [{ flag: 'P2' }],
    }));
    expect(result.checks.map(({ got, ok }) => [got, ok])).toEqual([['2026-06-29', true], [null, true]]);
  });

  test('a step leaves days out and never the last one', () => {
    const stepped = (step: number) => replayCase(caseOf({ replay: { from: '2026-06-25', to: '2026-07-03', step }, mustNotFire: [{ flag: 'P2' }] })).checks[0]?.got;
    expect(stepped(3)).toBe('2026-07-01');
    expect(stepped(1)).toBe('2026-06-29');
    expect(stepped(30)).toBe('2026-07-03');
    expect(stepped(0)).toBe('2026-06-29');
  });

  test('a case without a replay, and an expectation without a date, has nothing to check', () => {
    expect(replayCase(caseOf({ replay: undefined, expected: [{ flag: 'P2', by: '2026-06-29' }], mustNotFire: [{ flag: 'P2' }] }))).toEqual({ case: 'late', checks: [], failed: 0 });
    expect(replayCase(caseOf({ replay: null })).checks).toEqual([]);
    expect(replayCase(caseOf({ expected: [{ flag: 'P2' }, { flag: 'P2', by: null }] })).checks).toEqual([]);
  });
});
