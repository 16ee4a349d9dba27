import { describe, expect, test } from 'vitest';
import { flagUp, isUp, isUpOn } from '#test/support/world.ts';

const accepted = 'decision d riskId=r kind=accept byId=nora at=2026-06-29 expiresAt=2026-09-30';

describe('I4 decided before the evidence reached them', () => {
  test('one of two known pieces had not reached the decider', () => {
    expect(flagUp('I4', accepted, 'evidence e2 riskId=r at=2026-06-28 kind=audit')).toMatchObject({
      subject: 'r', person: 'nora', since: '2026-06-29',
      sentence: 'When nora decided on 29 Jun 2026, 1 of 2 known pieces had not reached them.',
      nextStep: 'Offer nora to look again: 1 piece, about 5 minutes; keep, change or end the decision.',
    });
  });

  test('before any evidence', () => {
    expect(flagUp('I4', accepted, 'no ack a', 'no evidence e')).toMatchObject({
      sentence: 'When nora decided on 29 Jun 2026, the record held no evidence.',
      nextStep: 'Offer nora to look again once something is measured; keep, change or end the decision.',
    });
  });

  test.each([
    ['saw everything', accepted, false],
    ['saw it the day after', `${accepted}\nack a at=2026-06-30`, true],
    ['saw it on the day', `${accepted}\nack a at=2026-06-29`, false],
    ['saw a summary', `${accepted}\nack a level=summary`, true],
    ['asked about a summary', `${accepted}\nack a level=summary question="How much?"`, false],
    ['somebody else saw it', `${accepted}\nack a personId=pia`, true],
    ['known when it was produced', `${accepted}\nno ack a\nevidence e knownBy=[nora]`, false],
    ['evidence came later', `${accepted}\nevidence e2 riskId=r at=2026-06-30 kind=audit`, false],
    ['evidence came the same day', `${accepted}\nevidence e2 riskId=r at=2026-06-29 kind=audit`, true],
    ['older evidence recorded only later', `${accepted}\nevidence e2 riskId=r at=2026-06-01 kind=audit recordedAt=2026-06-30`, false],
    ['older evidence recorded on the day', `${accepted}\nevidence e2 riskId=r at=2026-06-01 kind=audit recordedAt=2026-06-29`, true],
    ['a routine measurement not seen', `${accepted}\nevidence e2 riskId=r at=2026-06-28 kind=scan material=false`, false],
    ['routine measurements only', `${accepted}\nno ack a\nevidence e material=false`, false],
    ['superseded by then', `${accepted}\nevidence e2 riskId=r at=2026-06-01 kind=audit supersededAt=2026-06-29`, false],
    ['superseded after it', `${accepted}\nevidence e2 riskId=r at=2026-06-01 kind=audit supersededAt=2026-06-30`, true],
    ['by the holder of a post', `${accepted}\ndecision d byId=chair`, false],
    ['by a mailbox', `${accepted}\ndecision d byId=desk`, false],
    ['by nobody the source names', `${accepted}\ndecision d byId=-`, false],
    ['no longer in force', `${accepted}\ndecision d expiresAt=2026-06-29\nno ack a`, false],
    ['only inferred', `${accepted}\ndecision d implicit=true\nno ack a`, false],
    ['only passed up', `${accepted}\ndecision d kind=pass-up\nno ack a`, false],
    ['decided again with everything seen', `${accepted}\nack a at=2026-06-30\ndecision d2 riskId=r kind=accept byId=nora at=2026-06-30`, false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('I4', change)).toBe(up);
  });

  test('in an emergency the evidence may be read within three days', () => {
    const acted = 'risk r openedAt=2026-06-20\nevidence e at=2026-06-21\ndecision d riskId=r kind=mitigate byId=nora at=2026-06-25 trigger=incident';
    expect(isUpOn('2026-06-27', 'I4', acted, 'no ack a')).toBe(false);
    expect(isUpOn('2026-06-28', 'I4', acted, 'no ack a')).toBe(true);
    expect(isUpOn('2026-06-30', 'I4', acted, 'ack a at=2026-06-28')).toBe(false);
    expect(isUpOn('2026-06-30', 'I4', acted, 'ack a at=2026-06-29')).toBe(true);
    expect(isUpOn('2026-06-30', 'I4', acted, 'ack a at=2026-06-28', 'decision d trigger=planned')).toBe(true);
  });

  test('a piece was on the record from its first version on, however often it was written anew', () => {
    const piece = 'evidence e2 riskId=r at=2026-06-28 kind=audit recordedAt=2026-06-28';
    const anew = 'later evidence e2 recordedAt=2026-06-30 coverage=0.9';
    expect(flagUp('I4', accepted, piece, anew).sentence).toBe('When nora decided on 29 Jun 2026, 1 of 2 known pieces had not reached them.');
    expect(isUp('I4', accepted, 'evidence e2 riskId=r at=2026-06-28 kind=audit recordedAt=2026-06-30')).toBe(false);
  });
});
