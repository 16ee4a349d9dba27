import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexRecord } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { nistRegister } from '#core/picture/nist-register.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

const priced = 'risk r exposure={"low":10k,"high":1M,"rateLow":0.1,"rateHigh":0.9} category=fraud label="Stolen token"';

describe('the NIST register', () => {
  test('likelihood times impact is the exposure rating to the cent, for any record', () => {
    fc.assert(fc.property(arbitraryEntries, (entries) => {
      for (const { riskLikelihood, riskImpact, exposureRating } of nistRegister(indexRecord(viewAsOf(entries, '2026-11-21'))).records) {
        expect(Math.abs((riskLikelihood / 100) * riskImpact - exposureRating)).toBeLessThan(0.005);
        expect(riskLikelihood).toBeGreaterThan(0);
        expect(riskLikelihood).toBeLessThanOrEqual(100);
      }
    }), { seed: 8286, numRuns: 60 });
  });

  test('every open risk has a record or a reason, never an invented number', () => {
    const register = nistRegister(indexOn(TODAY, priced, 'risk r2 serviceIds=[shop] openedAt=2026-01-01', 'risk r3 serviceIds=[shop] openedAt=2026-01-01 exposure={"low":1k,"high":9k}'));
    expect(register.records.map(({ riskId }) => riskId)).toEqual(['r']);
    expect(register.leftOut.map(({ riskId }) => riskId)).toEqual(['r2', 'r3']);
    expect(register.leftOut[1]?.why).toContain('how often it happens is not on the record');
  });

  test('a record says who, what is done about it, and what it costs as far as the record says', () => {
    const [open] = nistRegister(indexOn(TODAY, priced)).records;
    expect(open).toMatchObject({
      riskId: 'r', riskDescription: 'Stolen token (shop)', riskCategory: 'fraud', riskOwnerPointOfContact: 'nora', status: 'open',
      riskResponseType: ['Accept'], riskResponseCost: 0,
      riskResponseDescription: 'No decision is on the record; the risk is carried as it is. No cost of a response is on the record.',
      statedRanges: { lossLow: 10_000, lossHigh: 1_000_000, eventsLow: 0.1, eventsHigh: 0.9, currency: 'USD' },
    });
    const [decided] = nistRegister(indexOn(TODAY, priced, 'decision d riskId=r kind=mitigate byId=nora at=2026-06-28', 'option o riskId=r costPerYear=40k reductionLow=0.5 reductionHigh=0.9')).records;
    expect(decided).toMatchObject({ riskResponseType: ['Mitigate'], riskResponseCost: 40_000, riskResponseDescription: 'Mitigate since 28 Jun 2026.' });
  });

  test('a stated chance and figure come out as they went in', () => {
    const [stated] = nistRegister(indexOn(TODAY, 'risk r exposure=- statedSize={"probability":0.25,"impact":200k}')).records;
    expect(stated).toMatchObject({ riskLikelihood: 25, riskImpact: 200_000, exposureRating: 50_000 });
  });
});
