import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { risksMatching } from '#core/picture/filter.ts';
import { summarise, teamByProcess } from '#core/picture/roll-up.ts';
import { layoutTeamByProcess } from '#web/charts/team-by-process/layout.ts';
import { trimTable } from '#web/charts/team-by-process/trim.ts';
import { companyPicture } from '#web/testing/company-picture.ts';

const pictures = fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 1e6 })).map(([count, seed]) => companyPicture(count, seed));
const room = fc.record({ rows: fc.integer({ min: 2, max: 9 }), columns: fc.integer({ min: 1, max: 9 }) });
const SEED = { seed: 20_261_121, numRuns: 60 };

describe(trimTable, () => {
  it('fits the room, and its rows and columns each still sum to the whole', () => {
    fc.assert(fc.property(pictures, room, (picture, size) => {
      const table = trimTable(picture, teamByProcess(picture), size);
      expect(table.rows.length).toBeLessThanOrEqual(size.rows);
      expect(table.columns.length).toBeLessThanOrEqual(size.columns);
      const { count, expectedAnnualLoss } = table.total.summary;
      for (const totals of [table.rows.map((row) => row.total), table.columns.map((column) => column.total)]) {
        expect(totals.reduce((sum, cell) => sum + cell.summary.count, 0)).toBe(count);
        expect(totals.reduce((sum, cell) => sum + cell.summary.expectedAnnualLoss, 0)).toBeCloseTo(expectedAnnualLoss, 2);
      }
      for (const row of table.rows) {
        expect(row.cells.length).toBe(table.columns.length);
        expect(row.cells.reduce((sum, cell) => sum + cell.summary.count, 0)).toBe(row.total.summary.count);
      }
    }), SEED);
  });

  it('gives every cell, also a folded one, a filter that opens exactly its risks', () => {
    fc.assert(fc.property(pictures, room, (picture, size) => {
      const table = trimTable(picture, teamByProcess(picture), size);
      for (const cell of table.rows.flatMap((row) => [...row.cells, row.total])) {
        expect(summarise(risksMatching(picture, cell.filter))).toEqual(cell.summary);
      }
    }), SEED);
  });

  it('never folds away what has no recorded team', () => {
    fc.assert(fc.property(pictures, room, (picture, size) => {
      const whole = teamByProcess(picture).rows.filter((row) => row.kind === 'no-team');
      const shown = trimTable(picture, teamByProcess(picture), size).rows.filter((row) => row.kind === 'no-team');
      expect(shown.map((row) => row.total)).toEqual(whole.map((row) => row.total));
    }), SEED);
  });

  it('lists the team with the most money first and what has no team last', () => {
    const picture = companyPicture(60, 7);
    const { rows } = trimTable(picture, teamByProcess(picture), { rows: 9, columns: 9 });
    const money = rows.filter((row) => row.kind !== 'no-team').map((row) => row.total.summary.expectedAnnualLoss);
    expect(money).toEqual([...money].sort((a, b) => b - a));
    expect(rows.at(-1)?.kind).toBe('no-team');
  });
});

describe(layoutTeamByProcess, () => {
  it('draws a dollar equally long in every cell, the two parts together being the cell', () => {
    fc.assert(fc.property(pictures, fc.integer({ min: 20, max: 200 }), (picture, width) => {
      const table = trimTable(picture, teamByProcess(picture), { rows: 8, columns: 8 });
      const { bars, pixelsPerUnit } = layoutTeamByProcess(table, width);
      for (const [at, row] of table.rows.entries()) {
        for (const [index, cell] of row.cells.entries()) {
          const bar = bars[at]?.[index];
          const drawn = (bar?.solid ?? 0) + (bar?.hatched ?? 0);
          expect(drawn).toBeCloseTo(cell.summary.expectedAnnualLoss * pixelsPerUnit, 4);
          expect(drawn).toBeLessThanOrEqual(width + 1e-6);
        }
      }
    }), SEED);
  });
});
