import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const owned = 'risk r ownerId=sam';
const nobody = 'risk r ownerId=-';
function events(...all: readonly string[]): string {
  return all.map((event, at) => `event v${at} riskId=r ${event}`).join('\n');
}

describe('A8 security is carrying it', () => {
  test('the owner sits in a security team and the service is another team\'s', () => {
    const flag = flagUp('A8', owned, 'team orders name=Orders', 'service shop name=Shop', 'person sam name="Sam Ode"');
    expect(flag).toMatchObject({
      subject: 'r', person: 'sam', since: '2026-06-25',
      sentence: 'Orders owns Shop; Sam Ode is carrying its risk.',
      nextStep: 'Offer the transfer to nora, who leads Orders, with the evidence attached; Sam Ode stays as adviser.',
    });
  });

  test.each([
    ['the service is security\'s own', 'service shop teamId=shield', false],
    ['one of the services is', 'risk r serviceIds=[shop,vault]', false],
    ['no team is recorded for the service', 'service shop teamId=-', false],
    ['the record does not hold the team', 'service shop teamId=ghosts', false],
    ['a risk of the whole company', 'risk r serviceIds=[]', false],
    ['one of two services has a team', 'service index teamId=-\nrisk r serviceIds=[index,shop]', true],
    ['the owner is not in security', 'risk r ownerId=nora', false],
    ['the owner is in no team', 'person sam teamId=-', false],
    ['the owner is a mailbox of security', 'person desk teamId=shield\nrisk r ownerId=desk', true],
    ['the owner left', 'person sam to=2026-06-29', true],
    ['the owner cannot be told', 'risk r ownerId=ghost', false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('A8', owned, change)).toBe(up);
  });

  test('no owner, and security does the work', () => {
    const three = events('type=remediation personId=ivy at=2026-06-27', 'type=remediation personId=ivy at=2026-06-27', 'type=incidentCall personId=ivy at=2026-06-29');
    const flag = flagUp('A8', nobody, three);
    expect(flag).toMatchObject({ person: 'ivy', since: '2026-06-29' });
    expect(isUp('A8', 'risk r ownerId=crew', three)).toBe(true);
    expect(isUp('A8', three)).toBe(false);
    expect(isUp('A8', 'risk r ownerId=ghost', three)).toBe(false);
  });

  test.each([
    ['two actions only', events('type=decision personId=ivy at=2026-06-27', 'type=decision personId=ivy at=2026-06-28'), false],
    ['half the weight', events('type=presented personId=ivy at=2026-06-27', 'type=presented personId=ivy at=2026-06-28', 'type=remediation personId=ivy at=2026-06-28', 'type=decision personId=nora at=2026-06-28'), true],
    ['less than half the weight', events('type=presented personId=ivy at=2026-06-27', 'type=presented personId=ivy at=2026-06-28', 'type=escalationReceived personId=ivy at=2026-06-28', 'type=decision personId=nora at=2026-06-28'), false],
    ['180 days ago', events('type=presented personId=ivy at=2026-01-01', 'type=presented personId=ivy at=2026-06-28', 'type=presented personId=ivy at=2026-06-28'), true],
    ['181 days ago', events('type=presented personId=ivy at=2025-12-31', 'type=presented personId=ivy at=2026-06-28', 'type=presented personId=ivy at=2026-06-28'), false],
    ['the work is done by the team itself', events('type=remediation personId=pia at=2026-06-27', 'type=remediation personId=pia at=2026-06-28', 'type=remediation personId=pia at=2026-06-29'), false],
    ['by somebody not in post', `${events('type=remediation personId=ivy at=2026-06-27', 'type=remediation personId=ivy at=2026-06-28', 'type=remediation personId=ivy at=2026-06-29')}\nperson ivy to=2026-06-29`, false],
  ])('no owner, %s: %s', (_, change, up) => {
    expect(isUp('A8', nobody, change)).toBe(up);
  });

  test('decisions and escalations on the record are actions too, each counted once', () => {
    const decision = 'decision d riskId=r kind=mitigate byId=ivy at=2026-06-27';
    const raised = 'escalation x riskId=r toId=ivy at=2026-06-28';
    expect(isUp('A8', nobody, decision, raised, events('type=presented personId=ivy at=2026-06-29'))).toBe(true);
    expect(isUp('A8', nobody, decision, raised)).toBe(false);
    expect(isUp('A8', nobody, decision, raised, events('type=decision personId=ivy at=2026-06-27'))).toBe(false);
    expect(isUp('A8', nobody, decision, raised, events('type=escalationReceived personId=ivy at=2026-06-28'))).toBe(false);
  });

  test('where no lead is recorded, the transfer waits for one', () => {
    expect(flagUp('A8', owned, 'team orders leadId=- parentId=-').nextStep).toBe(
      'Record who leads orders, and offer them the transfer with the evidence attached; sam stays as adviser.',
    );
  });

  test('starts with the ownership', () => {
    expect(flagUp('A8', owned, 'risk r ownerSince=2026-06-28').since).toBe('2026-06-28');
  });

  test('a mailbox of security is named as the one that carries it, since it was named', () => {
    expect(flagUp('A8', 'person desk teamId=shield', 'risk r ownerId=desk ownerSince=2026-06-27')).toMatchObject({ person: 'desk', since: '2026-06-27' });
  });
});
