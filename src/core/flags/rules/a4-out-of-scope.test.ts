import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

describe('A4 outside the scope', () => {
  test('a service the grants do not cover, named; the common manager of the teams is asked', () => {
    const flag = flagUp('A4', 'risk r serviceIds=[shop,index]', 'service index name=Search');
    expect(flag.sentence).toBe('nora holds authority, but not for Search.');
    expect(flag.nextStep).toBe('Ask omar, the lowest common manager of orders and search; or split the risk per service if it truly splits.');
    expect(flag.person).toBe('nora');
    expect(flag.since).toBe('2026-06-25');
  });

  test('one grant has to cover every service', () => {
    const second = 'grant g2 granteeId=nora grantorId=omar from=2022-01-01 maxExposure=500k scope={"services":["index"]}';
    expect(flagUp('A4', 'risk r serviceIds=[shop,index]', second).sentence).toBe(
      'nora holds authority, but not for shop and index together.',
    );
    expect(isUp('A4', 'risk r serviceIds=[shop,index]', 'grant g-nora scope={"services":["index","shop"]}')).toBe(false);
  });

  test.each([
    ['a kind that is not covered', 'grant g-nora scope={"services":["shop"],"kinds":["mitigate"]}', true],
    ['a kind that is covered', 'grant g-nora scope={"services":["shop"],"kinds":["mitigate","accept"]}', false],
    ['every kind', 'grant g-nora scope={"services":["shop"],"kinds":["*"]}', false],
    ['a risk that asks for another kind', 'grant g-nora scope={"services":["shop"],"kinds":["mitigate"]}\nrisk r decisionKind=mitigate', false],
    ['every service', 'grant g-nora scope={"services":["*"]}', false],
    ['no narrowing at all', 'grant g-nora scope=-', false],
    ['an empty list', 'grant g-nora scope={"services":[]}', true],
    ['the team of the service', 'grant g-nora scope={"teams":["orders"]}', false],
    ['a team above it', 'grant g-nora scope={"teams":["top"]}', false],
    ['another team', 'grant g-nora scope={"teams":["search"]}', true],
    ['every team', 'grant g-nora scope={"teams":["*"]}', false],
    ['both lists narrow', 'grant g-nora scope={"services":["shop"],"teams":["search"]}', true],
    ['a risk of the whole company under a narrow grant', 'risk r serviceIds=[]', true],
    ['a risk of the whole company under a team grant', 'risk r serviceIds=[]\ngrant g-nora scope={"teams":["orders"]}', true],
    ['a risk of the whole company under a wide grant', 'risk r serviceIds=[]\ngrant g-nora scope=-', false],
    ['a team grant where no team is recorded for the service', 'grant g-nora scope={"teams":["orders"]}\nservice shop teamId=-', false],
    ['a team grant where the record does not hold the team', 'grant g-nora scope={"teams":["orders"]}\nservice shop teamId=ghosts', false],
  ])('%s', (_, change, up) => {
    expect(isUp('A4', change)).toBe(up);
  });

  test('names the kind of decision', () => {
    expect(flagUp('A4', 'grant g-nora scope={"kinds":["mitigate"]}').sentence).toBe(
      'nora holds authority, but not for this kind of decision (to accept).',
    );
  });

  test('a category the governing body keeps to itself', () => {
    const kept = 'policy policy reserved=[safety]';
    expect(flagUp('A4', kept, 'risk r category=safety')).toMatchObject({
      sentence: 'nora holds authority, but not for the category safety, which the governing body decides.',
      nextStep: 'Bring it to the governing body, which decides this category.',
    });
    expect(isUp('A4', kept, 'risk r category=fraud')).toBe(false);
    expect(isUp('A4', kept, 'risk r category=safety', 'team orders kind=governing')).toBe(false);
  });

  test('where acceptance is not delegable, only what the governing body gave itself covers it', () => {
    const strict = 'policy policy acceptanceNonDelegable=true';
    expect(isUp('A4', strict)).toBe(true);
    expect(isUp('A4', strict, 'grant g-nora grantorId=ROOT')).toBe(false);
    expect(isUp('A4', strict, 'risk r decisionKind=mitigate')).toBe(false);
  });

  test('one team, and the next who can decide is briefed', () => {
    expect(flagUp('A4', 'grant g-nora scope={"services":["index"]}').nextStep).toBe(
      'Brief omar, who can decide: 1 piece, about 5 minutes.',
    );
  });

  test('stays quiet without any live grant: that is another condition', () => {
    expect(isUp('A4', 'risk r serviceIds=[index]', 'grant g-nora to=2026-06-29')).toBe(false);
    expect(isUp('A4', 'risk r serviceIds=[index]', 'no grant g-nora')).toBe(false);
  });

  test('teams of which one has no lead have no common manager to ask', () => {
    const { nextStep } = flagUp('A4', 'risk r serviceIds=[shop,index]', 'team search leadId=- parentId=-');
    expect(nextStep).not.toContain('nora');
  });
});
