import { addDays, dayOf, previousQuarterEnd, type When } from '#core/time.ts';
import { deadlineOf, latestBy } from '#core/picture/decision-roster.ts';
import { lossOf } from '#core/picture/evidence-ages.ts';
import type { ClosedRiskRow, DecisionRow, Picture, RiskRow } from '#core/picture/picture.ts';

export const outcomes = ['owner', 'above', 'another', 'lapsed', 'open'] as const;

/** Who decided: the owner, somebody above them, another; nobody by its date; or nobody yet. */
export type Outcome = (typeof outcomes)[number];

export interface OutcomeRow {
  outcome: Outcome;
  riskId: string;
  label: string;
  ownerId: string | null;
  /** `null` = the risk is closed on the day of the picture. */
  risk: RiskRow | null;
  /** The decision; `null` = none. */
  decision: DecisionRow | null;
  /** Day of the decision, or the day it was wanted by. */
  at: When;
  expectedAnnualLoss: number | null;
}

export interface Outcomes {
  from: When;
  to: When;
  /** In the order of `outcomes`, then by day. */
  rows: readonly OutcomeRow[];
  count: (outcome: Outcome) => number;
  /** Made or lapsed: all but what is still open. */
  closed: number;
  /** Expected annual loss of what lapsed; `null` = none has a range. */
  lapsedLoss: number | null;
  /** Lapsed before the period and without a decision at its end. */
  lapsedBefore: readonly OutcomeRow[];
}

/**
 * What became of the questions of one period, by rule. Decided: the newest choice on a risk made in the period, by who
 * made it. Lapsed: open at the end of the period without a choice in force, and its deadline fell in the period. Still
 * open: the same with a deadline to come. A risk counts once.
 */
export function outcomesOf(picture: Picture, from: When, to: When): Outcomes {
  const managers = new Map(picture.persons.map((person) => [person.id, person.managerId]));
  const [first, last] = [dayOf(from), dayOf(to)];
  const rows: OutcomeRow[] = [];
  const lapsedBefore: OutcomeRow[] = [];
  for (const risk of questions(picture)) {
    const { open, closedAt, openedAt } = risk;
    if (dayOf(openedAt) > last) continue;
    const latest = latestBy(risk.decisions, to);
    const made = latest !== undefined && dayOf(latest.at) >= first ? latest : undefined;
    const row = (outcome: Outcome, at: When, decision: DecisionRow | null): OutcomeRow => ({
      outcome, riskId: risk.id, label: risk.label, ownerId: risk.ownerId, risk: open, decision, at, expectedAnnualLoss: risk.expectedAnnualLoss,
    });
    const closed = closedAt !== null && dayOf(closedAt) <= last;
    const holds = latest !== undefined && (latest.expiresAt === null || dayOf(latest.expiresAt) >= last);
    if (made !== undefined && (holds || closed)) rows.push(row(outcomeOf(managers, risk.ownerId, made), made.at, made));
    else if (!closed && !holds) {
      const deadline = deadlineOf(risk, to);
      if (dayOf(deadline) >= last) rows.push(row('open', deadline, null));
      else (dayOf(deadline) >= first ? rows : lapsedBefore).push(row('lapsed', deadline, null));
    }
  }
  rows.sort((a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) || dayOf(a.at) - dayOf(b.at) || (a.riskId < b.riskId ? -1 : 1));
  const count = (outcome: Outcome): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    from, to, rows, count, lapsedBefore,
    closed: rows.length - count('open'),
    lapsedLoss: lossOf(rows.filter((row) => row.outcome === 'lapsed')),
  };
}

/** The quarter of the picture so far. */
export function outcomesOfQuarter(picture: Picture): Outcomes {
  return outcomesOf(picture, addDays(previousQuarterEnd(picture.asOf), 1), picture.asOf);
}

/** The whole quarter before, over the same record. */
export function outcomesOfQuarterBefore(picture: Picture): Outcomes {
  const end = previousQuarterEnd(picture.asOf);
  return outcomesOf(picture, addDays(previousQuarterEnd(end), 1), end);
}

/** One quarter of the look back. */
export interface QuarterShare {
  /** Last day of the quarter, or the day of the picture while it runs. */
  to: When;
  /** Fell to the carrier by default, of all that was decided or came due; nothing did where `closed` is 0. */
  lapsed: number;
  closed: number;
}

/** The last eight quarters, the present one so far included, the oldest first; over the record as it is now. */
export function defaultShares(picture: Picture): readonly QuarterShare[] {
  const shares: QuarterShare[] = [];
  let to = picture.asOf;
  while (shares.length < 8) {
    const end = previousQuarterEnd(to);
    const { closed, count } = outcomesOf(picture, addDays(end, 1), to);
    shares.unshift({ to, lapsed: count('lapsed'), closed });
    to = end;
  }
  return shares;
}

type Question = Pick<RiskRow, 'id' | 'label' | 'ownerId' | 'openedAt' | 'decisionNeededBy' | 'expectedAnnualLoss' | 'decisions' | 'escalations'>
  & { open: RiskRow | null; closedAt: When | null };

function questions(picture: Picture): readonly Question[] {
  return [
    ...picture.risks.map((risk): Question => ({ ...risk, open: risk, closedAt: null })),
    ...(picture.closedRisks ?? []).map((risk: ClosedRiskRow): Question => ({ ...risk, open: null })),
  ];
}

function outcomeOf(managers: ReadonlyMap<string, string | null>, ownerId: string | null, { byId }: DecisionRow): Outcome {
  if (byId === null || ownerId === null) return 'another';
  if (byId === ownerId) return 'owner';
  const met = new Set<string>();
  for (let at = managers.get(ownerId) ?? null; at !== null && !met.has(at); at = managers.get(at) ?? null) {
    if (at === byId) return 'above';
    met.add(at);
  }
  return 'another';
}
