import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const changed = 'risk r urgency=U180 openedAt=2026-03-01 ownerSince=2026-05-21\ndecision d riskId=r kind=accept byId=omar at=2026-04-11 expiresAt=2026-09-30';

describe('A11 not yet taken over', () => {
  test('the new owner rests on a decision by the one before for 40 days', () => {
    const flag = flagUp('A11', changed, 'risk r label="Old parser"', 'person nora name=Nora');
    expect(flag).toMatchObject({
      subject: 'r', person: 'nora', since: '2026-06-20',
      sentence: 'Nora took over on 21 May 2026; Old parser still rests on a decision by omar.',
      nextStep: 'Show Nora the evidence omar saw, then: keep, change or end the decision.',
    });
  });

  test.each([
    ['29 days', 'risk r ownerSince=2026-06-01', false],
    ['30 days', 'risk r ownerSince=2026-05-31', true],
    ['on the 3-day clock, two days', 'risk r urgency=U3 ownerSince=2026-06-28', false],
    ['on the 3-day clock, three days', 'risk r urgency=U3 ownerSince=2026-06-27', true],
    ['decided again by the new owner', 'decision d2 riskId=r kind=accept byId=nora at=2026-06-20', false],
    ['decided again on the day of taking over', 'decision d2 riskId=r kind=accept byId=nora at=2026-05-21\ndecision d3 riskId=r kind=accept byId=omar at=2026-06-01\nrisk r ownerSince=2026-05-21', false],
    ['decided again by a third', 'decision d2 riskId=r kind=accept byId=rita at=2026-05-20', true],
    ['decided after taking over, by the one before', 'decision d at=2026-05-22', false],
    ['decided on the day of taking over', 'decision d at=2026-05-21', false],
    ['the same person all along', 'decision d byId=nora', false],
    ['the same person through a post', 'decision d byId=chair', false],
    ['the decision has ended', 'decision d expiresAt=2026-06-29', false],
    ['no day of taking over on the record', 'risk r ownerSince=-', false],
    ['no maker on the record', 'decision d byId=-', false],
    ['an owner who is no person', 'risk r ownerId=desk', false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('A11', changed, change)).toBe(up);
  });

  test('a proposal is no handover: the flag waits for the acceptance, and counts from it', () => {
    const held = 'risk r urgency=U180 openedAt=2026-03-01 ownerId=omar ownerSince=2026-03-01 proposedOwnerId=nora proposedAt=2026-04-20\ndecision d riskId=r kind=accept byId=omar at=2026-04-11 expiresAt=2026-09-30';
    expect(isUp('A11', held)).toBe(false);
    expect(isUp('A11', held, 'risk r ownerId=nora ownerSince=2026-06-15 proposedOwnerId=- proposedAt=-')).toBe(false);
    expect(flagUp('A11', held, 'risk r ownerId=nora ownerSince=2026-05-21 proposedOwnerId=- proposedAt=-').since).toBe('2026-06-20');
  });
});
