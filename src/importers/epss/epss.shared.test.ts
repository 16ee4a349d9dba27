import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { importerOf } from '#importers/detect.ts';
import { epssImporter } from '#importers/epss/epss-importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';
import { sharedFiles } from '#test/support/shared-data.ts';

const stamp = { recordedAt: '2026-01-01' };
const held: readonly Entry[] = [
  { kind: 'findings', entity: { id: 'old', serviceId: 'shop', at: '2026-01-01', severity: 'high', externalId: 'CVE-1999-0001' }, stamp },
  { kind: 'risks', entity: { id: 'r', serviceIds: ['shop'], findingIds: ['old'], openedAt: '2026-01-01' }, stamp },
];

const files = sharedFiles('data/epss');

describe.runIf(files.length > 0)('real EPSS scores', () => {
  it.each(files.map((path) => [basename(path), path]))('are read: %s', async (name, path) => {
    const source = memorySource(name, readFileSync(path));
    expect((await importerOf(source)).format).toBe('epss');
    const items = await itemsOf(epssImporter.read(source, importContext({ held })));
    expect(items.filter(({ type }) => type === 'rejected' || type === 'repaired')).toEqual([]);
    expect(items).toContainEqual({ type: 'note', text: expect.stringContaining('28 scores of model v2026.06.15') });
    expect(entriesIn(items)).toMatchObject([{ kind: 'evidence', entity: { riskId: 'r', at: '2026-09-29T12:00:22Z', kind: 'metric', facts: ['probability 0.03351', 'percentile 0.88255', 'model v2026.06.15'] } }]);
  });
});
