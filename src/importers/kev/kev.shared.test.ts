import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { importerOf } from '#importers/detect.ts';
import { kevImporter } from '#importers/kev/kev-importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';
import { sharedFiles } from '#test/support/shared-data.ts';

/** Counted with another reader: lines, and of the four findings held those whose CVE is in the catalog, in ransomware or not. */
const golden: Readonly<Record<string, { lines: string; exploited: readonly string[]; inRansomware: readonly string[] } | 'foreign-format'>> = {
  'known_exploited_vulnerabilities.json': { lines: '1,404', exploited: ['log4j', 'struts'], inRansomware: ['log4j', 'struts'] },
  'known_exploited_vulnerabilities.csv': { lines: '1,404', exploited: ['log4j', 'struts'], inRansomware: ['log4j', 'struts'] },
  'kev-2025-11-mirror.csv': { lines: '1,460', exploited: ['log4j', 'struts'], inRansomware: ['log4j', 'struts'] },
  'known_exploited_vulnerabilities_schema.json': 'foreign-format',
};

const stamp = { recordedAt: '2026-01-01' };
const held: readonly Entry[] = [['log4j', 'CVE-2021-44228'], ['struts', 'CVE-2017-5638'], ['quiet', 'CVE-1999-0001'], ['other', 'GHSA-aaaa-bbbb-cccc']].flatMap(([id = '', externalId = '']): Entry[] => [
  { kind: 'findings', entity: { id, serviceId: 'shop', at: '2026-01-01', severity: 'high', externalId }, stamp },
  { kind: 'risks', entity: { id: `risk-${id}`, serviceIds: ['shop'], findingIds: [id], openedAt: '2026-01-01' }, stamp },
]);

const files = sharedFiles('data/cisa-kev');

describe.runIf(files.length > 0)('real files of the catalog', () => {
  it.each(files.map((path) => [basename(path), path]))('are read: %s', async (name, path) => {
    const expected = golden[name];
    if (expected === undefined) throw new Error(`${name} has no golden summary`);
    const source = memorySource(name, readFileSync(path));
    if (expected === 'foreign-format') {
      await expect(importerOf(source)).rejects.toMatchObject({ rejection: { code: expected } });
      return;
    }
    expect((await importerOf(source)).format).toBe('kev');
    const items = await itemsOf(kevImporter.read(source, importContext({ held })));
    expect(items.filter(({ type }) => type === 'rejected' || type === 'repaired')).toEqual([]);
    expect(items).toContainEqual({ type: 'note', text: expect.stringContaining(`${expected.lines} vulnerabilities in the catalog`) });
    const entries = entriesIn(items);
    expect(entries.flatMap((entry) => (entry.kind === 'findings' && entry.entity.exploited === true ? [entry.entity.id] : [])).toSorted()).toEqual(expected.exploited);
    expect(entries.flatMap((entry) => (entry.kind === 'evidence' && entry.entity.label?.includes('ransomware') === true ? [entry.entity.riskId.replace('risk-', '')] : [])).toSorted()).toEqual(expected.inRansomware);
  });
});
