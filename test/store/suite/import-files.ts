import { gzipSync } from 'node:zlib';
import { importers } from '#importers/detect.ts';
import type { Source } from '#importers/importer.ts';
import { importSources, type ImportJob } from '#server/imports/import-sources.ts';
import type { Store } from '#store/store.ts';

/** Bytes handed over at a time: small files then have many moments to stop at. */
const PIECE = 8 * 1024;

/** A source that is read in small pieces. */
function source(name: string, content: string | Uint8Array): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    async *bytes() {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
    },
  };
}

/** Scans of four tools on one day: SARIF, Trivy, Grype in gzip, CycloneDX. Of each day the findings are others in part. */
export function scansOf(day: number): readonly Source[] {
  const rows = Array.from({ length: 240 }, (_, index) => index + day * 60);
  const sarif = {
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'Lint', rules: [{ id: 'r1', properties: { 'security-severity': day === 0 ? '7.5' : '9.1' } }] } },
      results: rows.map((n) => ({
        ruleId: 'r1', message: { text: `Value ${n} is used before it is checked.` },
        locations: [{ physicalLocation: { artifactLocation: { uri: `src/file-${n}.ts` }, region: { startLine: n } } }],
        partialFingerprints: { primaryLocationLineHash: `hash-${n}` },
        ...(n % 40 === 0 ? { suppressions: [{ kind: 'external', justification: `Looked at on day ${day}` }] } : {}),
      })),
    }],
  };
  const trivy = {
    SchemaVersion: 2, ArtifactName: 'registry.example/shop:1', CreatedAt: '2026-06-01T00:00:00Z',
    Results: [{ Target: 'package-lock.json', Class: 'lang-pkgs', Type: 'npm', Vulnerabilities: rows.map((n) => ({
      VulnerabilityID: `CVE-2026-${10_000 + n}`, PkgName: `package-${n}`, InstalledVersion: `1.${day}.0`, Title: `Flaw ${n}`, Severity: n % 3 === day ? 'HIGH' : 'LOW',
    })) }],
  };
  const grype = {
    matches: rows.map((n) => ({
      vulnerability: { id: `CVE-2025-${10_000 + n}`, severity: day === 0 ? 'Medium' : 'Critical' },
      artifact: { name: `library-${n}`, version: '2.0.0', purl: `pkg:pypi/library-${n}@2.0.0` },
    })),
    source: { type: 'image', target: { userInput: 'registry.example/shop:1' } }, descriptor: { name: 'grype', timestamp: '2026-06-01T00:00:00Z' },
  };
  const cyclonedx = {
    bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: { type: 'application', name: 'shop', 'bom-ref': 'shop' } },
    components: rows.map((n) => ({ type: 'library', 'bom-ref': `c${n}`, name: `part-${n}`, version: '1.0.0', purl: `pkg:npm/part-${n}@1.0.0` })),
    vulnerabilities: rows.map((n) => ({
      id: `CVE-2024-${10_000 + n}`, ratings: [{ severity: 'high', score: 7 + day }], affects: [{ ref: `c${n}` }],
      ...(n % 30 === 0 ? { analysis: { state: 'not_affected', detail: 'not reachable' } } : {}),
    })),
  };
  return [
    source('lint.sarif', JSON.stringify(sarif)), source('trivy.json', JSON.stringify(trivy)),
    source('grype.json.gz', gzipSync(JSON.stringify(grype))), source('bom.cdx.json', JSON.stringify(cyclonedx)),
  ];
}

/** Imports the scans of a day as the command does. */
export async function importScans(store: Store, day: number, onProgress?: ImportJob['onProgress']): Promise<void> {
  const reports = await importSources({
    store, sources: scansOf(day), importers, onProgress,
    options: { at: `2026-06-0${day + 1}`, recordedBy: 'ci', defaults: { serviceId: 'shop' }, keepArrivals: true },
  });
  const refused = reports.find((report) => report.refused);
  if (refused !== undefined) throw new Error(`${refused.file} was refused: ${JSON.stringify(refused.rejected)}`);
}
