import type { Evaluation } from '#core/flags/evaluate.ts';
import type { Flag, FlagId } from '#core/flags/flag.ts';

/**
 * The flags a reader finds on the pages, by kind: the lines of every open risk after quieting, those behind "more
 * conditions" included, and the conditions of teams, processes, people, findings, steps, packs and the organisation.
 */
export function shownFlags({ risks, otherShown }: Evaluation): ReadonlyMap<FlagId, readonly Flag[]> {
  const ofRisks = [...risks.values()].flatMap(({ flags, moreFlags }) => [...flags, ...moreFlags]);
  return Map.groupBy([...ofRisks.filter((flag) => flag.subjectKind === 'risk'), ...otherShown], ({ flag }) => flag);
}
