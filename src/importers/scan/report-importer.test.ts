import { describe, expect, it } from 'vitest';
import type { Decision, Finding } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { grypeImporter } from '#importers/grype/grype-importer.ts';
import { SourceRefused, type Importer, type ImportContext, type ImportItem } from '#importers/importer.ts';
import { openvexImporter } from '#importers/openvex/openvex-importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { trivyImporter } from '#importers/trivy/trivy-importer.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';

async function read(importer: Importer, value: unknown, context: ImportContext = importContext({ defaults: { serviceId: 'shop' } })): Promise<ImportItem[]> {
  return itemsOf(importer.read(memorySource('report.json', JSON.stringify(value)), context));
}

function findings(items: readonly ImportItem[]): Finding[] {
  return entriesIn(items).flatMap((entry) => (entry.kind === 'findings' ? [entry.entity] : []));
}

function decisions(items: readonly ImportItem[]): Decision[] {
  return entriesIn(items).flatMap((entry) => (entry.kind === 'decisions' ? [entry.entity] : []));
}

const vulnerability = (version: string, more: object = {}): object => ({
  VulnerabilityID: 'GHSA-aaaa-bbbb-cccc', VendorIDs: ['CVE-2026-4711'], PkgName: 'left-pad', InstalledVersion: version, Severity: 'HIGH',
  PkgIdentifier: { PURL: `pkg:npm/left-pad@${version}` }, ...more,
});

const trivyReport = (name: string, ...vulnerabilities: object[]): object => ({
  SchemaVersion: 2, CreatedAt: '2026-11-01T10:00:00Z', ArtifactName: name, Results: [{ Target: 'package-lock.json', Class: 'lang-pkgs', Type: 'npm', Vulnerabilities: vulnerabilities }],
});

const shop: Entry = { kind: 'services', entity: { id: 'shop', exposure: 'internet', repository: 'github.com/acme/shop' }, stamp: { recordedAt: '2026-01-01' } };

describe('a report of findings', () => {
  it('gives a finding the CVE it has, the other names as aliases and the day of the scan', async () => {
    expect(findings(await read(trivyImporter, trivyReport('shop', vulnerability('1.0.0'))))).toMatchObject([
      { externalId: 'CVE-2026-4711', aliases: ['GHSA-aaaa-bbbb-cccc'], at: '2026-11-01T10:00:00Z', severity: 'high', severityWord: 'HIGH', component: 'pkg:npm/left-pad@1.0.0' },
    ]);
  });

  it('keeps the id of a finding over versions of its component', async () => {
    const [before] = findings(await read(trivyImporter, trivyReport('shop', vulnerability('1.0.0'))));
    const [after] = findings(await read(trivyImporter, trivyReport('shop', vulnerability('1.0.1'))));
    expect(after?.id).toBe(before?.id);
  });

  it('counts a finding once where rows repeat it', async () => {
    const items = await read(trivyImporter, trivyReport('shop', vulnerability('1.0.0'), vulnerability('1.0.0')));
    expect(findings(items)).toHaveLength(1);
    expect(items).toContainEqual({ type: 'note', text: '1 row is one more place or version of a finding that is counted once.' });
  });

  it('says of a later scan what is new, seen again, moved and reopened', async () => {
    const [first] = entriesIn(await read(trivyImporter, trivyReport('shop', vulnerability('1.0.0'))));
    const fixed: Entry[] = first?.kind === 'findings' ? [{ ...first, entity: { ...first.entity, fixedAt: '2026-10-01' } }] : [];
    const items = await read(trivyImporter, trivyReport('shop', vulnerability('1.0.0'), vulnerability('1.0.0', { PkgIdentifier: { PURL: 'pkg:npm/other@1' } })), importContext({ held: fixed, defaults: { serviceId: 'shop' } }));
    expect(items).toContainEqual({ type: 'note', text: '2 rows: 2 findings, 1 new, 1 reopened.' });
  });

  it('is put on the service its image names', async () => {
    const items = await read(trivyImporter, trivyReport('ghcr.io/acme/shop:1.4', vulnerability('1.0.0')), importContext({ held: [shop] }));
    expect(findings(items)).toMatchObject([{ serviceId: 'shop' }]);
  });

  it('is refused where no service goes by what it says', async () => {
    await expect(read(trivyImporter, trivyReport('elsewhere', vulnerability('1.0.0')), importContext({ held: [shop] }))).rejects.toMatchObject({ rejection: { code: 'service-unknown' } });
    await expect(read(trivyImporter, trivyReport('elsewhere', vulnerability('1.0.0')), importContext())).rejects.toThrow(SourceRefused);
  });

  it('keeps a severity it does not know as a word, with severity unknown', async () => {
    const items = await read(trivyImporter, trivyReport('shop', vulnerability('1.0.0', { Severity: 'TERRIBLE' })));
    expect(findings(items)).toMatchObject([{ severity: 'unknown', severityWord: 'TERRIBLE' }]);
    expect(items.flatMap((item) => (item.type === 'repaired' ? [item.rejection.code] : []))).toEqual(['enum']);
  });

  it('says that an object is no list of rows, and takes none of it', async () => {
    const items = await read(grypeImporter, { matches: { a: { vulnerability: { id: 'CVE-2026-1' } } }, descriptor: { name: 'grype' } });
    expect(items.flatMap((item) => (item.type === 'rejected' ? [item.rejection.code] : []))).toEqual(['schema']);
    expect(findings(items)).toEqual([]);
  });

  it('rejects a row that is no object and takes the others', async () => {
    const items = await read(grypeImporter, { matches: [7, { vulnerability: { id: 'CVE-2026-0001', severity: 'Low' }, artifact: { name: 'a' } }], descriptor: {} });
    expect(findings(items)).toHaveLength(1);
    expect(items.flatMap((item) => (item.type === 'rejected' ? [item.rejection.place] : []))).toEqual(['/matches/0']);
  });

  it('takes its time from wherever it stands', async () => {
    const items = await read(grypeImporter, { matches: [{ vulnerability: { id: 'CVE-2026-0001', severity: 'Low' }, artifact: { name: 'a' } }], descriptor: { timestamp: '2026-10-02T00:00:00Z' } });
    expect(findings(items)).toMatchObject([{ at: '2026-10-02T00:00:00Z' }]);
  });
});

