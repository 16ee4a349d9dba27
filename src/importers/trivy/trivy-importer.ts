import { beginsAs, either, has } from '#importers/detection/outline-test.ts';
import { imageBuilds, imageNames } from '#importers/scan/image-names.ts';
import { listOf, textOf } from '#importers/scan/loose.ts';
import { oddVersion } from '#importers/scan/odd-version.ts';
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
  header: ['/SchemaVersion', '/ArtifactName', '/CreatedAt', '/ClusterName', '/Metadata/RepoTags', '/Metadata/RepoDigests', '/Metadata/ImageID', '/Metadata/Commit'],
  rows: [
    ...results.flatMap((path) => ['Target', 'Class', 'Type', 'Vulnerabilities/*', 'Misconfigurations/*', 'Secrets/*', 'ExperimentalModifiedFindings/*'].map((part) => `${path}/*/${part}`)),
    ...['Vulnerabilities', 'Misconfigurations', 'Resources'].flatMap((list) => ['Namespace', 'Kind', 'Name'].map((part) => `/${list}/*/${part}`)),
    '/*/Target', '/*/Class', '/*/Type', '/*/Vulnerabilities/*',
  ],
  lists: ['/Results', ...lists, '/Vulnerabilities', '/Resources'],
  drop: ['Description', 'References', 'Layer', 'Code', 'Match', 'CauseMetadata', 'DataSource', 'Traces', 'Query'],
  odd: (header) => oddVersion('/SchemaVersion', header.get('/SchemaVersion'), /^[12]$/, 'schema version 2'),
  subject: (header) => {
    const name = textOf(header.get('/ArtifactName')) ?? textOf(header.get('/ClusterName'));
    return { repositories: name !== undefined && name.includes('/') ? [name] : [], names: name === undefined ? [] : imageNames(name) };
  },
  scannedAt: (header) => whenOf(header.get('/CreatedAt')),
  scope: (header) => {
    const name = textOf(header.get('/ArtifactName'));
    return name === undefined ? textOf(header.get('/ClusterName')) : imageNames(name)[0];
  },
  builds: (header) => [
    ...imageBuilds([textOf(header.get('/ArtifactName')), ...listOf(header.get('/Metadata/RepoTags')).map(textOf), ...listOf(header.get('/Metadata/RepoDigests')).map(textOf)]),
    textOf(header.get('/Metadata/ImageID')), textOf(header.get('/Metadata/Commit')),
  ],
  source: () => 'Trivy',
  reader: () => trivyRows(),
});
