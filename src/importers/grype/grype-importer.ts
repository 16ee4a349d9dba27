import { beginsAs, either, has } from '#importers/detection/outline-test.ts';
import { componentKey } from '#importers/scan/held-by-name.ts';
import { imageBuilds, imageNames } from '#importers/scan/image-names.ts';
import { listOf, numberOf, objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import type { ReportHeader } from '#importers/scan/report-header.ts';
import { reportImporter } from '#importers/scan/report-importer.ts';
import { placeWithoutVersion } from '#importers/scan/short-text.ts';
import { decidedByNobodyNamed, rowObject, sighting, type ReportRow } from '#importers/scan/sighting.ts';
import { weaknessName } from '#importers/scan/vulnerability-names.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** Grype reports. What its ignore rules hide stays a finding, with a decision that names no maker. */
export const grypeImporter = reportImporter({
  format: 'grype',
  title: 'Grype (JSON)',
  specification: 'Grype JSON presenter, `matches` and `ignoredMatches`',
  tool: 'grype',
  detects: (start) => beginsAs(start, either(has('matches.[].vulnerability'), has('matches', 'ignoredMatches'), has('matches', 'descriptor'), has('ignoredMatches.[].vulnerability'))),
  header: ['/source', '/descriptor/timestamp'],
  rows: ['/matches/*', '/ignoredMatches/*'],
  lists: ['/matches', '/ignoredMatches'],
  drop: ['description', 'urls', 'dataSource', 'cpes', 'licenses', 'layers', 'manifest', 'config', 'metadata', 'upstreams', 'advisories', 'searchedBy', 'found'],
  scope: (header) => imageNames(targetOf(header) ?? '')[0],
  subject: (header) => {
    const target = targetOf(header);
    return { repositories: target?.includes('/') === true ? [target] : [], names: target === undefined ? [] : imageNames(target) };
  },
  scannedAt: (header) => whenOf(header.get('/descriptor/timestamp')),
  builds: (header) => {
    const target = objectOf(objectOf(header.get('/source'))?.['target']);
    return [...imageBuilds([targetOf(header), ...listOf(target?.['tags']).map(textOf), ...listOf(target?.['repoDigests']).map(textOf)]), textOf(target?.['imageID']), textOf(target?.['manifestDigest'])];
  },
  source: () => 'Grype',
  reader: () => (path, value) => {
    const found = rowObject(value, path);
    return 'fault' in found ? [found.fault] : [match(found.row, found.place, path[0] === 'ignoredMatches')];
  },
});

/** The image or folder that was scanned. */
function targetOf(header: ReportHeader): string | undefined {
  const source = objectOf(header.get('/source'));
  return textOf(source?.['target']) ?? textOf(objectOf(source?.['target'])?.['userInput']) ?? textOf(source?.['name']);
}

function match(row: LooseObject, place: string, isIgnored: boolean): ReportRow {
  const vulnerability = objectOf(row['vulnerability']);
  const artifact = objectOf(row['artifact']);
  const related = objectsOf(row['relatedVulnerabilities']);
  const name = textOf(artifact?.['name']);
  const component = textOf(artifact?.['purl']) ?? (name === undefined ? undefined : [name, textOf(artifact?.['version'])].filter((part) => part !== undefined).join('@'));
  const location = objectsOf(artifact?.['locations']).map((each) => textOf(each['path'])).find((path) => path !== undefined);
  const exploited = listOf(vulnerability?.['knownExploited']).length > 0;
  return sighting({
    place,
    identity: [component === undefined ? name : componentKey(component), placeWithoutVersion(location, textOf(artifact?.['version']))],
    names: [textOf(vulnerability?.['id']), ...related.map((each) => textOf(each['id']))],
    title: [textOf(vulnerability?.['id']), name].filter((part) => part !== undefined).join(' in '),
    severityWord: textOf(vulnerability?.['severity']),
    score: scoreOf(vulnerability) ?? related.map(scoreOf).find((score) => score !== undefined),
    component,
    location,
    weakness: objectsOf(vulnerability?.['cwes']).map((each) => weaknessName(each['cwe'])).find((weakness) => weakness !== undefined),
    exploited: exploited ? true : undefined,
    decision: isIgnored ? decidedByNobodyNamed('ignored', 'accept', rulesInWords(row)) : undefined,
  });
}

/** The base score of the newest version of CVSS. */
function scoreOf(vulnerability: LooseObject | undefined): number | undefined {
  const ratings = objectsOf(vulnerability?.['cvss']).map((each) => ({ version: Number(textOf(each['version']) ?? 0), score: numberOf(objectOf(each['metrics'])?.['baseScore']) }));
  const usable = ratings.filter(({ score }) => score !== undefined && score >= 0 && score <= 10).sort((a, b) => b.version - a.version);
  return usable[0]?.score;
}

function rulesInWords(row: LooseObject): string {
  const fields = ['reason', 'vulnerability', 'fix-state', 'vex-status', 'vex-justification', 'namespace'];
  return objectsOf(row['appliedIgnoreRules'])
    .map((rule) => fields.flatMap((field) => (textOf(rule[field]) === undefined ? [] : [`${field}: ${textOf(rule[field]) ?? ''}`])).join(', '))
    .filter((rule) => rule !== '')
    .join(' · ');
}
