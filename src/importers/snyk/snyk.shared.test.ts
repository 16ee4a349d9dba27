import { snykImporter } from '#importers/snyk/snyk-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('snyk', snykImporter, {
  'all-projects_many_vulns.json': { entries: { findings: 4 }, severities: { medium: 4 }, fields: { 'CVE-2020-8908': { aliases: ['SNYK-JAVA-COMGOOGLEGUAVA-1015415'], location: 'pom.xml' } } },
  'all-projects_no_vulns.json': {},
  'single_project_many_vulns.json': { entries: { findings: 41 }, severities: { medium: 29, high: 9, critical: 3 } },
  'single_project_one_vuln.json': {
    entries: { findings: 1 }, severities: { medium: 1 },
    fields: { 'CVE-2019-12400': { component: 'org.apache.santuario:xmlsec@2.1.1', score: 6.5, severityWord: 'medium', defectClass: 'CWE-611' } },
  },
  'snyk_code_scan_api_many_vuln.json': {
    entries: { findings: 3, decisions: 1 }, severities: { high: 1, medium: 1, low: 1 },
    fields: { '9a29d87f': { at: '2024-12-13T12:29:59.035Z', location: 'path/path/file.abc' }, ':ignored': { kind: 'accept', byId: undefined } },
  },
  'snykcode_issue_9270.json': { format: 'sarif' },
  'snykcontainer_issue_epss.json': { entries: { findings: 13 }, severities: { low: 1, high: 2, medium: 9, critical: 1 } },
});
