import { expect, it } from 'vitest';
import type { Finding } from '#core/record/entities.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { trivyImporter } from '#importers/trivy/trivy-importer.ts';
import { importContext, itemsOf } from '#test/support/import-context.ts';

it('a sudden silence names the findings that a person has to look at', async () => {
  const open = Array.from({ length: 6 }, (_, index): Finding => ({ id: `shop:trivy:f${index}`, serviceId: 'shop', at: '2026-01-01', severity: 'low', scanScope: index < 5 ? 'acme/shop' : 'acme/worker' }));
  const context = importContext({
    defaults: { serviceId: 'shop' }, completeScan: true,
    async *openFindings(serviceId, prefix) {
      yield* await Promise.resolve(open.filter((finding) => finding.serviceId === serviceId && finding.id.startsWith(prefix)));
    },
  });
  const items = await itemsOf(trivyImporter.read(memorySource('t.json', '{"SchemaVersion":2,"CreatedAt":"2026-02-01T00:00:00Z","ArtifactName":"acme/shop:2","Results":[]}'), context));
  expect(items).toContainEqual({
    type: 'held',
    held: { place: 'file', tool: 'Trivy', serviceId: 'shop', before: 5, gone: 5, findingIds: open.slice(0, 5).map(({ id }) => id), scannedAt: '2026-02-01T00:00:00Z' },
  });
  expect(items.filter(({ type }) => type === 'entry')).toEqual([]);
});
