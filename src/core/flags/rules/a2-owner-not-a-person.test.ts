import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

describe('A2 the owner is not a person', () => {
  test.each([
    ['a mailbox', 'risk r ownerId=desk', 'which is a mailbox.'],
    ['a list', 'risk r ownerId=crew', 'which is a list.'],
    ['a team', 'risk r ownerId=orders', 'which is a list.'],
    ['an empty post', 'risk r ownerId=gap', 'which is an empty post.'],
    ['somebody who left', 'person nora to=2026-06-29', 'which is someone who left on 29 Jun 2026.'],
    ['somebody who starts next month', 'person nora from=2026-07-01', 'which is someone who starts on 1 Jul 2026.'],
    ['a post whose holder left', 'person nora to=2026-06-29\nrisk r ownerId=chair', 'which is an empty post.'],
    ['a post that ended', 'person chair to=2026-06-29\nrisk r ownerId=chair', 'which is an empty post.'],
    ['a post that holds itself', 'person chair holderId=chair\nrisk r ownerId=chair', 'which is an empty post.'],
  ])('%s', (_, change, words) => {
    expect(flagUp('A2', change).sentence).toContain(words);
  });

  test.each([
    ['a post with a holder', 'risk r ownerId=chair'],
    ['somebody who leaves today', 'person nora to=2026-06-30'],
    ['somebody who leaves next week', 'person nora to=2026-07-07'],
    ['somebody who started today', 'person nora from=2026-06-30'],
    ['an id the record does not hold', 'risk r ownerId=ghost'],
    ['a post held by an id the record does not hold', 'person chair holderId=ghost\nrisk r ownerId=chair'],
    ['nobody at all', 'risk r ownerId=-'],
    ['a closed risk', 'risk r ownerId=desk closedAt=2026-06-29'],
  ])('stays quiet for %s', (_, change) => {
    expect(isUp('A2', change)).toBe(false);
  });

  test('waits as long as for a name', () => {
    expect(isUp('A2', 'risk r ownerId=desk openedAt=2026-06-28')).toBe(false);
    expect(isUp('A2', 'risk r ownerId=desk openedAt=2026-06-27')).toBe(true);
  });

  test('names the owner as the subject of the condition, with the first day of it', () => {
    const flag = flagUp('A2', 'risk r ownerId=desk label="Open port"', 'person desk label="the help desk"');
    expect(flag.person).toBe('desk');
    expect(flag.sentence).toBe('Open port is assigned to the help desk, which is a mailbox.');
    expect(flag.since).toBe('2026-06-28');
    expect(flagUp('A2', 'risk r ownerId=desk ownerSince=2026-06-29').since).toBe('2026-06-29');
    expect(flagUp('A2', 'person nora to=2026-06-28').since).toBe('2026-06-29');
  });

  test.each([
    ['whoever stands where the work is', 'risk r ownerId=desk', 'Ask nora to take it. The name counts only when they accept.'],
    ['the lead of the team of a list', 'person crew teamId=search\nrisk r ownerId=crew', 'Ask tom to take it. The name counts only when they accept.'],
    ['the lead of a team named as owner', 'risk r ownerId=search', 'Ask tom to take it. The name counts only when they accept.'],
    ['the manager of a leaver', 'person pia to=2026-06-29\nrisk r ownerId=pia', 'Ask nora, to whom pia reported, to take it or to name who does.'],
    ['whoever is there until somebody starts', 'person pia from=2026-07-06\nrisk r ownerId=pia', 'Until pia starts on 6 Jul 2026: Ask nora to take it. The name counts only when they accept.'],
    ['who fills an empty post', 'risk r ownerId=gap', 'Name who holds gap now; until then: Ask nora to take it. The name counts only when they accept.'],
    ['the line where a leaver had no manager', 'person pia to=2026-06-29 managerId=-\nrisk r ownerId=pia', 'Ask nora to take it. The name counts only when they accept.'],
  ])('offers %s', (_, change, step) => {
    expect(flagUp('A2', change).nextStep).toBe(step);
  });
});
