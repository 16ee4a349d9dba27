import type { Finding } from '#core/record/entities.ts';

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

/** Fewer findings than this may all be gone at once without a second look. */
const EMPTY_FROM = 5;

/** From as many findings on, a scan that lost more than half of them is looked at twice. */
const SHRUNKEN_FROM = 20;
const SHRUNKEN_SHARE = 0.5;

/**
 * True where so many of the findings of one scope are gone at once that a broken scanner is likelier than as many fixes:
 * all of five or more, or more than half of twenty or more. Such a scan resolves nothing by itself; a person looks first.
 */
export function isSuddenSilence(before: number, gone: number): boolean {
  if (gone === before) return before >= EMPTY_FROM;
  return before >= SHRUNKEN_FROM && gone > before * SHRUNKEN_SHARE;
}
