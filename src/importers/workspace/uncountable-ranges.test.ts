import { describe, expect, it } from 'vitest';
import { memorySource } from '#importers/reading/memory-source.ts';
import { workspaceImporter } from '#importers/workspace/workspace-importer.ts';
import { importContext, itemsOf } from '#test/support/import-context.ts';

async function notesOf(exposures: readonly object[]): Promise<readonly string[]> {
  const risks = exposures.map((exposure, index) => ({ id: `R-${index + 1}`, label: 'Refunds', serviceIds: [], openedAt: '2026-02-01', exposure }));
  const items = await itemsOf(workspaceImporter.read(memorySource('company.json', JSON.stringify({ schema: 'whose-call/1', risks })), importContext()));
  expect(items.filter(({ type }) => type === 'entry')).toHaveLength(exposures.length);
  return items.flatMap((item) => (item.type === 'note' ? [item.text] : []));
}

const rates = { rateLow: 0.1, rateHigh: 0.5 };

describe('a range of a workspace that cannot be computed', () => {
  it('is taken, and one sentence names the risk, what is wrong and what to give', async () => {
    expect(await notesOf([{ low: 0, high: 5000, ...rates }, { low: 1000, high: 5000, ...rates }])).toEqual([
      'Risk "R-1" is taken but counts in no figure in money: the range on the record has a low of zero, so give an amount above 0, such as the smallest loss worth counting.',
    ]);
    expect((await notesOf([{ low: 1000, high: 5000, max: 800, ...rates }]))[0]).toMatch(/^Risk "R-1" is taken .* has a max of 800 at or below its low of 1000/);
    expect((await notesOf([{ low: 1e-3, high: 9e9, ...rates, currency: 'CHF' }]))[0]).toMatch(/^Risk "R-1" is taken .* times its low end/);
  });

  it('is not what has no rate, or states one figure and so has an average', async () => {
    expect(await notesOf([{ low: 1000, high: 5000 }, { low: 1000, high: 1000, ...rates }])).toEqual([]);
  });

  it('is named twenty times and counted after that', async () => {
    const notes = await notesOf(Array.from({ length: 23 }, () => ({ low: 0, high: 5000, ...rates })));
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toBe('3 more risks have a range that cannot be computed.');
  });
});
