import { addDays, dayOf } from '#core/time.ts';
import type { AuthorityGrant } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import type { ImportContext, ImportItem } from '#importers/importer.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { WHOLE_FILE } from '#importers/reading/rejection.ts';

/**
 * A grant that a file says is over, without saying since when: it ends at the latest on the day before
 * the import, and an end that is on the record already stays, so that a second import changes nothing.
 */
export function endedGrant(grant: AuthorityGrant, context: ImportContext): AuthorityGrant {
  const held = context.view.grants.get(grant.id);
  const latest = addDays(context.at, -1);
  const to = held?.to !== undefined && dayOf(held.to) <= dayOf(latest) ? held.to : latest;
  return { ...held, ...grant, to: grant.to ?? to };
}

/**
 * A grant that a file says holds today. What somebody added to it on the record stays, such as a limit
 * or a withdrawal; an end that an earlier import set does not.
 */
export function livingGrant(grant: AuthorityGrant, context: ImportContext): AuthorityGrant {
  const { to: _ended, ...held } = context.view.grants.get(grant.id) ?? grant;
  return { ...held, ...grant };
}

/**
 * Ends the grants an earlier import of the same file brought and this one no longer holds. `prefix` is
 * what the ids of that file's grants begin with.
 */
export function* grantsNoLongerThere(
  prefix: string,
  present: ReadonlySet<string>,
  file: string,
  context: ImportContext,
): Generator<ImportItem, void, undefined> {
  for (const grant of context.view.grants.values()) {
    if (!grant.id.startsWith(prefix) || present.has(grant.id) || isOver(grant, context)) continue;
    const entry: Entry = { kind: 'grants', entity: endedGrant(grant, context), stamp: stampOf(context, file, 'inferred: no longer in the file') };
    yield { type: 'entry', entry, place: WHOLE_FILE };
  }
}

function isOver({ to, revokedAt }: AuthorityGrant, { at }: ImportContext): boolean {
  return (to !== undefined && dayOf(to) < dayOf(at)) || revokedAt !== undefined;
}
