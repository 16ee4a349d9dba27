import { grypeImporter } from '#importers/grype/grype-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('grype', grypeImporter, {
  'anchore_grype_epss_problem.json': {
    entries: { findings: 1 }, severities: { high: 1 },
    fields: { 'CVE-2023-39325': { aliases: ['GHSA-4374-p667-p6c8'], component: 'pkg:golang/golang.org/x/net@v0.9.0', severityWord: 'High', score: 7.5 } },
  },
  'check_all_fields.json': { entries: { findings: 5 }, severities: { info: 1, high: 2, critical: 2 } },
  'many_vulns.json': { entries: { findings: 1_509 }, severities: { medium: 613, info: 681, high: 32, low: 107, unknown: 76 } },
  'many_vulns3.json': { entries: { findings: 327 }, severities: { info: 106, low: 27, unknown: 10, high: 24, medium: 155, critical: 5 } },
  'many_vulns_with_epss_values.json': {
    entries: { findings: 15 }, severities: { high: 10, critical: 1, medium: 2, low: 2 },
    fields: { 'CVE-2022-28391': { at: '2025-06-19T11:43:35.523947199Z', location: '/bin/[', component: 'pkg:generic/busybox@1.32.1' } },
  },
  'same_cve_different_paths.json': { entries: { findings: 2 }, severities: { critical: 2 } },
});
