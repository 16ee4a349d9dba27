import { dayOf, isoDay, type When } from '#core/time.ts';
import { indexRecord } from '#core/record/record-index.ts';
import type { RecordView } from '#core/record/view.ts';
import { whoKnewWhen } from '#core/information/who-knew-when.ts';
import type { LinkedStep } from '#core/release/finding-step.ts';
import { introducingTeam } from '#core/release/introducing-team.ts';
import type { MedianDays } from '#core/release/river-counts.ts';

/** One finding that took a step: the day it ended and how many days it took. */
export interface StepCase {
  findingId: string;
  on: When;
  days: number;
}

/**
 * Which findings some teams introduced took which step. Told = the day a piece of evidence of a risk that rests on the
 * finding first reached who decides it, by more than a broadcast; decided = the first decision somebody recorded about
 * the finding or such a risk. What happened before the step before it is no case of the step.
 */
export function linkedStepCases(view: RecordView, teamIds: readonly string[]): Readonly<Record<LinkedStep, readonly StepCase[]>> {
  const cases: Record<LinkedStep, StepCase[]> = { 'found-to-told': [], 'told-to-decided': [], 'decided-to-fixed': [] };
  const told = toldDays(view);
  const decided = decisionDays(view);
  const add = (step: LinkedStep, findingId: string, from: number | undefined, to: number | undefined): void => {
    if (from !== undefined && to !== undefined && to >= from) cases[step].push({ findingId, on: isoDay(to), days: to - from });
  };
  for (const finding of view.findings.values()) {
    const team = introducingTeam(view, finding);
    if (team === undefined || !teamIds.includes(team)) continue;
    const found = dayOf(finding.at);
    const toldOn = firstFrom(told.get(finding.id), found);
    const decidedOn = firstFrom(decided.get(finding.id), found);
    const fixed = finding.fixedAt === undefined || dayOf(finding.fixedAt) > dayOf(view.asOf) ? undefined : dayOf(finding.fixedAt);
    add('found-to-told', finding.id, found, toldOn);
    add('told-to-decided', finding.id, toldOn, firstFrom(decided.get(finding.id), toldOn ?? Infinity));
    add('decided-to-fixed', finding.id, decidedOn, fixed);
  }
  return cases;
}

/** The cases of a step that ended in a span of days, both ends within. */
export function casesWithin(cases: readonly StepCase[], from: When, to: When): readonly StepCase[] {
  return cases.filter(({ on }) => dayOf(on) >= dayOf(from) && dayOf(on) <= dayOf(to));
}

/** The middle of the days the cases took, between the two middle ones where their count is even. */
export function medianDays(cases: readonly StepCase[]): MedianDays {
  const sorted = cases.map(({ days }) => days).toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return { days: low === undefined || high === undefined ? null : (low + high) / 2, cases: sorted.length };
}

/** Days on which evidence of a risk that rests on a finding reached who decides it, by finding. */
function toldDays(view: RecordView): ReadonlyMap<string, readonly number[]> {
  const index = indexRecord(view);
  const days = new Map<string, number[]>();
  for (const risk of view.risks.values()) {
    if ((risk.findingIds ?? []).length === 0) continue;
    const { ownerKnewAt } = whoKnewWhen(index, risk);
    if (ownerKnewAt === undefined) continue;
    for (const id of risk.findingIds ?? []) push(days, id, dayOf(ownerKnewAt));
  }
  return days;
}

/** Days on which somebody recorded a decision about a finding or a risk that rests on it, by finding. */
function decisionDays(view: RecordView): ReadonlyMap<string, readonly number[]> {
  const days = new Map<string, number[]>();
  for (const decision of view.decisions.values()) {
    if (decision.implicit === true) continue;
    const about = [decision.findingId, ...(view.risks.get(decision.riskId)?.findingIds ?? [])];
    for (const id of new Set(about)) if (id !== undefined) push(days, id, dayOf(decision.at));
  }
  return days;
}

function firstFrom(days: readonly number[] | undefined, from: number): number | undefined {
  const later = (days ?? []).filter((day) => day >= from);
  return later.length === 0 ? undefined : Math.min(...later);
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [value]);
  else held.push(value);
}
