import { describe, expect, test } from 'vitest';
import { flagUp, isUp, riskToday } from '#test/support/world.ts';

describe('P11 the next step is open', () => {
  test('open, and nobody is named to block it', () => {
    expect(flagUp('P11', 'step k state=open riskId=r from="a login with a stolen key" to="reading the card table"', 'service shop name=Shop')).toMatchObject({
      family: 'process', subjectKind: 'step', subject: 'k',
      sentence: 'If a login with a stolen key has happened, reading the card table is open and nobody is named to block it.',
      nextStep: 'Ask nora, where Shop is run, to name who blocks reading the card table; propose the smallest block.',
    });
  });

  test.each([
    ['open, nobody', 'step k state=open', true],
    ['unknown, nobody', 'step k state=unknown', true],
    ['open, somebody named', 'step k state=open ownerId=nora', false],
    ['open, an empty post', 'step k state=open ownerId=gap', true],
    ['open, a mailbox', 'step k state=open ownerId=desk', true],
    ['open, an id the record does not hold', 'step k state=open ownerId=ghost', false],
    ['detected', 'step k state=detected', false],
    ['blocked, never tested', 'step k state=blocked ownerId=nora', true],
    ['blocked, tested last month', 'step k state=blocked ownerId=nora testedAt=2026-05-31', false],
    ['blocked, tested 90 days ago', 'step k state=blocked ownerId=nora testedAt=2026-04-01', false],
    ['blocked, tested 91 days ago', 'step k state=blocked ownerId=nora testedAt=2026-03-31', true],
    ['of a closed risk', 'step k state=open riskId=r\nrisk r closedAt=2026-06-29', false],
    ['of a risk the record does not hold', 'step k state=open riskId=ghost', true],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('P11', change)).toBe(up);
  });

  test('says when the block was last tested, and asks its owner to test it', () => {
    expect(flagUp('P11', 'step k state=blocked ownerId=nora testedAt=2026-03-31 label="the firewall rule"')).toMatchObject({
      since: '2026-06-30', sentence: 'If the step before has happened, the firewall rule is open: the block was last tested 91 days ago.',
      nextStep: 'Ask nora to test the block of the firewall rule.',
    });
    expect(flagUp('P11', 'step k state=blocked')).toMatchObject({
      since: '2026-06-30', sentence: 'If the step before has happened, k is open: no test of the block is recorded.', nextStep: 'Name who tests the block of k.',
    });
  });

  test('an assumed step is said to be assumed', () => {
    expect(flagUp('P11', 'step k state=open assumed=true').sentence).toBe('If the step before has happened, k is assumed open and nobody is named to block it.');
  });

  test('the step before is taken from the path in its order', () => {
    const path = 'step b state=open pathId=p order=2 to=Vault\nstep a state=detected pathId=p order=1 to=Console\nstep z state=detected pathId=q order=1 to=Elsewhere';
    expect(flagUp('P11', path).sentence).toBe('If Console has happened, Vault is open and nobody is named to block it.');
    expect(flagUp('P11', path, 'step a to=- label="the console"').sentence).toMatch(/^If the console has happened/);
    expect(flagUp('P11', path, 'step a order=3').sentence).toMatch(/^If the step before has happened/);
    expect(flagUp('P11', path.replaceAll('pathId=p', 'riskId=r')).sentence).toMatch(/^If Console has happened/);
  });

  test('without a risk, or without a line, the team is named first', () => {
    expect(flagUp('P11', 'step k state=open').nextStep).toBe('Name the team whose service holds k; propose the smallest block.');
    expect(flagUp('P11', 'step k state=open riskId=r', 'service shop teamId=-', 'risk r ownerId=-').nextStep).toMatch(/^Name the team/);
  });

  test('stands behind the lines of its risk', () => {
    expect(riskToday('r', 'step k state=open riskId=r').moreFlags.map((flag) => flag.subject)).toEqual(['k']);
  });

  test('starts when the step was recorded, where the record says so', () => {
    expect(flagUp('P11', 'step k state=open').since).toBe('2026-06-30');
    expect(flagUp('P11', 'step k state=open recordedAt=2026-03-01').since).toBe('2026-03-01');
  });

  test('a block not tested for longer is open since its 91st day', () => {
    expect(flagUp('P11', 'step k state=blocked ownerId=nora testedAt=2026-03-01').since).toBe('2026-05-31');
  });

  test('steps on no path and of no risk do not follow on each other', () => {
    expect(flagUp('P11', 'step a state=detected order=1 to=Console', 'step b state=open order=2 to=Vault').sentence).toMatch(/^If the step before has happened, Vault/);
  });
});
