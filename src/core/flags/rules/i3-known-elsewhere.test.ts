import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const sibling = 'risk r defectClass=token-check\nevidence x riskId=other at=2026-05-31 kind=incident defectClass=token-check teamId=search';

describe('I3 known elsewhere', () => {
  test('the same defect on a sibling 30 days ago', () => {
    const flag = flagUp('I3', sibling, 'risk r label="Old parser"', 'team search name=Search', 'service shop name=Shop', 'evidence x label="fixed in the index"');
    expect(flag).toMatchObject({
      subject: 'r', person: 'nora', since: '2026-06-25',
      sentence: "Search has known this since 31 May 2026: 30 days. It is not on nora's record for Old parser.",
      nextStep: 'Introduce tom and nora: tom knows "fixed in the index"; ask about Shop. Or check Shop for the same.',
    });
  });

  test.each([
    ['9 days old', 'evidence x at=2026-06-21', false],
    ['10 days old', 'evidence x at=2026-06-20', true],
    ['another class', 'evidence x defectClass=token-length', false],
    ['a class as wide as the world', 'risk r defectClass=XSS\nevidence x defectClass=XSS', false],
    ['a bare weakness number', 'risk r defectClass=CWE-79\nevidence x defectClass=CWE-79', false],
    ['a weakness number with a framework', 'risk r defectClass=CWE-79/jinja\nevidence x defectClass=CWE-79/jinja', true],
    ['attached to this risk', 'evidence x riskId=r\nack b evidenceId=e personId=nora at=2026-06-27 level=detail', false],
    ['it names this risk', 'evidence x defectClass=- relatesTo=[r]', true],
    ['it names another risk', 'evidence x defectClass=- relatesTo=[r9]', false],
    ['not material', 'evidence x material=false', false],
    ['superseded', 'evidence x supersededAt=2026-06-15', false],
    ['seen by the owner', 'ack b evidenceId=x personId=nora at=2026-06-20 level=detail', false],
    ['seen in summary by the owner', 'ack b evidenceId=x personId=nora at=2026-06-20 level=summary', false],
    ['mailed to the owner among others', 'ack b evidenceId=x personId=nora at=2026-06-20 level=broadcast', true],
    ['known by the owner', 'evidence x knownBy=[nora]', false],
    ['checked here since', 'evidence y riskId=r at=2026-06-10 kind=scan answers=[x] coverage=1', false],
    ['checked here the same day', 'evidence y riskId=r at=2026-05-31 kind=scan answers=[x] coverage=1', false],
    ['checked here before', 'evidence y riskId=r at=2026-05-30 kind=scan answers=[x] coverage=1', true],
    ['checked somewhere else', 'evidence y riskId=r8 at=2026-06-10 kind=scan answers=[x] coverage=1', true],
    ['something else was checked here', 'evidence y riskId=r at=2026-06-10 kind=scan answers=[x9] coverage=1', true],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('I3', sibling, change)).toBe(up);
  });

  test('a finding of the risk links by its class, component and release', () => {
    const elsewhere = 'evidence x riskId=other at=2026-05-31 kind=incident';
    const finding = 'finding f serviceId=shop at=2026-06-01 severity=high\nrisk r findingIds=[f]';
    expect(isUp('I3', elsewhere, finding)).toBe(false);
    expect(isUp('I3', elsewhere, finding, 'finding f defectClass=token-check\nevidence x defectClass=token-check')).toBe(true);
    expect(isUp('I3', elsewhere, finding, 'finding f component=libtoken@1\nevidence x componentId=libtoken@1')).toBe(true);
    expect(isUp('I3', elsewhere, finding, 'finding f component=libtoken@1\nevidence x componentId=libtoken@2')).toBe(false);
    expect(isUp('I3', elsewhere, finding, 'finding f introducedReleaseId=v7\nevidence x releaseId=v7')).toBe(true);
    expect(isUp('I3', elsewhere, finding, 'finding f introducedReleaseId=v7\nevidence x releaseId=v8')).toBe(false);
  });

  test('is never hidden by another condition, and starts with the oldest piece', () => {
    const flag = flagUp('I3', sibling, 'risk r openedAt=2026-05-01', 'evidence x2 riskId=other at=2026-05-20 kind=audit relatesTo=[r] teamId=shield');
    expect(flag.sentence).toMatch(/^shield has known this since 20 May 2026: 41 days/);
    expect(flag.since).toBe('2026-05-30');
  });

  test('where nobody decides, it is not on the record of anybody', () => {
    const flag = flagUp('I3', sibling, 'risk r ownerId=ghost');
    expect(flag.sentence).toBe('search has known this since 31 May 2026: 30 days. It is not on the record for r.');
    expect(flag.person).toBeUndefined();
    expect(flag.nextStep).toBe('Ask tom about shop, or check shop for the same.');
  });

  test('names who knows: the team, else the people, else the service, else another part of the organisation', () => {
    const noTeam = 'evidence x teamId=-';
    expect(flagUp('I3', sibling, noTeam, 'evidence x knownBy=[tom,ivy]').sentence).toMatch(/^tom and ivy have known/);
    expect(flagUp('I3', sibling, noTeam, 'evidence x knownBy=[ivy]').sentence).toMatch(/^ivy has known/);
    expect(flagUp('I3', sibling, 'evidence x knownBy=[tom,ivy]').sentence).toMatch(/^search has known/);
    expect(flagUp('I3', sibling, noTeam, 'evidence x knownBy=[]').sentence).toMatch(/^Another part of the organisation has known/);
    expect(flagUp('I3', sibling, noTeam, 'risk other serviceIds=[index] openedAt=2026-05-30 closedAt=2026-06-01').sentence).toMatch(/^index has known/);
    expect(flagUp('I3', sibling, noTeam).sentence).toMatch(/^Another part of the organisation has known/);
    expect(flagUp('I3', sibling, noTeam).nextStep).toBe('Ask whoever found it about shop, or check shop for the same.');
  });

  test('introduces the person who knows before the lead of the team that does', () => {
    expect(flagUp('I3', sibling, 'evidence x knownBy=[ivy]').nextStep).toBe('Introduce ivy and nora, and ask ivy about shop. Or check shop for the same.');
    expect(flagUp('I3', sibling, 'risk other serviceIds=[index] openedAt=2026-05-30 closedAt=2026-06-01').nextStep).toBe(
      'Introduce tom and nora: tom knows it from index; ask about shop. Or check shop for the same.',
    );
    expect(flagUp('I3', sibling, 'evidence x teamId=orders').nextStep).toBe('Ask nora about shop, or check shop for the same.');
  });

  test('of pieces linked in different ways the oldest is told first', () => {
    const linked = [
      'risk r openedAt=2026-05-01 defectClass=token-check', 'evidence x riskId=other at=2026-06-10 kind=audit teamId=search relatesTo=[r]',
      'evidence y riskId=another at=2026-06-05 kind=audit teamId=shield defectClass=token-check',
    ];
    expect(flagUp('I3', ...linked).sentence).toContain('5 Jun 2026');
    expect(flagUp('I3', ...linked).since).toBe('2026-06-15');
  });

  test('a piece of the risk itself is not known elsewhere, shown or not', () => {
    const seen = ['risk r openedAt=2026-05-01', 'evidence e at=2026-05-01', 'no ack a', 'evidence x riskId=other at=2026-05-02 kind=audit relatesTo=[r]', 'ack b evidenceId=x personId=nora at=2026-05-03 level=detail'];
    expect(isUp('I3', ...seen)).toBe(false);
    expect(isUp('I1', ...seen)).toBe(true);
  });
});
