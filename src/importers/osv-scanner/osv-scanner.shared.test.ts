import { osvScannerImporter } from '#importers/osv-scanner/osv-scanner-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('osv-scanner', osvScannerImporter, {
  'many_findings.json': {
    entries: { findings: 37 }, severities: { high: 16, medium: 14, unknown: 2, critical: 5 },
    fields: { 'CVE-2022-31090': { aliases: ['GHSA-25mq-v84q-4j7r'], component: 'guzzlehttp/guzzle@6.3.3', severityWord: 'HIGH', defectClass: 'CWE-200' } },
  },
  'multi_cwe_fabricated.json': { entries: { findings: 1 }, severities: { unknown: 1 } },
  'no_findings.json': { refused: 'empty' },
  'some_findings.json': { entries: { findings: 1 }, severities: { unknown: 1 }, fields: { 'MAL-2023-1035': { aliases: ['GHSA-8348-2q94-ffjx'], location: '/tmp/components/yarn.lock' } } },
});
