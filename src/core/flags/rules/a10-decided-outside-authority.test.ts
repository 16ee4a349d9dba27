import { describe, expect, test } from 'vitest';
import { flagUp, flagUpOn, isUp, isUpOn } from '#test/support/world.ts';

const accepted = 'decision d riskId=r kind=accept byId=nora at=2026-06-29 expiresAt=2026-09-30';

describe('A10 decided outside the authority recorded', () => {
  test('above the limit with the exposure at the decision', () => {
    const flag = flagUp('A10', accepted, 'decision d exposureAtDecision={"low":1,"high":900k}', 'risk r label="Old parser"');
    expect(flag).toMatchObject({
      subject: 'r', person: 'nora', since: '2026-06-29',
      sentence: 'When Old parser was decided on 29 Jun 2026, the record held no authority for nora covering it: the grant ends at $500,000; the high end here is $900,000.',
      nextStep: 'Ask nora to ratify it, to decide again, or to add the missing grant; each is recorded as such, with the date of today.',
    });
  });

  test.each([
    ['within the limit', accepted, false],
    ['exactly at the limit', `${accepted}\ndecision d exposureAtDecision={"low":1,"high":500k}`, false],
    ['grown above the limit since', `${accepted}\ndecision d exposureAtDecision={"low":1,"high":400k}\nrisk r exposure={"low":1,"high":900k}`, false],
    ['with the exposure of the risk where the decision states none', `${accepted}\nrisk r exposure={"low":1,"high":900k}`, true],
    ['without any range', `${accepted}\nrisk r exposure=-`, false],
    ['the grant ended later', `${accepted}\ngrant g-nora to=2026-06-29`, false],
    ['the grant ended the day before', `${accepted}\ngrant g-nora to=2026-06-28`, true],
    ['the grant was written down on the day', `${accepted}\ngrant g-nora recordedAt=2026-06-29`, false],
    ['the grant was written down the day after', `${accepted}\ngrant g-nora recordedAt=2026-06-30`, true],
    ['by somebody without any grant', `${accepted}\ndecision d byId=pia`, true],
    ['of a kind the grant does not cover', `${accepted}\ngrant g-nora scope={"services":["shop"],"kinds":["mitigate"]}`, true],
    ['of the kind the grant covers', `${accepted}\ndecision d kind=mitigate\ngrant g-nora scope={"services":["shop"],"kinds":["mitigate"]}`, false],
    ['by the holder of a post', `${accepted}\ndecision d byId=chair`, false],
    ['by an empty post', `${accepted}\ndecision d byId=gap`, true],
    ['by a mailbox', `${accepted}\ndecision d byId=desk`, true],
    ['by somebody who left after it', `${accepted}\nperson nora to=2026-06-29`, false],
    ['by somebody who had left', `${accepted}\nperson nora to=2026-06-28`, true],
    ['by an id the record does not hold', `${accepted}\ndecision d byId=ghost`, false],
    ['by nobody the source names', `${accepted}\ndecision d byId=-`, true],
    ['no longer in force', `${accepted}\ndecision d byId=pia expiresAt=2026-06-29`, false],
    ['only passed up', `${accepted}\ndecision d byId=pia kind=pass-up`, false],
    ['only inferred by the record', `${accepted}\ndecision d byId=pia implicit=true`, false],
    ['decided again by somebody who may', `${accepted}\ndecision d byId=pia\ndecision d2 riskId=r kind=accept byId=nora at=2026-06-30`, false],
    ['on a closed risk', `${accepted}\ndecision d byId=pia\nrisk r closedAt=2026-06-30`, false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('A10', change)).toBe(up);
  });

  test('a grant renewed in one year and withdrawn in the next still covers a decision between', () => {
    const renewed = [
      'grant g-nora from=2022-01-01 to=2022-12-31',
      'later grant g-nora recordedAt=2023-01-01 to=2024-12-31',
      'later grant g-nora recordedAt=2024-02-01 to=2024-12-31 revokedAt=2024-02-01',
    ];
    const in2023 = 'decision d riskId=r kind=accept byId=nora at=2023-06-01';
    const open = 'risk r openedAt=2022-12-01 ownerSince=2022-12-01';
    expect(isUp('A10', open, in2023, ...renewed)).toBe(false);
    expect(isUp('A10', open, in2023, ...renewed, 'decision d at=2022-12-31')).toBe(false);
    expect(isUp('A10', open, in2023, ...renewed, 'decision d at=2024-01-31')).toBe(false);
    expect(isUp('A10', open, in2023, ...renewed, 'decision d at=2024-02-01')).toBe(true);
  });

  test('in an emergency the report may follow within three days', () => {
    const acted = `${accepted}\ndecision d byId=pia trigger=incident at=2026-06-27`;
    expect(isUpOn('2026-06-29', 'A10', acted)).toBe(false);
    expect(isUpOn('2026-06-30', 'A10', acted)).toBe(true);
    expect(isUpOn('2026-06-27', 'A10', acted, 'decision d trigger=planned')).toBe(true);
  });

  test('decisions from before the record began, brought in during its first 60 days, are not judged', () => {
    const old = `${accepted}\ndecision d byId=pia at=2026-03-01`;
    const began = 'later team search recordedAt=2026-04-10 kind=engineering';
    const open = 'risk r openedAt=2026-02-01';
    expect(isUp('A10', open, old, began, 'decision d recordedAt=2026-06-09')).toBe(false);
    expect(isUp('A10', open, old, began, 'decision d recordedAt=2026-06-10')).toBe(true);
    expect(isUp('A10', open, old, began)).toBe(true);
    expect(isUp('A10', open, old, began, 'decision d recordedAt=2026-06-09 at=2026-04-10')).toBe(true);
    expect(isUp('A10', open, old, began, 'decision d recordedAt=2026-06-09 at=2026-04-09')).toBe(false);
  });

  test('a decision without its maker is named as such', () => {
    const flag = flagUp('A10', accepted, 'decision d byId=-');
    expect(flag.sentence).toBe('When r was decided on 29 Jun 2026, the record held no authority covering it: the decision came without the name of who made it.');
    expect(flag.person).toBeUndefined();
    expect(flagUp('A10', accepted, 'decision d byId=-', 'no grant g-rita').nextStep).toBe(
      'Name who ratifies it or decides again, or add the missing grant; each is recorded as such, with the date of today.',
    );
    expect(flagUp('A10', accepted, 'decision d byId=desk').sentence).toContain('for desk covering it: only a person in post can hold authority.');
  });

  test('does not start before the risk was opened', () => {
    expect(flagUpOn('2026-06-30', 'A10', 'decision d riskId=r kind=accept byId=pia at=2026-06-01').since).toBe('2026-06-25');
  });
});
