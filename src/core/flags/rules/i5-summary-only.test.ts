import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

describe('I5 saw a summary only', () => {
  test.each([
    ['colour', 'nora saw a colour of Old parser, not the evidence under it.'],
    ['summary', 'nora saw a summary of Old parser, not the evidence under it.'],
    ['attested', 'nora saw an attestation of Old parser, not the evidence under it.'],
  ])('%s only', (level, sentence) => {
    const flag = flagUp('I5', `ack a level=${level}`, 'risk r label="Old parser"');
    expect(flag).toMatchObject({
      sentence, person: 'nora', since: '2026-06-27', nextStep: 'Open the assessment of 26 Jun 2026 with nora: what differs most from the summary.',
    });
  });

  test.each([
    ['one detail read', 'ack b evidenceId=e personId=nora at=2026-06-29 level=summary', false],
    ['a question about the summary', 'ack a level=summary question="How much?"', false],
    ['nothing acknowledged at all', 'no ack a', false],
    ['a mass mail only', 'ack a level=broadcast', false],
    ['detail of a routine measurement', 'ack a level=summary\nevidence e2 riskId=r at=2026-06-26 kind=scan material=false\nack b evidenceId=e2 personId=nora at=2026-06-27 level=detail', false],
    ['summary of a routine measurement', 'evidence e2 riskId=r at=2026-06-26 kind=scan material=false\nack a evidenceId=e2 level=summary', true],
    ['no detail exists', 'ack a level=summary\nevidence e level=summary', false],
    ['detail marked as such', 'ack a level=summary\nevidence e level=detail', true],
    ['the detail is a routine measurement', 'ack a level=summary\nevidence e material=false', false],
    ['known when it was produced', 'ack a level=summary\nevidence e knownBy=[nora]', false],
    ['the owner cannot be told', 'ack a level=summary\nrisk r ownerId=ghost', false],
    ['somebody else saw the detail', 'ack a level=summary\nack b evidenceId=e personId=pia at=2026-06-29 level=detail', true],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('I5', change)).toBe(up);
  });

  test('a summary beside a colour is a summary, and the two newest pieces are opened', () => {
    const flag = flagUp(
      'I5', 'ack a level=colour', 'ack b evidenceId=e personId=nora at=2026-06-29 level=summary',
      'evidence e2 riskId=r at=2026-06-27 kind=audit label="the vault audit"', 'evidence e3 riskId=r at=2026-06-28 kind=test',
    );
    expect(flag.sentence).toContain('a summary of');
    expect(flag.nextStep).toBe('Open the test of 28 Jun 2026 and the vault audit with nora: what differs most from the summary.');
  });

  test('starts with the first summary that was seen', () => {
    const seen = ['ack a level=summary at=2026-06-27', 'ack b evidenceId=e personId=nora at=2026-06-29 level=colour'];
    expect(flagUp('I5', ...seen).since).toBe('2026-06-27');
  });
});
