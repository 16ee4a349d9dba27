import { describe, expect, test } from 'vitest';
import { flagsOn, flagUp, isUp, isUpOn, riskToday, TODAY } from '#test/support/world.ts';

describe('A3 above the limit', () => {
  test('the high end of one loss is above the limit of the owner', () => {
    const flag = flagUp('A3', 'risk r exposure={"low":100k,"high":600k}');
    expect(flag.sentence).toBe('nora may accept up to $500,000; the high end here is $600,000.');
    expect(flag.person).toBe('nora');
    expect(flag.nextStep).toBe(
      "Brief omar, who can decide: 1 piece, about 5 minutes; or omar raises nora's limit for shop to at least $600,000 until 28 Sep 2026; or reduce the exposure to $500,000 or below.",
    );
  });

  test('one more than the limit is above it, the limit itself is inside', () => {
    expect(isUp('A3', 'risk r exposure={"low":100k,"high":500001}')).toBe(true);
    expect(isUp('A3', 'risk r exposure={"low":100k,"high":500k}')).toBe(false);
  });

  test('an amount that rounding would make equal to the limit is written in full', () => {
    expect(flagUp('A3', 'risk r exposure={"low":100k,"high":501234}').sentence).toBe(
      'nora may accept up to $500,000; the high end here is $501,234.',
    );
    expect(flagUp('A3', 'risk r exposure={"low":100k,"high":1234567}').sentence).toContain('the high end here is $1.2 million.');
  });

  test('a range widened by a later version counts from the day it was recorded', () => {
    const widened = 'later risk r recordedAt=2026-06-29 exposure={"low":100k,"high":900k}';
    expect(isUpOn('2026-06-28', 'A3', widened)).toBe(false);
    expect(isUpOn('2026-06-29', 'A3', widened)).toBe(true);
  });

  test('stays quiet without a range, without a limit, and with a larger grant beside it', () => {
    expect(isUp('A3', 'risk r exposure=-')).toBe(false);
    expect(isUp('A3', 'risk r exposure={"low":100k,"high":600k}', 'grant g-nora maxExposure=-', 'grant g-omar maxExposure=-', 'grant g-rita maxExposure=-')).toBe(false);
    expect(isUp('A3', 'risk r exposure={"low":100k,"high":600k}', 'grant g2 granteeId=nora grantorId=omar from=2022-01-01 maxExposure=1M')).toBe(false);
  });

  test('a larger grant that does not go back to the governing body does not help', () => {
    const given = 'grant g2 granteeId=nora grantorId=pia from=2022-01-01 maxExposure=1M';
    expect(flagUp('A3', 'risk r exposure={"low":100k,"high":600k}', given).sentence).toContain('up to $500,000');
  });

  describe('one risk cut into parts', () => {
    const parts = [
      'risk r defectClass=token-check exposure={"low":100k,"high":300k}',
      'risk r2 serviceIds=[shop] ownerId=nora openedAt=2026-06-25 defectClass=token-check exposure={"low":1k,"high":201k}',
    ];

    test('counts as one size, and says so', () => {
      const flags = flagsOn(TODAY, ...parts).filter((flag) => flag.flag === 'A3');
      expect(flags.map((flag) => flag.subject).sort()).toEqual(['r', 'r2']);
      for (const flag of flags) {
        expect(flag.sentence).toBe('nora may accept up to $500,000; the high ends of the linked risks on shop add up to $501,000.');
      }
    });

    test.each([
      ['together exactly at the limit', 'risk r2 exposure={"low":1k,"high":200k}'],
      ['one of them closed', 'risk r2 closedAt=2026-06-29'],
      ['of two owners', 'risk r2 ownerId=pia'],
      ['on two services', 'risk r2 serviceIds=[index]'],
      ['of two defect classes', 'risk r2 defectClass=token-length'],
      ['one of them without a class', 'risk r2 defectClass=-'],
      ['one of them without a range', 'risk r2 exposure=-'],
      ['of a class as wide as the world', 'risk r defectClass=XSS\nrisk r2 defectClass=XSS'],
    ])('stays quiet: %s', (_, change) => {
      expect(flagsOn(TODAY, ...parts, change).filter((flag) => flag.flag === 'A3' && flag.subject === 'r')).toEqual([]);
    });
  });

  test('a range in another currency than the limits cannot be told to be above', () => {
    const euro = 'risk r exposure={"low":100k,"high":600k,"currency":"EUR"}';
    expect(isUp('A3', euro)).toBe(true);
    expect(isUp('A3', euro, 'policy policy currency=EUR')).toBe(true);
    expect(isUp('A3', euro, 'policy policy currency=USD')).toBe(false);
  });

  test('writes amounts in the currency of the record', () => {
    expect(flagUp('A3', 'policy policy currency=EUR', 'risk r exposure={"low":100k,"high":600k}').sentence).toBe(
      'nora may accept up to €500,000; the high end here is €600,000.',
    );
  });

  test('starts when owner, grant and estimate are all there', () => {
    const wide = 'risk r exposure={"low":100k,"high":600k}';
    expect(flagUp('A3', wide).since).toBe('2026-06-25');
    expect(flagUp('A3', wide, 'risk r ownerSince=2026-06-26').since).toBe('2026-06-26');
    expect(flagUp('A3', wide, 'grant g-nora from=2026-06-27').since).toBe('2026-06-27');
    expect(flagUp('A3', wide, 'grant g-nora from=-').since).toBe('2026-06-25');
    expect(flagUp('A3', 'risk r exposure={"low":100k,"high":600k,"asOf":"2026-06-28"}').since).toBe('2026-06-28');
  });

  test('leaves out who raises the limit where nobody above can, and brings a gap to the governing body', () => {
    const huge = 'risk r exposure={"low":100k,"high":6M}\ngrant g-rita maxExposure=5M';
    expect(flagUp('A3', huge).nextStep).toBe(
      'Nobody on the line or by grant has the authority: bring the gap in the grants to the governing body; or reduce the exposure to $500,000 or below.',
    );
    expect(flagUp('A3', 'risk r exposure={"low":100k,"high":600k}', 'grant g-omar delegable=-', 'grant g-nora grantorId=rita').nextStep).toContain(
      "; or rita raises nora's limit for shop",
    );
  });

  test('asks whoever can decide and has seen it, instead of briefing them', () => {
    expect(
      flagUp('A3', 'risk r exposure={"low":100k,"high":600k}', 'ack b evidenceId=e personId=omar at=2026-06-28 level=detail').nextStep,
    ).toMatch(/^Ask omar, who can decide and has seen the evidence; or omar raises/);
  });

  test('raises no limit before the evidence: as the two ways on the page, which offer no grant down to somebody who has not seen it', () => {
    const unseen = ['risk r exposure={"low":100k,"high":600k}', 'no ack a'];
    expect(flagUp('A3', ...unseen).nextStep).toBe(
      "Brief omar, who can decide: 1 piece, about 5 minutes; or, once the evidence has reached nora, omar raises nora's limit for shop to at least $600,000 until 28 Sep 2026; or reduce the exposure to $500,000 or below.",
    );
    expect(riskToday('r', ...unseen).lowest.answer).toMatchObject({ kind: 'two-ways', grantDown: 'nobody-has-seen-it' });
  });

  test('raises no limit for a category the governing body keeps', () => {
    const given = 'risk r exposure={"low":100k,"high":600k} category=safety';
    expect(flagsOn(TODAY, given, 'policy policy reserved=[safety]').filter((flag) => flag.flag === 'A3')).toEqual([]);
  });
});
