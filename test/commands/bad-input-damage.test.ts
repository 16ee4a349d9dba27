import { beforeAll, describe, expect, it } from 'vitest';
import { importers } from '#importers/detect.ts';
import { formatNames, type FormatName } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { importSources } from '#server/imports/import-sources.ts';
import type { Store } from '#store/store.ts';
import { damages } from '#test/support/damage.ts';
import { formatSamples } from '#test/support/format-samples.ts';
import { lookedAt, outcomeOfReports, reportLines } from '#test/support/imported-file.ts';
import { emptyStore } from '#test/support/test-store.ts';
import { zipFile } from '#test/support/zip-file.ts';

let store: Store;
beforeAll(async () => {
  store = await emptyStore();
});

/** A catalog is many documents, and one that cannot be read takes no other with it. */
const byDocument: ReadonlySet<FormatName> = new Set(['backstage']);

/** Lines of names, which anything could be. */
const byName: ReadonlySet<FormatName> = new Set(['k8s-security-contacts', 'codeowners']);

describe.each(formatNames)('a file of %s', (format) => {
  const sample = formatSamples[format];

  it('is taken whole as it is', async () => {
    const reports = await lookedAt(store, sample.file, sample.text);
    expect(reports).toEqual([expect.objectContaining({ format, refused: false, added: sample.entries, rejected: [], repaired: [] })]);
  });

  it.each(damages.filter(({ notations }) => notations.includes(sample.notation)))('with $name: $outcome $code', async ({ outcome: whole, code, ofOneDocument, of }) => {
    const { file, content } = of(sample);
    const reports = await lookedAt(store, file, content);
    const oneIsLost = byDocument.has(format) && ofOneDocument === true;
    const outcome = oneIsLost ? 'PARTIAL' : whole;
    expect([outcomeOfReports(reports), ...reportLines(reports).map((line) => line.code).filter((each) => each === code).slice(0, 1)]).toEqual([outcome, ...(code === '' ? [] : [code])]);
    for (const line of reportLines(reports)) {
      expect([line.file, line.place]).not.toContain('');
      expect(line.reason).toMatch(/\.$/);
      expect(line.remedy).toMatch(/\.$/);
    }
    if (outcome !== 'REJECT') expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(sample.entries - (oneIsLost ? 1 : 0));
  });

  it('in an archive is taken, and not beside a member that cannot be read', async () => {
    const member = { name: sample.file, content: sample.text };
    expect(await lookedAt(store, 'a.zip', zipFile([member]))).toEqual([expect.objectContaining({ format, refused: false, added: sample.entries })]);
    const both = await lookedAt(store, 'a.zip', zipFile([member, { name: 'cut.sarif', content: '{"version":"2.1.0","runs":[' }]));
    expect(both.map(({ refused, rejected }) => [refused, rejected[0]?.code]).sort()).toEqual([[true, 'json-syntax'], [true, 'unit-refused']]);
  });
});

describe('a file under another name', () => {
  it.each(formatNames.filter((format) => !byName.has(format)))('is told by its content: %s', async (format) => {
    const { text, entries } = formatSamples[format];
    for (const file of ['download', 'report.txt']) expect(await lookedAt(store, file, text)).toEqual([expect.objectContaining({ format, added: entries })]);
  });
});

describe('what was refused', () => {
  it('leaves nothing on the record', async () => {
    for (const sample of Object.values(formatSamples).filter(({ notation }) => notation === 'json')) {
      for (const part of [0.3, 0.6, 0.95]) await importSources({ store, importers, sources: [memorySource(sample.file, sample.text.slice(0, Math.floor(sample.text.length * part)))], options: { at: '2026-11-21', recordedBy: 'test', defaults: { serviceId: 'shop' } } });
    }
    expect(await store.entries()).toEqual([]);
  });
});
