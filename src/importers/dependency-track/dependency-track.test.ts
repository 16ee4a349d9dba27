import { expect, it } from 'vitest';
import { dependencyTrackImporter } from '#importers/dependency-track/dependency-track-importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';

it.each([
  [{ state: 'NOT_AFFECTED', isSuppressed: true }, 'accept', 'NOT_AFFECTED · suppressed'],
  [{ isSuppressed: true }, 'accept', 'suppressed'],
  [{ state: 'RESOLVED', isSuppressed: false }, 'mitigate', 'RESOLVED'],
  [{ state: 'EXPLOITABLE', isSuppressed: false }, undefined, undefined],
  [{ isSuppressed: false }, undefined, undefined],
])('an analysis of %o is a decision to %s, by nobody the file names', async (analysis, kind, rationale) => {
  const report = {
    meta: { application: 'Dependency-Track', timestamp: '2026-04-01T00:00:00Z' }, project: { name: 'shop' },
    findings: [{ component: { name: 'a', version: '1' }, vulnerability: { vulnId: 'CVE-2026-0001', severity: 'LOW' }, analysis, attribution: { attributedOn: '2026-03-01 10:00:00.1' } }],
  };
  const items = await itemsOf(dependencyTrackImporter.read(memorySource('fpf.json', JSON.stringify(report)), importContext({ defaults: { serviceId: 'shop' } })));
  const [finding, decision] = entriesIn(items);
  expect(finding).toMatchObject({ kind: 'findings', entity: { at: '2026-03-01' } });
  expect(decision?.kind === 'decisions' ? [decision.entity.kind, decision.entity.rationale, decision.entity.byId] : [undefined, undefined, undefined]).toEqual([kind, rationale, undefined]);
});
