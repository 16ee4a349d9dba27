import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

describe('A9 the work without the authority', () => {
  test('a lead without any grant who has seen the evidence is granted it from the nearest above', () => {
    const flag = flagUp('A9', 'no grant g-nora', 'risk r label="Old parser"', 'service shop name=Shop');
    expect(flag).toMatchObject({
      subject: 'r', person: 'nora', since: '2026-06-25',
      sentence: 'nora is expected to deal with Old parser and holds no authority over Shop.',
      nextStep: 'omar grants nora authority over Shop, at least $400,000, until 28 Sep 2026; or nora does the work and brief omar, who can decide: 1 piece, about 5 minutes.',
    });
  });

  test('a new lead, while the grants stayed with the one before', () => {
    expect(flagUp('A9', 'risk r ownerId=pia', 'person pia from=2026-06-28').since).toBe('2026-06-28');
  });

  test.each([
    ['had one, and it ended', 'grant g-nora to=2026-06-29'],
    ['was offered one', 'grant g-nora acceptedAt=null'],
    ['will have one', 'grant g-nora from=2026-08-01'],
    ['holds one for another service', 'grant g-nora scope={"services":["index"]}'],
    ['holds one through a post', 'grant g-nora granteeId=chair'],
    ['is no person', 'no grant g-nora\nrisk r ownerId=desk'],
    ['is not in post', 'no grant g-nora\nperson nora to=2026-06-29'],
    ['is not on the record', 'risk r ownerId=ghost'],
  ])('stays quiet where the owner %s', (_, change) => {
    expect(isUp('A9', change)).toBe(false);
  });

  test.each([
    ['has not seen the evidence', 'no ack a'],
    ['would decide a risk without a range', 'risk r exposure=-'],
    ['would decide what the governing body keeps', 'policy policy reserved=[safety]\nrisk r category=safety'],
    ['has nobody above who can give it', 'person nora managerId=-'],
  ])('without a grant down, a decider is named: the owner %s', (_, change) => {
    expect(flagUp('A9', 'no grant g-nora', change).nextStep).toMatch(/^Let nora do the work, and name a decider: /);
  });
});
