import { describe, expect, test } from 'vitest';
import { flagUp, flagsOn, isUp, riskToday, TODAY } from '#test/support/world.ts';

const rated = (high: string): string => `exposure={"low":10k,"high":${high},"rateLow":0.1,"rateHigh":0.8}`;
const limited = (limits: string): string => `grant g-nora limits=${limits}`;

describe('A3 above a limit on the year', () => {
  test('names what was found, the limit, and whom to bring it to', () => {
    const flag = flagUp('A3', `risk r ${rated('400k')}`, limited('{"expectedAnnualLoss":20k}'));
    expect(flag.sentence).toBe('This risk comes to $41,000 a year on average; the grant of nora ends at $20,000 a year on average.');
    expect(flag.nextStep).toBe('Brief omar, who can decide: 1 piece, about 5 minutes; or reduce the exposure to $20,000 a year on average or less.');
    expect(flag.person).toBe('nora');
  });

  test('a chance of a year above an amount is tested too, and the single event however rare', () => {
    expect(flagUp('A3', `risk r ${rated('400k')}`, limited('{"points":[{"above":200k,"atMost":0.01}]}')).sentence).toMatch(
      /^This risk has a chance of \d\.\d% of a year above \$200,000; the grant of nora ends at a chance of 1% of a year above \$200,000\.$/,
    );
    expect(flagUp('A3', 'risk r exposure={"low":10k,"high":400k,"rateLow":0.0001,"rateHigh":0.0002}', limited('{"singleEvent":300k}')).sentence).toBe(
      'One loss of this risk may reach $400,000; the grant of nora ends at $300,000 for one loss.',
    );
  });

  test('equal is inside', () => {
    const one = 'risk r exposure={"low":100k,"high":400k,"rateLow":1,"rateHigh":1}';
    const found = flagUp('A3', one, limited('{"singleEvent":399999}'));
    expect(found.sentence).toContain('$400,000');
    expect(isUp('A3', one, limited('{"singleEvent":400k}'))).toBe(false);
  });

  test('risks within one by one and above together are above for each of them', () => {
    const parts = [1, 2, 3].map((part) => `risk part-${part} serviceIds=[shop] ownerId=nora openedAt=2026-06-25 dueAt=2026-07-20 ${rated('400k')}`);
    const grant = limited('{"expectedAnnualLoss":100k}');
    const flags = flagsOn(TODAY, 'no risk r', 'no evidence e', 'no ack a', ...parts, grant).filter(({ flag }) => flag === 'A3');
    expect(flags.map(({ subject }) => subject)).toEqual(['part-1', 'part-2', 'part-3']);
    expect(flags[0]?.sentence).toBe('Everything with nora (3 risks) comes to $120,000 a year on average; the grant of nora ends at $100,000 a year on average.');
    expect(flagsOn(TODAY, 'no risk r', 'no evidence e', 'no ack a', ...parts.slice(1), grant).filter(({ flag }) => flag === 'A3')).toEqual([]);
  });

  test('a common cause is tested with all it hits, whoever holds the rest', () => {
    const other = `risk r2 serviceIds=[index] ownerId=tom openedAt=2026-06-25 exposure={"low":1M,"high":3M,"rateLow":0.1,"rateHigh":0.8}`;
    const cause = 'commonCause c label="The vault opens" rate=0.05 riskIds=[r,r2]';
    const grant = limited('{"expectedAnnualLoss":60k}');
    expect(flagUp('A3', `risk r ${rated('400k')}`, other, cause, grant).sentence).toBe(
      'Everything hit by “The vault opens” (2 risks) comes to $97,000 a year on average; the grant of nora ends at $60,000 a year on average.',
    );
    expect(isUp('A3', `risk r ${rated('400k')}`, other, grant)).toBe(false);
  });

  test('a risk that is not in money is outside every limit in money, unless the grant says otherwise', () => {
    const flag = flagUp('A3', 'risk r exposure=-', limited('{"expectedAnnualLoss":1M}'));
    expect(flag.sentence).toBe('The grant of nora is limited in money, and the record holds no range in money here.');
    expect(flag.nextStep).toMatch(/; or state a range in money\.$/);
    expect(isUp('A3', 'risk r exposure=-', limited('{"expectedAnnualLoss":1M,"unquantified":true}'))).toBe(false);
    expect(isUp('A3', 'risk r exposure=-', 'policy policy scales={"likelihood":[{"word":"often","low":1,"high":2}],"loss":[{"word":"much","low":1,"high":2}]}',
      'risk r statedSize={"likelihoodWord":"often","lossWord":"much"}', limited('{"expectedAnnualLoss":1M}'))).toBe(true);
  });

  test('a harm that is not money keeps its own limit and is never converted', () => {
    const harm = 'risk r harms=[{"unit":"people","low":1,"high":40}]';
    expect(flagUp('A3', harm, limited('{"harms":[{"unit":"people","atMost":3}]}')).sentence).toBe(
      'One event of this risk may reach 40 people; the grant of nora ends at 3 people.',
    );
    expect(isUp('A3', harm, limited('{"harms":[{"unit":"people","atMost":40}]}'))).toBe(false);
    expect(isUp('A3', harm, limited('{"harms":[{"unit":"animals","atMost":1}]}'))).toBe(false);
  });

  test('a cause whose rate nobody knows makes it impossible to tell, not a lack', () => {
    const changes = [`risk r ${rated('400k')}`, 'commonCause c riskIds=[r]', limited('{"expectedAnnualLoss":1M}')];
    expect(isUp('A3', ...changes)).toBe(false);
    expect(riskToday('r', ...changes).readiness).toBe('cannot-tell');
  });

  test('limits of two grants are never pooled: one grant has to hold every test', () => {
    const second = 'grant g2 granteeId=nora grantorId=omar from=2022-01-01 maxExposure=450k scope={"services":["shop"]}';
    expect(isUp('A3', `risk r ${rated('400k')}`, limited('{"expectedAnnualLoss":20k}'), `${second} limits={"singleEvent":300k}`)).toBe(true);
    expect(isUp('A3', `risk r ${rated('400k')}`, limited('{"expectedAnnualLoss":20k}'), `${second} limits={"singleEvent":500k}`)).toBe(false);
    expect(isUp('A3', `risk r ${rated('400k')}`, limited('{"expectedAnnualLoss":20k}'), second)).toBe(false);
  });
});
