import { dayOf } from '#core/time.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { talliesOf } from '#core/flags/count-findings.ts';
import type { Flag } from '#core/flags/flag.ts';
import { originsTogether, type Found } from '#core/flags/rules/p6-origin-not-traced.ts';

/** A condition that is not about a risk, with the risks it stands on. */
export interface OtherFlag {
  flag: Flag;
  riskIds: readonly string[];
}

function teamOf(index: RecordIndex, serviceId: string | undefined): string | undefined {
  return serviceId === undefined ? undefined : index.view.services.get(serviceId)?.teamId;
}

export interface FoldedOrigins {
  /** What is shown as it is. */
  flags: readonly Flag[];
  /** One line for the findings of a team that stand alone. */
  together: readonly Found[];
}

/**
 * Findings without an origin that no risk rests on are shown in one line a team, so that a list grows with the teams and
 * not with the findings. The line is left out where the share of the team is up: it counts them too.
 */
export function foldOrigins(index: RecordIndex, others: readonly OtherFlag[]): FoldedOrigins {
  const lone = others.filter(({ flag, riskIds }) => flag.flag === 'P6' && flag.subjectKind === 'finding' && riskIds.length === 0).map(({ flag }) => flag);
  const said = new Set(others.flatMap(({ flag }) => (flag.flag === 'P6' && flag.subjectKind === 'team' ? [flag.subject] : [])));
  const named = Map.groupBy(lone, ({ subject }) => teamOf(index, index.view.findings.get(subject)?.serviceId));
  const counted = Map.groupBy(talliesOf(index).untraced, ({ serviceId }) => teamOf(index, serviceId));
  const folded = new Set<Flag>();
  const together: Found[] = [];
  for (const teamId of new Set([...named.keys(), ...counted.keys()])) {
    const isSaid = teamId !== undefined && said.has(teamId);
    const flags = named.get(teamId) ?? [];
    const unnamed = counted.get(teamId) ?? [];
    if (flags.length === 1 && unnamed.length === 0 && !isSaid) continue;
    for (const flag of flags) folded.add(flag);
    if (isSaid) continue;
    const days = index.policy.threshold('P6.days');
    together.push(originsTogether(index, teamId, {
      count: flags.length + unnamed.reduce((sum, { count }) => sum + count, 0),
      since: Math.min(...flags.map(({ since }) => dayOf(since)), ...unnamed.map(({ first }) => dayOf(first) + days)),
    }));
  }
  return { flags: others.flatMap(({ flag }) => (folded.has(flag) ? [] : [flag])), together };
}
