import { trivyImporter } from '#importers/trivy/trivy-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('trivy', trivyImporter, {
  'all_statuses.json': {
    entries: { findings: 8 }, severities: { low: 8 },
    fields: { 'CVE-2011-3374': { component: 'apt@1.8.2.3', severityWord: 'LOW', score: 3.7, defectClass: 'CWE-347', at: '2024-01-15T08:58:29.82753744Z' } },
  },
  'cvssv4_severity_source.json': {
    entries: { findings: 3 }, severities: { medium: 1, low: 2 },
    fields: { 'CVE-2025-66614': { aliases: ['GHSA-fpj8-gq4v-p354'], component: 'pkg:maven/org.apache.tomcat/tomcat-catalina@9.0.109', score: 6.3, location: 'catalina.jar' } },
  },
  'issue_10991.json': { entries: { findings: 37 }, severities: { low: 31, medium: 5, high: 1 } },
  'kubernetes.json': {
    entries: { findings: 20 }, severities: { medium: 6, low: 14 },
    fields: { 'CVE-2020-27350': { location: 'default/Deployment/redis-follower', aliases: ['DSA-4808-1'] } },
  },
  'legacy_no_vuln.json': { refused: 'schema' },
  'npm-with-suppressed.json': {
    entries: { findings: 2, decisions: 1 }, severities: { high: 1, low: 1 },
    fields: { ':suppressed': { kind: 'accept', rationale: 'not_affected · vulnerable_code_not_in_execute_path · ./vex.json', byId: undefined } },
  },
  'scheme_2_many_vulns.json': { entries: { findings: 5 }, severities: { medium: 3, high: 1, critical: 1 } },
  'scheme_2_no_vuln.json': {},
});
