import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const read = 'risk r openedAt=2026-05-01\nevidence e at=2026-05-21\nack a at=2026-05-22';
const audit = 'evidence e2 riskId=r at=2026-06-19 kind=audit';

describe('I2 new since last seen', () => {
  test('a newer audit 11 days ago', () => {
    expect(flagUp('I2', read, audit)).toMatchObject({
      subject: 'r', person: 'nora', since: '2026-06-29',
      sentence: '1 new piece since nora last looked on 22 May 2026.',
      nextStep: 'Show nora only the difference since 22 May 2026: 1 piece, about 5 minutes.',
    });
  });

  test.each([
    ['9 days ago', `${audit}\nevidence e2 at=2026-06-21`, false],
    ['10 days ago', `${audit}\nevidence e2 at=2026-06-20`, true],
    ['on the 3-day clock since yesterday', `${audit}\nevidence e2 at=2026-06-29\nrisk r urgency=U3`, true],
    ['on the 3-day clock since today', `${audit}\nevidence e2 at=2026-06-30\nrisk r urgency=U3`, false],
    ['the day after the last look', `${audit}\nevidence e2 at=2026-05-23`, true],
    ['the day of the last look', `${audit}\nevidence e2 at=2026-05-22`, false],
    ['newer and not material', `${audit}\nevidence e2 material=false`, false],
    ['acknowledged later', `${audit}\nack b evidenceId=e2 personId=nora at=2026-06-25 level=detail`, false],
    ['acknowledged in summary', `${audit}\nack b evidenceId=e2 personId=nora at=2026-06-25 level=summary`, true],
    ['a routine measurement was seen after it', `${audit}\nevidence e3 riskId=r at=2026-06-20 kind=scan material=false\nack b evidenceId=e3 personId=nora at=2026-06-20 level=detail`, false],
    ['known when it was produced', `${audit}\nevidence e2 knownBy=[nora]`, false],
    ['superseded', `${audit}\nevidence e2 supersededAt=2026-06-25`, false],
    ['looked again since, at a summary only', `${audit}\nack a2 evidenceId=e personId=nora at=2026-06-25 level=summary`, true],
    ['newer and attached elsewhere', 'evidence x riskId=other at=2026-06-10 kind=audit relatesTo=[r]', false],
    ['never looked in detail', `${audit}\nack a level=summary`, false],
    ['known once, when the first piece was produced', `${audit}\nno ack a\nevidence e knownBy=[nora]`, true],
    ['the owner cannot be told', `${audit}\nrisk r ownerId=ghost`, false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('I2', read, change)).toBe(up);
  });

  test('counts the pieces that are due, and starts with the first of them', () => {
    const flag = flagUp('I2', read, audit, 'evidence e3 riskId=r at=2026-06-10 kind=audit', 'evidence e4 riskId=r at=2026-06-28 kind=audit');
    expect(flag.sentence).toBe('2 new pieces since nora last looked on 22 May 2026.');
    expect(flag.since).toBe('2026-06-20');
    expect(flag.nextStep).toContain('3 pieces, about 15 minutes');
  });

  test('the latest look counts', () => {
    expect(flagUp('I2', read, audit, 'no ack a', 'evidence e knownBy=[nora]').sentence).toBe('1 new piece since nora last looked on 21 May 2026.');
    expect(flagUp('I2', read, audit, 'ack a2 evidenceId=e personId=nora at=2026-06-18 level=detail').sentence).toContain('on 18 Jun 2026');
  });
});
