import { beginsAs, either, has, says } from '#importers/detection/outline-test.ts';
import { pointerOf } from '#importers/reading/place.ts';
import { textOf } from '#importers/scan/loose.ts';
import type { ReportHeader } from '#importers/scan/report-header.ts';
import { reportImporter } from '#importers/scan/report-importer.ts';
import { rowObject, type Subject } from '#importers/scan/sighting.ts';
import { snykIssue, snykVulnerability, type SnykProject } from '#importers/snyk/snyk-rows.ts';

const projectFields = ['projectName', 'displayTargetFile', 'packageManager', 'path'];

/**
 * Snyk: what `snyk test --json` writes for one project or many, and the issues its REST API lists. Snyk Code writes
 * SARIF. An ignored vulnerability carries who ignored it where the file names a person.
 */
export const snykImporter = reportImporter({
  format: 'snyk',
  title: 'Snyk (JSON)',
  specification: 'snyk test --json; Snyk REST API issues, JSON:API 1.0',
  tool: 'snyk',
  detects: (start) => beginsAs(start, either(
    has('vulnerabilities', 'dependencyCount'), has('vulnerabilities', 'packageManager'), has('vulnerabilities.[].from'), has('vulnerabilities.[].semver'),
    has('[].vulnerabilities', '[].dependencyCount'), has('[].vulnerabilities.[].from'), says('vulnerabilities.[].id', /^(SNYK-|npm:)/), says('[].vulnerabilities.[].id', /^(SNYK-|npm:)/),
    has('vulnerabilities.[].alternativeIds'), has('[].vulnerabilities.[].alternativeIds'), has('jsonapi', 'data.[].attributes'), has('jsonapi', 'data'),
  )),
  header: ['', '/*', '/applications/*'].flatMap((prefix) => projectFields.map((field) => `${prefix}/${field}`)),
  rows: ['', '/*', '/applications/*'].flatMap((prefix) => [`${prefix}/vulnerabilities/*`, `${prefix}/filtered/ignore/*`]).concat('/data/*'),
  lists: ['/vulnerabilities', '/*/vulnerabilities', '/data'],
  drop: ['description', 'references', 'credit', 'functions', 'functions_new', 'patches', 'upgradePath', 'nearestFixedInVersion', 'dockerfileInstruction', 'dockerBaseImage'],
  subject: () => ({ repositories: [], names: [] }),
  scannedAt: () => undefined,
  scope: (header) => {
    const project = textOf(header.get('/projectName'));
    return project === undefined ? undefined : [project, textOf(header.get('/displayTargetFile'))].filter((part) => part !== undefined).join(' ');
  },
  source: () => 'Snyk',
  reader: (header) => (path, value) => {
    const found = rowObject(value, path);
    if ('fault' in found) return [found.fault];
    if (path[0] === 'data') return [snykIssue(found.row, found.place)];
    const isIgnored = path.includes('ignore');
    return [snykVulnerability(found.row, found.place, projectOf(header, path.slice(0, isIgnored ? -3 : -2)), isIgnored)];
  },
});

function projectOf(header: ReportHeader, at: readonly (string | number)[]): SnykProject {
  const field = (name: string, of = at): string | undefined => textOf(header.get(pointerOf([...of, name])));
  const project = field('projectName') ?? field('projectName', []);
  const name = project?.split(':')[0];
  return {
    manager: field('packageManager') ?? field('packageManager', []),
    file: field('displayTargetFile'),
    about: subjectNamed(project, name === project ? undefined : name),
  };
}

/** A project is called `owner/repository:file` where Snyk watches the repository. */
function subjectNamed(...names: readonly (string | undefined)[]): Subject {
  const known = names.filter((name) => name !== undefined);
  return { repositories: known.filter((name) => /^[\w.-]+\/[\w.-]+$/.test(name)).map((name) => `github.com/${name}`), names: known };
}
