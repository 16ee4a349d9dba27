import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

function process(gate: string, owner?: string): string {
  const gateOwner = owner === undefined ? '' : `,"gateOwnerId":"${owner}"`;
  return `process web name=Web stages=[{"id":"review","gate":"advisory","gateOwnerId":"nora"},{"id":"release","name":"Release","gate":"${gate}"${gateOwner}}]`;
}

describe('P10 no stage can stop a release', () => {
  test('advisory gates only', () => {
    expect(flagUp('P10', process('advisory', 'nora'), 'service shop name=Shop')).toMatchObject({
      subjectKind: 'process', subject: 'web', sentence: 'Nothing in Web can stop a release to Shop.',
      nextStep: 'Make one stage of Web blocking, name its owner, and write the rule to override it.',
    });
  });

  test('blocking, owned by a mailbox', () => {
    expect(flagUp('P10', process('blocking', 'desk'))).toMatchObject({
      sentence: 'A stage of Web can stop a release to shop, and nobody named can.',
      nextStep: 'Name a person as owner of the blocking stage Release, and write the rule to override it.',
    });
  });

  test.each([
    ['one named blocking gate', process('blocking', 'nora'), false],
    ['named by a post with a holder', process('blocking', 'chair'), false],
    ['an empty post', process('blocking', 'gap'), true],
    ['nobody named', process('blocking'), true],
    ['an owner the record does not hold', process('blocking', 'ghost'), false],
    ['no gate', process('none', 'nora'), true],
    ['no stages at all', 'process web stages=[]', true],
    ['internal only', `${process('advisory', 'nora')}\nservice shop exposure=internal`, false],
    ['for partners only', `${process('advisory', 'nora')}\nservice shop exposure=partner`, false],
    ['ships nothing', `${process('advisory', 'nora')}\nservice shop processId=-`, false],
    ['a process the record does not hold', 'service shop processId=ghost', false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('P10', change)).toBe(up);
  });

  test('names at most three services', () => {
    const five = ['s1', 's2', 's3', 's4'].map((id) => `service ${id} exposure=internet processId=web`).join('\n');
    expect(flagUp('P10', process('none'), five).sentence).toBe('Nothing in Web can stop a release to shop, s1, s2 and 2 more services.');
    expect(flagUp('P10', process('none'), five, 'no service s4').sentence).toContain('s2 and 1 more service.');
  });

  test('starts when the process was recorded, where the record says so', () => {
    expect(flagUp('P10', process('none')).since).toBe('2026-06-30');
    expect(flagUp('P10', process('none'), 'process web recordedAt=2026-02-01').since).toBe('2026-02-01');
  });
});
