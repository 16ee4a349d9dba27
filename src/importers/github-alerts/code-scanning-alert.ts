import { dismissalOf, repositoryOfAlert, subjectOfAlert } from '#importers/github-alerts/alert-fields.ts';
import { listOf, objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { sighting, type ReportRow } from '#importers/scan/sighting.ts';
import { cvesIn, weaknessName } from '#importers/scan/vulnerability-names.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** An alert of code scanning. Its severity for security counts before that of the rule. */
export function codeScanningAlert(row: LooseObject, place: string, whole: string | undefined): ReportRow {
  const rule = objectOf(row['rule']);
  const instance = objectOf(row['most_recent_instance']) ?? objectsOf(row['instances'])[0];
  const location = objectOf(instance?.['location']);
  const path = textOf(location?.['path']);
  const line = location?.['start_line'];
  const end = location?.['end_line'];
  const repository = repositoryOfAlert(row, whole);
  const description = textOf(rule?.['description']) ?? textOf(rule?.['name']);
  const id = textOf(rule?.['id']);
  return sighting({
    place,
    identity: ['code-scanning', repository, String(row['number'])],
    names: [id, ...cvesIn(id ?? '')],
    title: textOf(objectOf(instance?.['message'])?.['text']) ?? description,
    severityWord: textOf(rule?.['security_severity_level']) ?? textOf(rule?.['severity']),
    location: path === undefined ? undefined : typeof line === 'number' ? `${path}:${line}` : path,
    endLine: typeof line === 'number' && typeof end === 'number' && end > line ? end : undefined,
    weakness: listOf(rule?.['tags']).map((tag) => weaknessName(textOf(tag)?.replace(/^external\/cwe\//, '').replace(/^(?!cwe-).*/i, ''))).find((weakness) => weakness !== undefined),
    firstSeenAt: whenOf(row['created_at']),
    fixedAt: textOf(row['state']) === 'fixed' ? (whenOf(row['fixed_at']) ?? whenOf(row['updated_at']) ?? whenOf(row['created_at'])) : undefined,
    about: subjectOfAlert(repository),
    decision: dismissalOf(row, (reason) => (reason === 'mitigated' ? 'mitigate' : 'accept')),
  });
}
