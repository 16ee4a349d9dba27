import { dismissalOf, repositoryOfAlert, subjectOfAlert } from '#importers/github-alerts/alert-fields.ts';
import { numberOf, objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { decidedByNobodyNamed, sighting, type ReportRow } from '#importers/scan/sighting.ts';
import { weaknessName } from '#importers/scan/vulnerability-names.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** An alert of Dependabot. What a rule dismissed on its own has no maker. */
export function dependabotAlert(row: LooseObject, place: string, whole: string | undefined): ReportRow {
  const advisory = objectOf(row['security_advisory']);
  const dependency = objectOf(row['dependency']);
  const described = objectOf(dependency?.['package']);
  const name = textOf(described?.['name']);
  const repository = repositoryOfAlert(row, whole);
  const byRule = whenOf(row['auto_dismissed_at']);
  const score = numberOf(objectOf(advisory?.['cvss'])?.['score']);
  return sighting({
    place,
    identity: ['dependabot', repository, String(row['number'])],
    names: [textOf(advisory?.['ghsa_id']), textOf(advisory?.['cve_id']), ...objectsOf(advisory?.['identifiers']).map((each) => textOf(each['value']))],
    title: textOf(advisory?.['summary']),
    severityWord: textOf(objectOf(row['security_vulnerability'])?.['severity']) ?? textOf(advisory?.['severity']),
    score: score !== undefined && score > 0 && score <= 10 ? score : undefined,
    component: name === undefined ? undefined : packageName(textOf(described?.['ecosystem']), name),
    location: textOf(dependency?.['manifest_path']),
    weakness: objectsOf(advisory?.['cwes']).map((each) => weaknessName(each['cwe_id'])).find((weakness) => weakness !== undefined),
    publishedAt: whenOf(advisory?.['published_at']),
    firstSeenAt: whenOf(row['created_at']),
    fixedAt: whenOf(row['fixed_at']) ?? (textOf(row['state']) === 'fixed' ? whenOf(row['updated_at']) : undefined),
    about: subjectOfAlert(repository),
    decision: byRule !== undefined && textOf(row['state']) === 'auto_dismissed'
      ? decidedByNobodyNamed('dismissed', 'accept', 'dismissed by a rule', byRule)
      : dismissalOf(row, (reason) => (reason === 'fix_started' ? 'mitigate' : 'accept')),
  });
}

/** The dependency alert of events before 2022. */
export function olderDependencyAlert(row: LooseObject, place: string, whole: string | undefined): ReportRow {
  const repository = repositoryOfAlert(row, whole);
  return sighting({
    place,
    identity: ['dependabot', repository, String(row['number'] ?? row['id'])],
    names: [textOf(row['ghsa_id']), textOf(row['external_identifier'])],
    title: [textOf(row['external_identifier']), textOf(row['affected_package_name'])].filter((part) => part !== undefined).join(' in '),
    severityWord: textOf(row['severity']),
    component: textOf(row['affected_package_name']),
    firstSeenAt: whenOf(row['created_at']),
    fixedAt: whenOf(row['fixed_at']),
    about: subjectOfAlert(repository),
    decision: dismissalOf(row, (reason) => (/started/i.test(reason) ? 'mitigate' : 'accept')),
  });
}

/** As a package URL where its type is that of the ecosystem. */
export function packageName(ecosystem: string | undefined, name: string): string {
  const type = { npm: 'npm', pip: 'pypi', maven: 'maven', rubygems: 'gem', nuget: 'nuget', composer: 'composer', go: 'golang', rust: 'cargo', pub: 'pub', erlang: 'hex', swift: 'swift', actions: 'githubactions' }[
    ecosystem?.toLowerCase() ?? ''
  ];
  return type === undefined ? name : `pkg:${type}/${type === 'maven' ? name.replace(':', '/') : name}`;
}
