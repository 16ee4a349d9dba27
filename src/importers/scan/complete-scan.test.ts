import { describe, expect, it } from 'vitest';
import type { Finding, Release } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { cyclonedxImporter } from '#importers/cyclonedx/cyclonedx-importer.ts';
import type { Importer, ImportItem } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { sarifImporter } from '#importers/sarif/sarif-importer.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';

interface Tool {
  name: string;
  importer: Importer;
  report(names: readonly string[], at: string, version: string): object;
}

const tools: readonly Tool[] = [
  {
    name: 'SARIF', importer: sarifImporter,
    report: (names, at, version) => ({
      version: '2.1.0', runs: [{
        tool: { driver: { name: 'Code Scan' } }, automationDetails: { id: `nightly/${at}` }, invocations: [{ executionSuccessful: true, startTimeUtc: at }],
        versionControlProvenance: [{ repositoryUri: 'https://github.com/acme/shop', revisionTag: version }],
        results: names.map((ruleId) => ({ ruleId, message: { text: ruleId }, locations: [{ physicalLocation: { artifactLocation: { uri: 'a.ts' }, region: { startLine: 3 } } }] })),
      }],
    }),
  },
  {
    name: 'CycloneDX', importer: cyclonedxImporter,
    report: (names, at, version) => ({
      bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { timestamp: at, component: { type: 'application', name: 'shop', version } },
      components: [{ type: 'library', 'bom-ref': 'a', name: 'a', purl: 'pkg:npm/a@1' }], vulnerabilities: names.map((id) => ({ id, affects: [{ ref: 'a' }] })),
    }),
  },
];

const release = (id: string, at: string): Entry => ({ kind: 'releases', entity: { id, serviceId: 'shop', at, version: id, shippedByTeamId: 'orders' }, stamp: {} });
const company: readonly Entry[] = [{ kind: 'services', entity: { id: 'shop', exposure: 'internet' }, stamp: {} }, release('1.0', '2026-01-10'), release('2.0', '2026-02-10')];

describe.each(tools)('complete scans of $name', ({ importer, report }) => {
  /** Reads scans one after the other, each over what those before left. */
  async function read(...scans: readonly (readonly [names: readonly string[], at: string, version: string])[]) {
    const findings = new Map<string, Finding>();
    const releases = new Map<string, Release>();
    let items: ImportItem[] = [];
    for (const [names, at, version] of scans) {
      const context = importContext({
        held: [...company, ...[...releases.values()].map((entity): Entry => ({ kind: 'releases', entity, stamp: {} }))], defaults: { serviceId: 'shop' }, completeScan: true,
        findings: (ids) => Promise.resolve(ids.flatMap((id) => findings.get(id) ?? [])),
        async *openFindings(serviceId, prefix) {
          yield* await Promise.resolve([...findings.values()].filter((one) => one.serviceId === serviceId && one.id.startsWith(prefix) && one.fixedAt === undefined));
        },
      });
      items = await itemsOf(importer.read(memorySource('report.json', JSON.stringify(report(names, at, version))), context));
      for (const entry of entriesIn(items)) {
        if (entry.kind === 'findings') findings.set(entry.entity.id, entry.entity);
        if (entry.kind === 'releases') releases.set(entry.entity.id, entry.entity);
      }
    }
    return { items, releases, findings: [...findings.values()], of: (name: string) => [...findings.values()].find(({ externalId }) => externalId === name) };
  }

  it('end what they no longer list, by the team of the release that was scanned', async () => {
    const { of, releases } = await read([['CVE-2026-0001', 'CVE-2026-0002'], '2026-01-09T00:00:00Z', '1.0'], [['CVE-2026-0002', 'CVE-2026-0003'], '2026-02-09T00:00:00Z', '2.0']);
    expect(of('CVE-2026-0001')).toMatchObject({ fixedAt: '2026-02-09T00:00:00Z', fixedReleaseId: '2.0', fixedByTeamId: 'orders', introducedReleaseId: '1.0' });
    expect(of('CVE-2026-0002')).toMatchObject({ introducedReleaseId: '1.0' });
    expect(of('CVE-2026-0002')).not.toHaveProperty('fixedAt');
    expect(of('CVE-2026-0003')).toMatchObject({ introducedReleaseId: '2.0', originMethod: 'scan' });
    expect([...releases.values()].map(({ id, completeScans }) => [id, completeScans?.length])).toEqual([['1.0', 1], ['2.0', 1]]);
  });

  it('open again what they list once more, fixed by nobody', async () => {
    const one = ['CVE-2026-0001'];
    const { of } = await read([one, '2026-01-09T00:00:00Z', '1.0'], [[], '2026-02-09T00:00:00Z', '2.0'], [one, '2026-03-09T00:00:00Z', '3.0']);
    expect(of('CVE-2026-0001')).toMatchObject({ at: '2026-01-09T00:00:00Z', introducedReleaseId: '1.0' });
    for (const field of ['fixedAt', 'fixedByTeamId', 'fixedReleaseId']) expect(of('CVE-2026-0001')).not.toHaveProperty(field);
  });

  it('end what another scan of the same release no longer lists, fixed by nobody on record', async () => {
    const { of } = await read([['CVE-2026-0001', 'CVE-2026-0002'], '2026-01-11T00:00:00Z', '1.0'], [['CVE-2026-0002'], '2026-01-20T00:00:00Z', '1.0']);
    expect(of('CVE-2026-0001')).toMatchObject({ fixedAt: '2026-01-20T00:00:00Z', introducedReleaseId: '1.0' });
    expect(of('CVE-2026-0001')).not.toHaveProperty('fixedByTeamId');
  });

  it('hold a sudden silence for a person', async () => {
    const many = Array.from({ length: 6 }, (_, index) => `CVE-2026-000${index}`);
    const { items, findings } = await read([many, '2026-01-09T00:00:00Z', '1.0'], [[], '2026-02-09T00:00:00Z', '2.0']);
    expect(findings.filter(({ fixedAt }) => fixedAt !== undefined)).toEqual([]);
    expect(items.find(({ type }) => type === 'held')).toMatchObject({ held: { before: 6, gone: 6 } });
  });
});
