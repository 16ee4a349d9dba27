import { beginsAs, either, has } from '#importers/detection/outline-test.ts';
import { imageNames } from '#importers/scan/image-names.ts';
import { textOf } from '#importers/scan/loose.ts';
import { reportImporter } from '#importers/scan/report-importer.ts';
import { whenOf } from '#importers/scan/when-text.ts';
import { trivyRows } from '#importers/trivy/trivy-rows.ts';

const results = ['', '/Vulnerabilities/*', '/Misconfigurations/*', '/Resources/*'].map((part) => `${part}/Results`);
const lists = results.flatMap((path) => [path, `${path}/*/Vulnerabilities`, `${path}/*/Misconfigurations`, `${path}/*/Secrets`]);

/**
 * Trivy reports: images, file systems and repositories (schema version 2), the list that versions before 0.20 wrote,
 * and clusters. `--show-suppressed` adds what somebody decided not to see; who, the report never says.
 */
export const trivyImporter = reportImporter({
  format: 'trivy',
  title: 'Trivy (JSON)',
  specification: 'Trivy JSON report, schema version 2, and cluster reports',
  tool: 'trivy',
  detects: (start) => beginsAs(start, either(has('SchemaVersion', 'ArtifactName'), has('SchemaVersion', 'Results'), has('ClusterName'), has('[].Target', '[].Type'))),
  header: ['/ArtifactName', '/CreatedAt', '/ClusterName'],
  rows: [
    ...results.flatMap((path) => ['Target', 'Class', 'Type', 'Vulnerabilities/*', 'Misconfigurations/*', 'Secrets/*', 'ExperimentalModifiedFindings/*'].map((part) => `${path}/*/${part}`)),
    ...['Vulnerabilities', 'Misconfigurations', 'Resources'].flatMap((list) => ['Namespace', 'Kind', 'Name'].map((part) => `/${list}/*/${part}`)),
    '/*/Target', '/*/Class', '/*/Type', '/*/Vulnerabilities/*',
  ],
  lists: ['/Results', ...lists, '/Vulnerabilities', '/Resources'],
  drop: ['Description', 'References', 'Layer', 'Code', 'Match', 'CauseMetadata', 'DataSource', 'Traces', 'Query'],
  subject: (header) => {
    const name = textOf(header.get('/ArtifactName')) ?? textOf(header.get('/ClusterName'));
    return { repositories: name !== undefined && name.includes('/') ? [name] : [], names: name === undefined ? [] : imageNames(name) };
  },
  scannedAt: (header) => whenOf(header.get('/CreatedAt')),
  scope: (header) => {
    const name = textOf(header.get('/ArtifactName'));
    return name === undefined ? textOf(header.get('/ClusterName')) : imageNames(name)[0];
  },
  source: () => 'Trivy',
  reader: () => trivyRows(),
});
