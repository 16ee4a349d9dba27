import type { DecisionKind } from '#core/record/entities.ts';
import { objectOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import type { StatedDecision, Subject } from '#importers/scan/sighting.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** The repository an alert is in, from its own address; a list of an organisation holds alerts of many. */
export function repositoryOfAlert(row: LooseObject, whole: string | undefined): string | undefined {
  const address = textOf(row['html_url']) ?? textOf(row['url']) ?? '';
  const [, host, path] = /^https:\/\/([^/]+)\/(?:api\/v3\/)?(?:repos\/)?([^/]+\/[^/]+)\//.exec(address) ?? [];
  return host === undefined || path === undefined ? whole : `https://${host.replace(/^api\./, '')}/${path}`;
}

export function subjectOfAlert(repository: string | undefined): Subject | undefined {
  return repository === undefined ? undefined : { repositories: [repository], names: [] };
}

/** The login of an account. */
export function loginOf(value: unknown): string | undefined {
  return textOf(objectOf(value)?.['login']);
}

/** A dismissal with the account that made it, the reason given and the comment. */
export function dismissalOf(row: LooseObject, kindOf: (reason: string) => DecisionKind): StatedDecision | undefined {
  const at = whenOf(row['dismissed_at']);
  const reason = textOf(row['dismissed_reason']) ?? textOf(row['dismiss_reason']);
  if (textOf(row['state']) !== 'dismissed' && at === undefined) return undefined;
  return {
    word: 'dismissed',
    kind: kindOf(reason ?? ''),
    by: loginOf(row['dismissed_by']) ?? loginOf(row['dismisser']),
    at,
    why: [reason, textOf(row['dismissed_comment'])].filter((part) => part !== undefined).join(' · '),
    expiresAt: undefined,
  };
}
