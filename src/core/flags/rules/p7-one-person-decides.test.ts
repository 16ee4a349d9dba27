import { describe, expect, test } from 'vitest';
import { flagsOn, flagUp, TODAY } from '#test/support/world.ts';

function made(...by: readonly string[]): string {
  return by.map((id, at) => `decision d${at} riskId=x${at} kind=mitigate byId=${id} at=2026-06-${29 - at}`).join('\n');
}
const times = (count: number, id: string) => Array.from({ length: count }, () => id);
function owned(count: number, ownerId = 'nora'): string {
  return Array.from({ length: count }, (_, at) => `risk w${at} serviceIds=[index] ownerId=${ownerId} openedAt=2026-06-29 dueAt=2026-07-20 urgency=U60 exposure={"low":1,"high":2}`).join('\n');
}
const resting = (...changes: readonly string[]) =>
  flagsOn(TODAY, ...changes).filter((flag) => flag.flag === 'P7').map((flag) => flag.subject).sort();

describe('P7 resting on one person', () => {
  test.each([
    ['8 of 10', made(...times(8, 'sam'), 'nora', 'tom'), ['sam']],
    ['5 of 10: half', made(...times(5, 'sam'), 'nora', 'tom', 'omar', 'rita', 'eve'), ['sam']],
    ['4 of 10', made(...times(4, 'sam'), 'nora', 'tom', 'omar', 'rita', 'eve', 'pia'), []],
    ['half and half', made(...times(5, 'sam'), ...times(5, 'nora')), ['nora', 'sam']],
    ['9 of 9: too few', made(...times(9, 'sam')), []],
    ['by a post and by its holder', made(...times(5, 'nora'), ...times(3, 'chair'), 'tom', 'sam'), ['nora']],
    ['180 days ago', `${made(...times(10, 'sam'))}\ndecision d9 at=2026-01-01`, ['sam']],
    ['181 days ago', `${made(...times(10, 'sam'))}\ndecision d9 at=2025-12-31`, []],
    ['decisions without a maker', `${made(...times(10, 'sam'))}\ndecision d9 byId=-`, []],
    ['one only inferred', `${made(...times(10, 'sam'))}\ndecision d9 implicit=true`, []],
    ['by an id the record does not hold', made(...times(10, 'ghost')), ['ghost']],
    ['15 waiting', owned(14), []],
    ['16 waiting', owned(15), ['nora']],
    ['16 owned, one decided', `${owned(15)}\ndecision d riskId=w0 kind=mitigate byId=nora at=2026-06-29`, []],
    ['16 owned, the decision has ended', `${owned(15)}\ndecision d riskId=w0 kind=accept byId=nora at=2026-06-01 expiresAt=2026-06-29`, ['nora']],
    ['16 owned, one closed', `${owned(15)}\nrisk w0 closedAt=2026-06-29`, []],
    ['16 owned through a post', owned(15, 'chair'), ['nora']],
    ['16 on a mailbox', owned(16, 'desk'), []],
  ])('%s', (_, change, people) => {
    expect(resting(change)).toEqual(people);
  });

  test('says how many of how many', () => {
    expect(flagUp('P7', made(...times(8, 'sam'), 'nora', 'tom'))).toMatchObject({
      subjectKind: 'person', subject: 'sam', person: 'sam', since: '2026-06-29', sentence: 'sam made 8 of 10 decisions in two quarters.',
      nextStep: 'List the ones that people closer to the work could decide under a grant from sam.',
    });
    expect(flagUp('P7', owned(15))).toMatchObject({ sentence: 'nora has 16 waiting.', since: '2026-06-29' });
    expect(flagUp('P7', owned(15), made(...times(8, 'nora'), 'sam', 'tom')).sentence).toBe('nora made 8 of 10 decisions in two quarters and has 16 waiting.');
  });

  test('starts with the decision or the risk that made it so', () => {
    expect(flagUp('P7', made(...times(12, 'sam'))).since).toBe('2026-06-27');
    expect(flagUp('P7', owned(17)).since).toBe('2026-06-29');
    expect(flagUp('P7', owned(15), 'risk w3 openedAt=2026-06-30').since).toBe('2026-06-30');
  });

  test('counts only their own towards the day it began', () => {
    expect(flagUp('P7', made(...times(6, 'sam'), 'nora', 'tom', 'omar', 'nora', 'tom', 'omar')).since).toBe('2026-06-29');
  });
});
