import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '#contract/import-report.ts';
import { importers } from '#importers/detect.ts';
import { formatNames } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { importSources } from '#server/imports/import-sources.ts';
import type { Store } from '#store/store.ts';
import { formatSamples } from '#test/support/format-samples.ts';
import { arbitraryChanges, changedFile, expectSoundReading } from '#test/support/mutation-of-file.ts';
import { emptyStore } from '#test/support/test-store.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each(formatNames)('a file of %s that was changed at random', (format) => {
  const { file, text } = formatSamples[format];

  it('is read soundly or refused soundly', async () => {
    await fc.assert(fc.asyncProperty(arbitraryChanges, (changes) => expectSoundReading(file, changedFile(bytesOf(text), changes))), { numRuns: 300 });
  });

  it('is read soundly or refused soundly wherever it is cut', async () => {
    const bytes = bytesOf(text);
    for (let length = 0; length < bytes.length; length += 1) await expectSoundReading(file, bytes.subarray(0, length));
  });
});

describe('a changed file in a record', () => {
  let store: Store;
  beforeAll(async () => {
    store = await emptyStore();
  });

  it('is there with every row its report counts, or not at all; read again it changes nothing', async () => {
    const anyFile = fc.constantFrom(...Object.values(formatSamples).filter(({ entries }) => entries > 0));
    const size = async (): Promise<number> => (await store.entries()).length + (await store.findings({ asOf: '9999-12-30', limit: 200 })).total;
    await fc.assert(fc.asyncProperty(anyFile, arbitraryChanges, async ({ file, text }, changes) => {
      const before = await size();
      const send = (): Promise<ImportReport[]> => importSources({ store, importers, sources: [memorySource(file, changedFile(bytesOf(text), changes))], options: { at: '2026-11-21', recordedBy: 'test', defaults: { serviceId: 'shop' } } });
      const [report] = await send();
      expect(report?.rejected.map(({ code }) => code)).not.toContain('reader-stopped');
      if (report?.refused === true) expect([await size(), report.added, report.updated]).toEqual([before, 0, 0]);
      const [again] = await send();
      expect([again?.refused, again?.added, again?.updated]).toEqual([report?.refused, 0, 0]);
    }), { numRuns: 60 });
  });
});
