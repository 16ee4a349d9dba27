import { beginsAs, both, either, has, lacks } from '#importers/detection/outline-test.ts';
import { graphqlAlert } from '#importers/github-alerts/graphql-alert.ts';
import { codeScanningAlert } from '#importers/github-alerts/code-scanning-alert.ts';
import { dependabotAlert, olderDependencyAlert } from '#importers/github-alerts/dependabot-alert.ts';
import { secretScanningAlert } from '#importers/github-alerts/secret-scanning-alert.ts';
import { textOf, type LooseObject } from '#importers/scan/loose.ts';
import { reportImporter } from '#importers/scan/report-importer.ts';
import { rowObject, type ReportRow } from '#importers/scan/sighting.ts';

/**
 * Alerts of GitHub: code scanning, Dependabot and secret scanning, as lists of the REST API and as webhook events, and
 * dependency alerts of the GraphQL API. Who dismissed an alert is kept as the maker of that decision.
 */
export const githubAlertsImporter = reportImporter({
  format: 'github-alerts',
  title: 'GitHub alerts (code scanning, Dependabot, secret scanning)',
  specification: 'GitHub REST API 2022-11-28 and webhook events',
  tool: 'github',
  detects: (start) => beginsAs(start, either(
    has('[].most_recent_instance'), has('[].security_advisory'), has('[].secret_type'), has('alert.rule'), has('alert.dependency'), has('alert.secret_type'),
    has('alert.affected_package_name'), both(has('action', 'alert.number'), lacks('deployment')), has('data.repository.vulnerabilityAlerts'),
  )),
  header: ['/repository/html_url'],
  rows: ['/*', '/alert', '/data/repository/vulnerabilityAlerts/nodes/*'],
  lists: ['/data/repository/vulnerabilityAlerts/nodes'],
  // The secret itself stands in `secret`; it is dropped before anything is built from the row.
  drop: ['secret', 'first_location_detected', 'references', 'vulnerabilities', 'help', 'sender', 'repository', 'organization', 'installation', 'enterprise', 'instances_url'],
  subject: (header) => {
    const address = textOf(header.get('/repository/html_url'));
    return { repositories: address === undefined ? [] : [address], names: [] };
  },
  scannedAt: () => undefined,
  source: () => 'GitHub',
  reader: (header) => (path, value) => {
    const found = rowObject(value, path);
    return 'fault' in found ? [found.fault] : [alertRow(found.row, found.place, textOf(header.get('/repository/html_url')))];
  },
});

function alertRow(row: LooseObject, place: string, repository: string | undefined): ReportRow {
  if (row['securityVulnerability'] !== undefined) return graphqlAlert(row, place);
  if (row['secret_type'] !== undefined) return secretScanningAlert(row, place, repository);
  if (row['security_advisory'] !== undefined || row['dependency'] !== undefined) return dependabotAlert(row, place, repository);
  if (row['affected_package_name'] !== undefined) return olderDependencyAlert(row, place, repository);
  if (row['rule'] !== undefined) return codeScanningAlert(row, place, repository);
  return { type: 'rejected', fault: { place, code: 'schema', reason: 'The row is no alert of a kind that is known.', remedy: 'Export alerts of code scanning, Dependabot or secret scanning.' } };
}
