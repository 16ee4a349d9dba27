import { csafImporter } from '#importers/csaf/csaf-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('csaf', csafImporter, {
  'csaf_many_vuln.json': {
    entries: { findings: 5, decisions: 2 }, severities: { high: 1, unknown: 4 },
    fields: {
      'csaf-not-affected': { kind: 'accept', byId: undefined, at: '2026-07-29T00:00:00Z', rationale: 'not-affected · stated by Example Corp' },
      'csaf-fixed': { kind: 'mitigate', byId: undefined, implementedAt: '2026-07-29T00:00:00Z' },
      'EXAMPLE-2026-0002-B': { component: 'Generic Library 3.4.5' },
    },
  },
  'csaf_one_vuln.json': { entries: { findings: 1 }, severities: { critical: 1 }, fields: { 'CVE-2026-10001': { score: 9.8, severityWord: 'CRITICAL', component: 'Generic App 1.0.0', defectClass: 'CWE-94' } } },
});
