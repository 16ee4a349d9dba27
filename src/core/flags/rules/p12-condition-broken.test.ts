import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

function accepted(conditions: string): string {
  return `decision d riskId=r kind=accept byId=nora at=2026-06-26 expiresAt=2026-09-30 conditions=${conditions}`;
}
const broken = accepted('[{"text":"the block rule is on","brokenAt":"2026-06-29"}]');

describe('P12 a condition no longer holds', () => {
  test('the compensating control is gone', () => {
    expect(flagUp('P12', broken, 'risk r label="Old parser"')).toMatchObject({
      subject: 'r', person: 'nora', since: '2026-06-29',
      sentence: 'nora accepted Old parser as long as the block rule is on. It stopped holding on 29 Jun 2026.',
      nextStep: 'Open it again for nora, the broken condition first.',
    });
  });

  test.each([
    ['today', accepted('[{"text":"on","brokenAt":"2026-06-30"}]'), true],
    ['tomorrow', accepted('[{"text":"on","brokenAt":"2026-07-01"}]'), false],
    ['holds', accepted('[{"text":"on"}]'), false],
    ['the second of two', accepted('[{"text":"on"},{"text":"watched","brokenAt":"2026-06-29"}]'), true],
    ['no conditions', accepted('[]'), false],
    ['of a decision that is no acceptance', `${broken}\ndecision d kind=mitigate`, false],
    ['of an acceptance that has ended', `${broken}\ndecision d expiresAt=2026-06-29`, false],
    ['accepted again since', `${broken}\ndecision d2 riskId=r kind=accept byId=nora at=2026-06-30`, false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('P12', change)).toBe(up);
  });

  test('the first to break is named', () => {
    expect(flagUp('P12', accepted('[{"text":"late","brokenAt":"2026-06-29"},{"text":"early","brokenAt":"2026-06-28"}]')).sentence).toContain('as long as early.');
  });

  test('without a maker on the record somebody has to be named', () => {
    expect(flagUp('P12', broken, 'decision d byId=-')).toMatchObject({
      sentence: 'r was accepted as long as the block rule is on. It stopped holding on 29 Jun 2026.', nextStep: 'Name who decides it again, the broken condition first.',
    });
    expect(flagUp('P12', broken, 'decision d byId=-').person).toBeUndefined();
    expect(flagUp('P12', broken, 'decision d byId=chair').person).toBe('nora');
  });
});
