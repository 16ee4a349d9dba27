import { describe, expect, test } from 'vitest';
import { importers } from '#importers/detect.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { importSources, type ImportOptions } from '#server/imports/import-sources.ts';
import type { Store } from '#store/store.ts';
import { emptyStore } from '#test/support/test-store.ts';

interface Scan {
  on: string;
  image?: string;
  found: readonly number[];
}

async function scan(into: Store, { on, image = 'acme/shop:1', found }: Scan, options: Partial<ImportOptions> = {}) {
  const vulnerabilities = found.map((number) => ({ VulnerabilityID: `CVE-2026-${1000 + number}`, PkgName: 'p', InstalledVersion: '1', Severity: 'LOW' }));
  const report = memorySource('t.json', JSON.stringify({ SchemaVersion: 2, CreatedAt: `${on}T10:00:00Z`, ArtifactName: image, Results: [{ Target: 'a', Class: 'lang-pkgs', Vulnerabilities: vulnerabilities }] }));
  const [result] = await importSources({ store: into, sources: [report], importers, options: { at: on, recordedBy: 'test', defaults: { serviceId: 'shop' }, completeScan: true, ...options } });
  return result;
}

async function open(store: Store): Promise<number> {
  return (await store.findings({ asOf: '2026-11-20', limit: 1 })).total;
}

describe('a complete scan', () => {
  test('ends what it no longer finds in its scope, under another tag too, and a later one opens it again', async () => {
    const store = await emptyStore();
    await scan(store, { on: '2026-03-01', found: [1, 2, 3] });
    const second = await scan(store, { on: '2026-03-08', image: 'acme/shop:2', found: [1, 2] });
    expect(second?.notes).toContain('1 finding is gone: a complete scan of "acme/shop" no longer finds it.');
    expect(await open(store)).toBe(2);
    const third = await scan(store, { on: '2026-03-15', found: [1, 2, 3] });
    expect(third?.notes).toContain('3 rows: 3 findings, 2 seen again, 1 reopened.');
    expect(await open(store)).toBe(3);
  });

  test('leaves another image alone, and so does a scan nobody called complete', async () => {
    const store = await emptyStore();
    await scan(store, { on: '2026-03-01', found: [1, 2] });
    await scan(store, { on: '2026-03-02', image: 'acme/worker:1', found: [] });
    await scan(store, { on: '2026-03-03', found: [1] }, { completeScan: false });
    expect(await open(store)).toBe(2);
  });

  test('that is suddenly empty or lost most of what there was is held and ends nothing', async () => {
    const store = await emptyStore();
    const all = Array.from({ length: 20 }, (_, index) => index);
    await scan(store, { on: '2026-03-01', found: all });
    for (const found of [[], all.slice(0, 9)]) {
      const report = await scan(store, { on: '2026-03-08', found });
      expect(report?.repaired.map(({ code }) => code)).toEqual(['sudden-silence']);
      expect(await open(store)).toBe(20);
    }
    await scan(store, { on: '2026-03-09', found: all.slice(0, 10) });
    expect(await open(store)).toBe(10);
  });

  test('that is older than what it would end ends nothing', async () => {
    const store = await emptyStore();
    await scan(store, { on: '2026-03-08', found: [1, 2] });
    await scan(store, { on: '2026-03-01', found: [1] });
    expect(await open(store)).toBe(2);
  });
});
