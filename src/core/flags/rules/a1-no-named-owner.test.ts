import { describe, expect, test } from 'vitest';
import { flagsOn, flagUp, isUp, TODAY } from '#test/support/world.ts';

describe('A1 nobody is named', () => {
  test('no flag is up in the small company', () => {
    expect(flagsOn(TODAY)).toEqual([]);
  });

  test('an open risk without an owner asks the lead of the team that owns the service', () => {
    const flag = flagUp('A1', 'risk r ownerId=- label="Card data in logs"', 'person nora name="Nora Lind"');
    expect(flag).toMatchObject({
      family: 'authority', title: 'Nobody is named', subjectKind: 'risk', subject: 'r', since: '2026-06-28',
      sentence: 'Nobody is named to decide on Card data in logs. Open 5 days.',
      nextStep: 'Ask Nora Lind to take it. The name counts only when they accept.',
      policyVersion: 'product-defaults-1',
    });
    expect(flag.person).toBeUndefined();
  });

  test.each([
    ['U3', '2026-06-30', true],
    ['U14', '2026-06-30', true],
    ['U60', '2026-06-28', false],
    ['U60', '2026-06-27', true],
    ['U180', '2026-06-22', false],
    ['U180', '2026-06-21', true],
  ])('on the clock %s, opened on %s: %s', (urgency, openedAt, up) => {
    expect(isUp('A1', `risk r ownerId=- urgency=${urgency} openedAt=${openedAt}`)).toBe(up);
  });

  test('exploited and exposed, the day it is opened', () => {
    const found = 'finding f serviceId=shop at=2026-06-30 severity=critical exploited=true totalControl=true';
    expect(isUp('A1', found, 'risk r ownerId=- urgency=- findingIds=[f] openedAt=2026-06-30')).toBe(true);
  });

  test('a proposal is said and closes nothing: the name counts only when it is accepted', () => {
    const flag = flagUp('A1', 'risk r ownerId=- proposedOwnerId=nora proposedAt=2026-06-26 label="Card data in logs"', 'person nora name="Nora Lind"');
    expect(flag).toMatchObject({
      sentence: 'Nobody is named to decide on Card data in logs: Nora Lind is proposed and has not accepted yet. Open 5 days.',
      nextStep: 'Ask Nora Lind to accept it or to say who does. The name counts only when they accept.',
    });
    expect(isUp('A1', 'risk r proposedOwnerId=omar')).toBe(false);
    expect(flagUp('A1', 'risk r ownerId=- proposedOwnerId=desk').sentence).toBe('Nobody is named to decide on r. Open 5 days.');
  });

  test('stays quiet with an owner, and once the risk is closed', () => {
    expect(isUp('A1')).toBe(false);
    expect(isUp('A1', 'risk r ownerId=- closedAt=2026-06-30')).toBe(false);
    expect(isUp('A1', 'risk r ownerId=- closedAt=2026-07-01')).toBe(true);
  });

  test('without a team or a lead it asks for the record to say who that is', () => {
    expect(flagUp('A1', 'risk r ownerId=-', 'service shop teamId=- name=Shop').nextStep).toBe(
      'Record which team owns Shop, then ask its lead to take it. The name counts only when they accept.',
    );
    expect(flagUp('A1', 'risk r ownerId=-', 'team orders leadId=gap name=Orders', 'team top leadId=-').nextStep).toBe(
      'Record who leads Orders, then ask them to take it. The name counts only when they accept.',
    );
  });

  test('an empty lead is filled from the team above, and several teams from their common manager', () => {
    expect(flagUp('A1', 'risk r ownerId=-', 'team orders leadId=gap').nextStep).toMatch(/^Ask rita /);
    expect(flagUp('A1', 'risk r ownerId=- serviceIds=[shop,index]').nextStep).toMatch(/^Ask omar /);
  });

  test('a policy may leave more time to name somebody', () => {
    const later = 'policy policy version=2026-1 thresholds={"clock.ownerShare":10}';
    expect(isUp('A1', later, 'risk r ownerId=-')).toBe(false);
    expect(flagUp('A1', later, 'risk r ownerId=- openedAt=2026-06-24').policyVersion).toBe('2026-1');
  });
});
