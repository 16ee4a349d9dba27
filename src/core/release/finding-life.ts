import type { Finding } from '#core/record/entities.ts';
import type { Policy } from '#core/record/policy.ts';
import { policySettings } from '#core/flags/policy-defaults.ts';

/** What a scan that found something says of it, against what the record held. */
export const findingSightings = ['new', 'seen again', 'moved', 'reopened'] as const;
export type FindingSighting = (typeof findingSightings)[number];

/**
 * New where the record held none; reopened where it was fixed and is there once more; moved where its place is another,
 * the line apart, which shifts with every edit; else seen again.
 */
export function sightingOf(held: Finding | undefined, now: Finding): FindingSighting {
  if (held === undefined) return 'new';
  if (held.fixedAt !== undefined && now.fixedAt === undefined) return 'reopened';
  const moved = held.location !== undefined && now.location !== undefined && fileOf(held.location) !== fileOf(now.location);
  return moved ? 'moved' : 'seen again';
}

function fileOf(location: string): string {
  return location.replace(/(:\d+)+$/, '');
}

/**
 * True where so many of the findings of one scope are gone at once that a broken scanner is likelier than as many fixes:
 * all of `silence.emptyFrom` or more, or more than `silence.shrunkenShare` of `silence.shrunkenFrom` or more. Such a scan
 * resolves nothing by itself; a person looks first.
 */
export function isSuddenSilence(before: number, gone: number, policy: Policy): boolean {
  const { threshold } = policySettings(policy);
  if (gone === before) return before >= threshold('silence.emptyFrom');
  return before >= threshold('silence.shrunkenFrom') && gone > before * threshold('silence.shrunkenShare');
}
