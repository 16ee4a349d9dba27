import { openvexImporter } from '#importers/openvex/openvex-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('openvex', openvexImporter, {
  'openvex_many_vuln.json': {
    entries: { findings: 6, decisions: 4 }, severities: { unknown: 6 },
    fields: {
      'CVE-2024-10005': { aliases: ['GHSA-jfh8-c2jp-5v3q'], component: 'pkg:apk/alpine/zlib@1.2.11-r1?arch=x86_64&distro=alpine-3.10.9', fixedAt: undefined },
      'openvex-not-affected': { byId: 'Example Org', at: '2026-07-29T00:00:00Z', kind: 'accept', rationale: 'not_affected · vulnerable_code_not_present' },
      'openvex-fixed': { byId: 'Example Org', kind: 'mitigate', implementedAt: '2026-07-29T00:00:00Z' },
      'CVE-2024-10003': { fixedAt: '2026-07-29T00:00:00Z' },
    },
  },
  'openvex_one_vuln.json': { entries: { findings: 1, decisions: 1 }, severities: { unknown: 1 } },
});
