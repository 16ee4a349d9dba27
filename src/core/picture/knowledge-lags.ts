import { dayOf, type When } from '#core/time.ts';
import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import type { KnowledgeRow, Picture, RiskRow } from '#core/picture/picture.ts';

/** How long somebody inside held a material piece before the person who decides had seen it. */
export interface KnowledgeLag {
  risk: RiskRow;
  firstKnownAt: When;
  /** Who held it first: a person or the team that produced it. `null` where the record has only the date. */
  firstKnownBy: Pick<KnowledgeRow, 'kind' | 'id'> | null;
  /** `null` while it has not reached the decision owner. */
  ownerKnewAt: When | null;
  /** First decision on or after the day somebody knew. */
  decidedAt: When | null;
  lagDays: number;
  running: boolean;
}

/**
 * The lags of open risks, longest first; still running before closed of the same length. A risk whose
 * owner knew on the first day has no lag and is not listed.
 */
export function knowledgeLags(picture: Picture, filter: RiskFilter = {}): readonly KnowledgeLag[] {
  return risksMatching(picture, filter)
    .flatMap((risk) => lagOf(risk) ?? [])
    .sort((a, b) => b.lagDays - a.lagDays || Number(b.running) - Number(a.running) || (a.risk.id < b.risk.id ? -1 : 1));
}

/** The lag of one risk; `undefined` where nobody inside is known to have known, or the owner knew first. */
function lagOf(risk: RiskRow): KnowledgeLag | undefined {
  const { firstKnownAt, lagDays } = risk;
  if (firstKnownAt === null || lagDays === null || lagDays <= 0) return undefined;
  const from = dayOf(firstKnownAt);
  const first = risk.knowledge.find((row) => row.counts && dayOf(row.at) === from);
  const decided = risk.decisions.map((decision) => decision.at).filter((at) => dayOf(at) >= from).sort();
  return {
    risk,
    firstKnownAt,
    firstKnownBy: first === undefined ? null : { kind: first.kind, id: first.id },
    ownerKnewAt: risk.ownerKnewAt,
    decidedAt: decided[0] ?? null,
    lagDays,
    running: risk.lagRunning,
  };
}
