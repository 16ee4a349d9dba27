import { dayOf, type When } from '#core/time.ts';
import { lossOf } from '#core/picture/evidence-ages.ts';
import type { ClosedRiskRow, DecisionRow, Picture, RiskRow } from '#core/picture/picture.ts';
import { isUndecided } from '#core/picture/measurements.ts';

/** An open question, and the day from which it is decided by default. */
export interface RosterRow {
  risk: RiskRow;
  deadline: When;
  /** The deadline lies before the day of the picture. */
  passed: boolean;
}

export interface RosterGroup {
  /** The person named to decide; `null` = nobody is. */
  deciderId: string | null;
  /** The nearest deadline first. */
  rows: readonly RosterRow[];
}

export interface Roster {
  /** By the name of the decider, never by how much they hold; what has nobody named comes last. */
  groups: readonly RosterGroup[];
  count: number;
  passed: number;
  /** `null` = none has a range. */
  expectedAnnualLoss: number | null;
}

/** Every open risk without a decision in force, under the person named to decide. */
export function decisionRoster(picture: Picture): Roster {
  const rows = picture.risks.filter(isUndecided).map((risk): RosterRow => {
    const deadline = deadlineOf(risk, picture.asOf);
    return { risk, deadline, passed: dayOf(deadline) < dayOf(picture.asOf) };
  });
  const names = new Map(picture.persons.map((person) => [person.id, person.name]));
  const groups = [...Map.groupBy(rows, ({ risk }) => risk.ownerId)].map(([deciderId, held]): RosterGroup => ({
    deciderId, rows: held.sort((a, b) => dayOf(a.deadline) - dayOf(b.deadline) || (a.risk.id < b.risk.id ? -1 : 1)),
  }));
  return {
    groups: groups.sort((a, b) => compareNames(nameOf(names, a), nameOf(names, b))),
    count: rows.length,
    passed: rows.filter((row) => row.passed).length,
    expectedAnnualLoss: lossOf(rows.map(({ risk }) => risk)),
  };
}

/**
 * Day by which a question wants an answer, as it stood on `day`: the date an escalation asked for, where one came after
 * the last decision; else the end of that decision; else the day a decision is needed by.
 */
export function deadlineOf(risk: Pick<RiskRow | ClosedRiskRow, 'decisions' | 'escalations' | 'decisionNeededBy'>, day: When): When {
  const last = latestBy(risk.decisions, day);
  const asked = risk.escalations.find(({ at, newDate }) => newDate !== null && dayOf(at) <= dayOf(day) && (last === undefined || dayOf(at) >= dayOf(last.at)));
  return asked?.newDate ?? last?.expiresAt ?? risk.decisionNeededBy;
}

/** The newest recorded choice on or before a day; passing a question on is none, and what the record only infers is none. */
export function latestBy(decisions: readonly DecisionRow[], day: When): DecisionRow | undefined {
  return decisions.find((decision) => isChoice(decision) && dayOf(decision.at) <= dayOf(day));
}

/** Somebody chose: neither passed on nor inferred. */
function isChoice({ kind, implicit }: DecisionRow): boolean {
  return kind !== 'pass-up' && implicit !== true;
}

function nameOf(names: ReadonlyMap<string, string>, { deciderId }: RosterGroup): string | null {
  return deciderId === null ? null : names.get(deciderId) ?? deciderId;
}

function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
