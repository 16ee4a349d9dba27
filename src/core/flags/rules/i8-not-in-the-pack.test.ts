import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const pack = 'pack q2 at=2026-06-29 riskIds=[r] evidenceIds=[] presenterId=sam';

describe('I8 not in this pack', () => {
  test('in hand before the cut-off and not in the pack', () => {
    expect(flagUp('I8', pack)).toMatchObject({
      subjectKind: 'pack', subject: 'q2', person: 'sam', since: '2026-06-29',
      sentence: '1 piece known before 29 Jun 2026 is not in the pack of 29 Jun 2026.',
      nextStep: 'Show sam what is left out before the pack is sealed: include it, or write one line why not. The line goes in the pack.',
    });
  });

  test.each([
    ['in the pack', 'pack q2 evidenceIds=[e]', false],
    ['a line says why not', 'pack q2 whyNot=[{"evidenceId":"e","line":"Corrected by the audit of July."}]', false],
    ['in a later pack', 'pack q3 at=2026-06-30 riskIds=[r] evidenceIds=[e] presenterId=sam', false],
    ['in another pack of the same day', 'pack q3 at=2026-06-29 riskIds=[] evidenceIds=[e] presenterId=sam', true],
    ['arrived after the cut-off', 'pack q2 cutoff=2026-06-25', false],
    ['arrived on the day of the cut-off', 'pack q2 cutoff=2026-06-26', true],
    ['not material', 'evidence e material=false', false],
    ['superseded by the cut-off', 'evidence e supersededAt=2026-06-29', false],
    ['superseded after it', 'evidence e supersededAt=2026-06-30', true],
    ['a risk outside the scope of the pack', 'pack q2 riskIds=[other]', false],
    ['a risk named twice', 'pack q2 riskIds=[r,r]', true],
    ['the presenter could not have known', 'evidence e teamId=orders', false],
    ['the presenter had acknowledged it', 'evidence e teamId=orders\nack b evidenceId=e personId=sam at=2026-06-28 level=summary', true],
    ['the presenter learned of it after the meeting', 'evidence e teamId=orders\nack b evidenceId=e personId=sam at=2026-06-30 level=detail', false],
    ['it was mailed to the presenter among others', 'evidence e teamId=orders\nack b evidenceId=e personId=sam at=2026-06-28 level=broadcast', false],
    ['the presenter knew it when it was produced', 'evidence e teamId=orders knownBy=[sam]', true],
    ['the presenter is in no team', 'person sam teamId=-', false],
    ['no presenter on the record', 'pack q2 presenterId=-', false],
    ['presented by a post', 'person desk kind=role holderId=sam\npack q2 presenterId=desk', true],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('I8', pack, change)).toBe(up);
  });

  test('counts the pieces once each', () => {
    expect(flagUp('I8', pack, 'pack q2 riskIds=[r,r]', 'evidence e2 riskId=r at=2026-06-20 kind=scan teamId=shield').sentence).toBe(
      '2 pieces known before 29 Jun 2026 are not in the pack of 29 Jun 2026.',
    );
  });

  test('a presenter without a team is not of the team of a piece without one', () => {
    const held = ['person omar teamId=-', 'no ack a', 'evidence e teamId=-', 'pack p at=2026-06-29 presenterId=omar riskIds=[r] evidenceIds=[]'];
    expect(isUp('I8', ...held)).toBe(false);
    expect(isUp('I8', ...held, 'ack b evidenceId=e personId=omar at=2026-06-28 level=summary')).toBe(true);
  });
});
