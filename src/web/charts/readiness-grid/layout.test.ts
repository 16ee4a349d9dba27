import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readinessStates } from '#core/picture/readiness.ts';
import { summarise } from '#core/picture/roll-up.ts';
import { layoutReadinessGrid } from '#web/charts/readiness-grid/layout.ts';

const rows = fc.array(fc.record({
  readiness: fc.constantFrom(...readinessStates),
  expectedAnnualLoss: fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null }),
}));

describe(layoutReadinessGrid, () => {
  it('shows every state once, and its counts, money and risks without a range sum to the total', () => {
    fc.assert(fc.property(rows, (risks) => {
      const grid = layoutReadinessGrid(summarise(risks));
      const cells = [...grid.square.flatMap((row) => row.cells), ...grid.outside];
      expect(cells.map((cell) => cell.readiness).sort()).toEqual([...readinessStates].sort());
      expect(cells.reduce((sum, cell) => sum + cell.tally.count, 0)).toBe(risks.length);
      expect(cells.reduce((sum, cell) => sum + cell.tally.expectedAnnualLoss, 0)).toBe(grid.total.expectedAnnualLoss);
      expect(cells.reduce((sum, cell) => sum + cell.tally.unquantified, 0)).toBe(grid.total.unquantified);
    }), { seed: 20_261_121 });
  });

  it('marks every state but the informed call as a gap', () => {
    const grid = layoutReadinessGrid(summarise([]));
    const gaps = [...grid.square.flatMap((row) => row.cells), ...grid.outside].filter((cell) => cell.gap).map((cell) => cell.readiness);
    expect(gaps).toHaveLength(5);
    expect(gaps).not.toContain('can-decide-seen');
  });
});
