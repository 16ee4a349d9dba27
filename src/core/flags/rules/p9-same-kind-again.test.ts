import { describe, expect, test } from 'vitest';
import { flagsOn, flagUp, isUp, TODAY } from '#test/support/world.ts';

function passed(count: number, change = ''): string {
  return Array.from({ length: count }, (_, at) =>
    `finding f${at} serviceId=shop at=2026-06-${20 + at} defectClass=token-check escapedStageId=review introducedByTeamId=orders ${change}`.trim(),
  ).join('\n');
}

describe('P9 the same kind again', () => {
  test('the third of its kind through one stage', () => {
    expect(flagUp('P9', passed(3))).toMatchObject({
      subjectKind: 'process', subject: 'web', since: '2026-06-22', sentence: '3 token-check findings passed review in two quarters.',
      nextStep: 'Propose one check for token-check at review, and name its owner.',
    });
  });

  test.each([
    ['two only', passed(2), false],
    ['three kinds', `${passed(3)}\nfinding f1 defectClass=a\nfinding f2 defectClass=b`, false],
    ['through two stages', `${passed(3)}\nfinding f1 escapedStageId=test`, false],
    ['through two processes', `${passed(3)}\nfinding f1 serviceId=index`, false],
    ['five over five months', `${passed(5)}\nfinding f0 at=2026-02-01\nfinding f1 at=2026-03-01\nfinding f2 at=2026-04-01`, true],
    ['one of three 180 days ago', `${passed(3)}\nfinding f0 at=2026-01-01`, true],
    ['one of three 181 days ago', `${passed(3)}\nfinding f0 at=2025-12-31`, false],
    ['fixed since', passed(3, 'fixedAt=2026-06-29'), true],
    ['all without a stage', passed(3, 'escapedStageId=-'), false],
    ['all without a class', passed(3, 'defectClass=-'), false],
    ['without a stage', `${passed(3)}\nfinding f0 escapedStageId=-`, false],
    ['without a class', `${passed(3)}\nfinding f0 defectClass=-`, false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('P9', change)).toBe(up);
  });

  test('a scan of old code counts by the release that brought it', () => {
    const old = 'release v1 serviceId=shop at=2024-01-01\nrelease v2 serviceId=shop at=2026-05-01';
    expect(isUp('P9', old, passed(3, 'introducedReleaseId=v1'))).toBe(false);
    expect(flagUp('P9', old, passed(3, 'introducedReleaseId=v2')).since).toBe('2026-05-01');
    expect(isUp('P9', old, passed(3, 'introducedReleaseId=v9'))).toBe(true);
  });

  test('names the stage and the owner of its gate', () => {
    const process = 'process web stages=[{"id":"review","name":"Code review","gate":"advisory","gateOwnerId":"pia"}]';
    const before = process.replace('[{', '[{"id":"build","name":"Build","gate":"none","gateOwnerId":"tom"},{');
    expect(flagUp('P9', passed(3), before).nextStep).toBe('Propose one check for token-check at Code review to pia, who owns the gate there.');
    expect(flagUp('P9', passed(3), process)).toMatchObject({
      sentence: '3 token-check findings passed Code review in two quarters.',
      nextStep: 'Propose one check for token-check at Code review to pia, who owns the gate there.',
    });
  });

  test('is about the stage where no process is recorded', () => {
    expect(flagsOn(TODAY, passed(3), 'service shop processId=-').map((flag) => flag.subject)).toEqual(['review']);
  });

  test('starts with the third in time, in whatever order they were recorded', () => {
    expect(flagUp('P9', passed(4), 'finding f0 at=2026-06-24', 'finding f1 at=2026-06-10', 'finding f2 at=2026-06-27', 'finding f3 at=2026-06-12').since).toBe('2026-06-24');
  });
});
