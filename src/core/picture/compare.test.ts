import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, compareParts, remainder } from '#core/picture/compare.ts';
import { arbitraryPicture } from '#test/support/arbitrary-picture.ts';
import { companyPicture } from '#web/testing/company-picture.ts';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';

const SEED = { seed: 20_261_121, numRuns: 300 };

describe(compareDates, () => {
  it('explains every difference to the cent: opening and parts are closing, with no remainder', () => {
    fc.assert(fc.property(arbitraryPicture(), (picture) => {
      const comparison = compareDates(picture);
      expect(remainder(comparison)).toBe(0);
      expect(comparison.opening + compareParts.reduce((sum, part) => sum + comparison.parts[part].difference, 0)).toBe(comparison.closing);
      expect(Number.isSafeInteger(comparison.closing)).toBe(true);
    }), SEED);
  });

  it('counts every risk of either date under exactly one part', () => {
    fc.assert(fc.property(arbitraryPicture(), (picture) => {
      const { parts, carried } = compareDates(picture);
      const ids = compareParts.flatMap((part) => parts[part].risks.map((risk) => risk.id));
      const known = new Set([...picture.risks, ...picture.previousRisks].map((risk) => risk.id));
      expect(new Set(ids)).toEqual(known);
      expect(ids.length).toBe(known.size);
      expect(carried + parts.new.risks.length + parts.reopened.risks.length).toBe(picture.risks.length);
      expect(parts.closed.risks.map((risk) => risk.id).sort()).toEqual([...picture.closedRiskIds].sort());
    }), SEED);
  });

  it('agrees with the totals the brief shows, within half a cent a risk', () => {
    const picture = companyPicture(60, 4);
    const exact = picture.risks.reduce((sum, risk) => sum + (risk.expectedAnnualLoss ?? 0), 0);
    expect(Math.abs(compareDates(picture).closing / 100 - exact)).toBeLessThanOrEqual(0.005 * 60);
  });

  it('tells a new risk from one that was closed and is open again, and another method from another value', () => {
    const [was] = smallPicture().previousRisks;
    if (was === undefined) throw new Error('the fixture has an earlier risk');
    const { parts, ownershipMoved, policy } = compareDates(smallPicture({
      risks: [
        smallRisk('N', { expectedAnnualLoss: 10 }), smallRisk('R', { expectedAnnualLoss: 20 }), smallRisk('E', { expectedAnnualLoss: 30, ownerId: 'abara' }),
        smallRisk('M', { expectedAnnualLoss: 40 }), smallRisk('F', { expectedAnnualLoss: 50 }), smallRisk('W', { expectedAnnualLoss: null }), smallRisk('U', { expectedAnnualLoss: 60, ownerId: null }),
      ],
      reopenedRiskIds: ['R'],
      previousRisks: [
        { ...was, id: 'E', expectedAnnualLoss: 25, estimateMethod: 'Calibrated interval' }, { ...was, id: 'M', expectedAnnualLoss: 40, estimateMethod: 'Workshop' },
        { ...was, id: 'F', expectedAnnualLoss: null }, { ...was, id: 'W', expectedAnnualLoss: 5 },
        { ...was, id: 'U', expectedAnnualLoss: 60, estimateMethod: 'Calibrated interval' }, { ...was, id: 'C', expectedAnnualLoss: 7 },
      ],
      closedRiskIds: ['C'], previousPolicyVersion: '2025-2',
    }));
    const ids = Object.fromEntries(compareParts.map((part) => [part, parts[part].risks.map((risk) => `${risk.id} ${risk.difference}`)]));
    expect(ids).toEqual({
      new: ['N 1000'], reopened: ['R 2000'], closed: ['C -700'], 're-estimated': ['E 500'], 'model-changed': ['M 0'],
      'first-range': ['F 5000'], 'range-withdrawn': ['W -500'], unchanged: ['U 0'],
    });
    expect(ownershipMoved.map((risk) => risk.id)).toEqual(['E', 'U']);
    expect(policy).toEqual({ before: '2025-2', now: 'default' });
  });
});
