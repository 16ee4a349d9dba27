import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passedSentence, passedStages, untracedSentence } from '#core/release/passed-stages.ts';

const order = ['design', 'build', 'run'];
const row = (introducedStageId: string | null, foundStageId: string | null, count: number, afterShipping = false) => ({ introducedStageId, foundStageId, afterShipping, count });
const name = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

describe('stages that defects passed', () => {
  it('count every finding once, in a row or as untraced', () => {
    const stage = fc.constantFrom('design', 'build', 'run', 'elsewhere', null);
    fc.assert(fc.property(
      fc.uniqueArray(fc.record({ introducedStageId: stage, foundStageId: stage, afterShipping: fc.boolean(), count: fc.integer({ min: 1, max: 90 }) }), {
        selector: (one) => `${one.introducedStageId}>${one.foundStageId}>${one.afterShipping}`,
      }),
      (counts) => {
        const table = passedStages(counts, order);
        const all = counts.reduce((sum, one) => sum + one.count, 0);
        expect(table.rows.reduce((sum, one) => sum + one.total, table.untraced.total + table.afterShipping.total)).toBe(all);
        expect(table.afterShipping.total).toBe(counts.reduce((sum, one) => (one.afterShipping ? sum + one.count : sum), 0));
        expect(table.totals.reduce((sum, one) => sum + one, 0)).toBe(all);
        expect(table.rows.reduce((sum, one) => sum + one.contained + one.escaped, 0)).toBe(table.traced);
        for (const { found, contained, escaped, total } of table.rows) {
          const nowhere = table.columns.includes(null) ? (found.at(-1) ?? 0) : 0;
          expect(contained + escaped + nowhere).toBe(total);
        }
      },
    ));
  });

  it('stand in the order of the release process, unknown ones after it and "not recorded" last', () => {
    const table = passedStages([row('zeta', null, 1), row('build', 'run', 2), row(null, 'design', 3)], order);
    expect(table.columns).toEqual(['design', 'build', 'run', 'zeta', null]);
    expect(table.rows.map(({ stageId }) => stageId)).toEqual(['build', 'zeta']);
    expect(table.widest).toBe(2);
  });

  it('let nothing pass that became public after shipping: it stands apart, and was made at none', () => {
    const table = passedStages([row('build', 'run', 2), row('build', 'run', 5, true), row('code', 'run', 1, true)], order);
    expect(table).toMatchObject({ traced: 2, escaped: 2, afterShipping: { total: 6 }, total: 8 });
    expect(table.rows.map(({ stageId }) => stageId)).toEqual(['build']);
  });

  it('are told in one sentence made of the table', () => {
    const table = passedStages([row('build', 'build', 42), row('build', 'run', 40), row('design', 'run', 22), row(null, 'run', 900)], order);
    expect(passedSentence(table, name)).toBe('62 of 104 findings got past the stage that made them; most (40) were made in Build and found in Run');
    expect(untracedSentence(table)).toBe('The record does not hold the stage that made 900 of 1,004 findings: counted as untraced, not left out.');
  });

  it('say "most" only of more than half', () => {
    const table = passedStages([row('build', 'run', 2), row('design', 'run', 1), row('design', 'build', 1)], order);
    expect(passedSentence(table, name)).toBe('4 of 4 findings got past the stage that made them; the largest group (2) were made in Build and found in Run');
  });

  it('say so where nothing got past, or nothing is traced', () => {
    expect(passedSentence(passedStages([row('build', 'build', 1)], order), name)).toBe('The one finding with both stages recorded was found at the stage that made it');
    expect(passedSentence(passedStages([row(null, 'run', 3)], order), name)).toBe('Of no finding are both the stage that made it and the stage that found it recorded');
    expect(untracedSentence(passedStages([], order))).toBeUndefined();
  });
});
