import type { Evaluation } from '#core/flags/evaluate.ts';
import { flagIds, type Flag, type FlagId } from '#core/flags/flag.ts';

/**
 * The flags a reader finds on the pages, each subject once: the lines of every open risk after quieting, those behind
 * "more conditions" included, and the conditions of teams, processes, people, findings, steps, packs and the organisation.
 */
export function shownFlags({ risks, otherFlags }: Evaluation): ReadonlyMap<FlagId, ReadonlyMap<string, Flag>> {
  const shown = new Map<FlagId, Map<string, Flag>>(flagIds.map((id) => [id, new Map()]));
  const add = (flag: Flag) => shown.get(flag.flag)?.set(`${flag.subjectKind}/${flag.subject}`, flag);
  for (const { flags, moreFlags } of risks.values()) {
    for (const flag of flags) if (flag.subjectKind === 'risk') add(flag);
    for (const flag of moreFlags) if (flag.subjectKind === 'risk') add(flag);
  }
  for (const flag of otherFlags) add(flag);
  return shown;
}
