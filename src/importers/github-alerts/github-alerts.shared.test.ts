import { githubAlertsImporter } from '#importers/github-alerts/github-alerts-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('github-alerts', githubAlertsImporter, {
  'code-scanning-rest-many.json': { entries: { findings: 2 }, severities: { high: 2 }, fields: { 'clear-text': { location: 'src/file.py:42', defectClass: 'CWE-312', at: '2024-01-19T14:11:18Z' } } },
  'code_scanning_alert.closed-by-user.json': {
    entries: { findings: 1, decisions: 1 }, severities: { high: 1 },
    fields: { ':dismissed': { byId: 'Codertocat', at: '2021-02-11T02:59:08Z', kind: 'accept', rationale: 'false positive' }, 'CVE-2020-27218': { externalId: 'CVE-2020-27218', severityWord: 'error' } },
  },
  'code_scanning_alert.fixed.json': { entries: { findings: 1 }, severities: { high: 1 }, fields: { 'sql-injection': { fixedAt: '2021-02-11T03:10:43Z' } } },
  'dependabot_alert.created.json': {
    entries: { findings: 1 }, severities: { medium: 1 },
    fields: { 'CVE-2022-25883': { aliases: ['GHSA-c2qf-rxjj-qqgw'], component: 'pkg:npm/semver', location: 'package-lock.json', score: 5.3 } },
  },
  'dependabot_alert.fixed.json': { entries: { findings: 1 }, severities: { medium: 1 }, fields: { 'CVE-2021-20191': { fixedAt: '2022-06-15T13:55:40Z', component: 'pkg:pypi/ansible' } } },
  'graphql-issue_9582.json': { entries: { findings: 2 }, severities: { high: 2 } },
  'graphql-null-cvss-vector.json': { entries: { findings: 2 }, severities: { critical: 2 }, fields: { 'CVE-2019-17571': { component: 'pkg:maven/log4j/log4j', score: undefined } } },
  'repository_vulnerability_alert.dismiss.json': {
    entries: { findings: 1, decisions: 1 }, severities: { medium: 1 },
    fields: { ':dismissed': { byId: 'octocat', rationale: 'No bandwidth to fix this', at: '2017-10-25T00:00:00+00:00' }, 'CVE-2018-3728': { severityWord: 'moderate' } },
  },
  'secret_scanning_alert.reopened.json': { entries: { findings: 1 }, severities: { unknown: 1 }, fields: { adafruit_io_key: { defectClass: 'CWE-798' } } },
  'security_advisory.published.json': { foreign: 'foreign-format' },
});
