import { flagIds, type FlagId, type FlagSubjectKind } from '#core/flags/flag.ts';
import type { ConditionFilter } from '#core/picture/conditions.ts';
import { subjectWords } from '#core/picture/sentences/condition-words.ts';
import type { View } from '#web/url/address.ts';

/** A filter as query values. The inverse of `parseConditionFilter`. */
export function viewOfConditions({ flags, about }: ConditionFilter): View {
  return { flag: flags, about };
}

/** The filter an address carries. A value that is not allowed counts as absent. */
export function parseConditionFilter(query: URLSearchParams): ConditionFilter {
  const flags = query.getAll('flag').filter(isFlagId);
  const about = query.getAll('about').filter(isSubjectKind);
  return { ...(flags.length === 0 ? {} : { flags }), ...(about.length === 0 ? {} : { about }) };
}

function isFlagId(text: string): text is FlagId {
  return flagIds.some((id) => id === text);
}

function isSubjectKind(text: string): text is FlagSubjectKind {
  return Object.hasOwn(subjectWords, text);
}
