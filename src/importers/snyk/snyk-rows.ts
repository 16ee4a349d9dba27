import { listOf, numberOf, objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { decidedByNobodyNamed, sighting, type ReportRow, type StatedDecision, type Subject } from '#importers/scan/sighting.ts';
import { weaknessName } from '#importers/scan/vulnerability-names.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** What the rows of one project share. */
export interface SnykProject {
  manager: string | undefined;
  file: string | undefined;
  about: Subject;
}

/** A vulnerability in one dependency; the paths that lead to it are one finding. */
export function snykVulnerability(row: LooseObject, place: string, { manager, file, about }: SnykProject, isIgnored: boolean): ReportRow {
  const identifiers = objectOf(row['identifiers']);
  const name = textOf(row['packageName']) ?? textOf(row['moduleName']) ?? textOf(row['name']);
  const version = textOf(row['version']);
  return sighting({
    place,
    identity: [textOf(row['id']), manager, name, file],
    names: [textOf(row['id']), ...listOf(identifiers?.['CVE']).map(textOf), ...listOf(identifiers?.['GHSA']).map(textOf)],
    title: textOf(row['title']),
    severityWord: textOf(row['severityWithCritical']) ?? textOf(row['severity']),
    score: numberOf(row['cvssScore']),
    component: name === undefined ? undefined : version === undefined ? name : `${name}@${version}`,
    location: file,
    weakness: listOf(identifiers?.['CWE']).map(weaknessName).find((weakness) => weakness !== undefined),
    publishedAt: whenOf(row['publicationTime']) ?? whenOf(row['disclosureTime']),
    about,
    decision: isIgnored ? ignored(row) : undefined,
  });
}

/** An issue of the REST API: code, dependencies and configuration alike. */
export function snykIssue(row: LooseObject, place: string): ReportRow {
  const issue = objectOf(row['attributes']);
  if (issue === undefined) return { type: 'rejected', fault: { place, code: 'schema', reason: 'The issue has no attributes.', remedy: 'Ask the API for issues.' } };
  const [coordinates] = objectsOf(issue['coordinates']);
  const source = objectsOf(coordinates?.['representations']).map((each) => objectOf(each['sourceLocation'])).find((each) => each !== undefined);
  const dependency = objectsOf(coordinates?.['representations']).map((each) => objectOf(each['dependency'])).find((each) => each !== undefined);
  const problems = objectsOf(issue['problems']).map((each) => textOf(each['id']));
  const resolution = objectOf(issue['resolution']);
  const name = textOf(dependency?.['package_name']);
  return sighting({
    place,
    identity: [textOf(issue['key_asset']) ?? textOf(issue['key']) ?? textOf(row['id'])],
    names: [...problems, textOf(issue['key'])],
    title: textOf(issue['title']),
    severityWord: textOf(issue['effective_severity_level']),
    component: name === undefined ? undefined : `${name}@${textOf(dependency?.['package_version']) ?? ''}`,
    location: textOf(source?.['file']),
    weakness: objectsOf(issue['classes']).map((each) => weaknessName(each['id'])).find((weakness) => weakness !== undefined),
    firstSeenAt: whenOf(issue['created_at']),
    fixedAt: textOf(issue['status']) === 'resolved' ? (whenOf(resolution?.['resolved_at']) ?? whenOf(issue['updated_at'])) : undefined,
    decision: issue['ignored'] === true ? decidedByNobodyNamed('ignored', 'accept', textOf(resolution?.['details'])) : undefined,
  });
}

/** The documented fields of an ignore; each is kept only where it is there. */
function ignored(row: LooseObject): StatedDecision {
  const rules = objectsOf(objectOf(row['filtered'])?.['ignored']).flatMap((rule) => [rule, ...objectsOf(Object.values(rule))]);
  const detail = rules.find((rule) => 'reason' in rule || 'ignoredBy' in rule) ?? row;
  const by = objectOf(detail['ignoredBy']);
  return {
    word: 'ignored',
    kind: 'accept',
    by: textOf(by?.['email']) ?? textOf(by?.['name']) ?? textOf(detail['ignoredBy']),
    at: whenOf(detail['created']),
    why: textOf(detail['reason']) ?? textOf(detail['reasonType']),
    expiresAt: whenOf(detail['expires']),
  };
}
