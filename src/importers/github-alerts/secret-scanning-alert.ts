import { loginOf, repositoryOfAlert, subjectOfAlert } from '#importers/github-alerts/alert-fields.ts';
import { textOf, type LooseObject } from '#importers/scan/loose.ts';
import { sighting, type ReportRow, type StatedDecision } from '#importers/scan/sighting.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** An alert of secret scanning: that there is a secret, of what kind, and what was decided. Never the secret. */
export function secretScanningAlert(row: LooseObject, place: string, whole: string | undefined): ReportRow {
  const repository = repositoryOfAlert(row, whole);
  const resolution = textOf(row['resolution']);
  const resolvedAt = whenOf(row['resolved_at']);
  const isRevoked = resolution === 'revoked';
  return sighting({
    place,
    identity: ['secret-scanning', repository, String(row['number'])],
    names: [textOf(row['secret_type'])],
    title: textOf(row['secret_type_display_name']) ?? textOf(row['secret_type']),
    weakness: 'CWE-798',
    firstSeenAt: whenOf(row['created_at']),
    fixedAt: isRevoked ? (resolvedAt ?? whenOf(row['updated_at'])) : undefined,
    about: subjectOfAlert(repository),
    decision: resolution === undefined ? undefined : {
      word: 'resolved', kind: isRevoked ? 'mitigate' : 'accept', by: loginOf(row['resolved_by']), at: resolvedAt,
      why: [resolution, textOf(row['resolution_comment'])].filter((part) => part !== undefined).join(' · '), expiresAt: undefined, isDone: isRevoked,
    },
    otherDecision: bypassOf(row),
  });
}

/** The protection against pushing secrets was set aside: by who reviewed the request, else by who pushed. */
function bypassOf(row: LooseObject): StatedDecision | undefined {
  if (row['push_protection_bypassed'] !== true) return undefined;
  return {
    word: 'push-bypassed',
    kind: 'accept',
    by: loginOf(row['push_protection_bypass_request_reviewer']) ?? loginOf(row['push_protection_bypassed_by']),
    at: whenOf(row['push_protection_bypassed_at']),
    why: ['push protection bypassed', textOf(row['push_protection_bypass_request_reviewer_comment']) ?? textOf(row['push_protection_bypass_request_comment'])].filter((part) => part !== undefined).join(' · '),
    expiresAt: undefined,
  };
}
