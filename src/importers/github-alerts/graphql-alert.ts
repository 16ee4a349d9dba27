import { loginOf } from '#importers/github-alerts/alert-fields.ts';
import { packageName } from '#importers/github-alerts/dependabot-alert.ts';
import { numberOf, objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { sighting, type ReportRow } from '#importers/scan/sighting.ts';
import { weaknessName } from '#importers/scan/vulnerability-names.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** A dependency alert of the GraphQL API (`RepositoryVulnerabilityAlert`). */
export function graphqlAlert(row: LooseObject, place: string): ReportRow {
  const vulnerability = objectOf(row['securityVulnerability']);
  const advisory = objectOf(vulnerability?.['advisory']);
  const described = objectOf(vulnerability?.['package']);
  const name = textOf(described?.['name']);
  const score = numberOf(objectOf(advisory?.['cvss'])?.['score']);
  const at = whenOf(row['dismissedAt']);
  return sighting({
    place,
    identity: ['dependabot', textOf(row['id'])],
    names: [textOf(advisory?.['ghsaId']), ...objectsOf(advisory?.['identifiers']).map((each) => textOf(each['value']))],
    title: textOf(advisory?.['summary']),
    severityWord: textOf(vulnerability?.['severity']),
    score: score !== undefined && score > 0 && score <= 10 ? score : undefined,
    component: name === undefined ? undefined : packageName(textOf(described?.['ecosystem']), name),
    location: textOf(row['vulnerableManifestPath']),
    weakness: objectsOf(objectOf(advisory?.['cwes'])?.['nodes']).map((each) => weaknessName(each['cweId'])).find((weakness) => weakness !== undefined),
    firstSeenAt: whenOf(row['createdAt']),
    fixedAt: whenOf(row['fixedAt']),
    decision: at === undefined ? undefined : { word: 'dismissed', kind: 'accept', by: loginOf(row['dismisser']), at, why: textOf(row['dismissReason']), expiresAt: undefined },
  });
}
