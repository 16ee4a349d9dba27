import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kevImporter } from '#importers/kev/kev-importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { importContext, itemsOf } from '#test/support/import-context.ts';
import { sharedFile } from '#test/support/shared-data.ts';

const real = [['json', '1,404'], ['csv', '1,404']].flatMap(([ending, count]) => {
  const path = sharedFile(`data/cisa-kev/known_exploited_vulnerabilities.${ending}`);
  return path === undefined ? [] : [[path, count ?? ''] as const];
});

describe.runIf(real.length > 0)('the real catalog', () => {
  it.each(real)('%s is read to its end: %s lines', async (path, count) => {
    const items = await itemsOf(kevImporter.read(memorySource('kev', readFileSync(path)), importContext()));
    expect(items.filter(({ type }) => type === 'rejected')).toEqual([]);
    expect(items).toContainEqual({ type: 'note', text: expect.stringContaining(`${count} vulnerabilities in the catalog`) });
  });
});