describe('what a scanner was told to ignore', () => {
  it('stays a finding, with a decision that has no maker', async () => {
    const items = await read(grypeImporter, { matches: [], ignoredMatches: [{ vulnerability: { id: 'CVE-2026-0001', severity: 'Low' }, artifact: { name: 'a' }, appliedIgnoreRules: [{ vulnerability: 'CVE-2026-0001', reason: 'not reachable' }] }] });
    expect(findings(items)).toHaveLength(1);
    expect(decisions(items)).toMatchObject([{ kind: 'accept', rationale: 'reason: not reachable, vulnerability: CVE-2026-0001' }]);
    expect(decisions(items)[0]).not.toHaveProperty('byId');
  });
});

describe('a statement about findings of other sources', () => {
  const statement = (product: string): object => ({
    '@context': 'https://openvex.dev/ns/v0.2.0', author: 'Ada Fox', timestamp: '2026-11-03T00:00:00Z',
    statements: [{ vulnerability: { name: 'CVE-2026-4711' }, products: [{ '@id': product }], status: 'not_affected', justification: 'component_not_present' }],
  });

  async function after(product: string): Promise<ImportItem[]> {
    const scanned = entriesIn(await read(trivyImporter, trivyReport('shop', vulnerability('1.0.0'))));
    const ada: Entry = { kind: 'persons', entity: { id: 'ada', name: 'Ada Fox', kind: 'person' }, stamp: { recordedAt: '2026-01-01' } };
    return read(openvexImporter, statement(product), importContext({ held: [ada, ...scanned], defaults: { serviceId: 'shop' } }));
  }

  it('becomes a decision of its author about the finding a scanner made', async () => {
    const items = await after('pkg:npm/left-pad@1.0.0');
    expect(findings(items)).toEqual([]);
    expect(decisions(items)).toMatchObject([{ byId: 'ada', kind: 'accept', at: '2026-11-03T00:00:00Z', rationale: 'not_affected · component_not_present' }]);
    expect(decisions(items)[0]?.findingId).toMatch(/^shop:trivy:CVE-2026-4711:/);
  });

  it('does not reach another version of the component, and is kept on its own', async () => {
    const items = await after('pkg:npm/left-pad@2.0.0');
    expect(findings(items)).toMatchObject([{ component: 'pkg:npm/left-pad@2.0.0' }]);
    expect(decisions(items)[0]?.findingId).toMatch(/^shop:openvex:/);
  });
});
