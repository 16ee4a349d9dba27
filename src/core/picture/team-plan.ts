import { daysBetween, dayInWords, type When } from '#core/time.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import { say } from '#language/say.ts';
import { acceptancesOf, type Acceptance } from '#core/picture/acceptances.ts';
import { deadlineOf } from '#core/picture/decision-roster.ts';
import { risksMatching } from '#core/picture/filter.ts';
import { isUndecided } from '#core/picture/measurements.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';

/** An escaped finding of the services of the team, as the record holds it. */
export interface EscapedFinding {
  id: string;
  serviceId: string;
  title: string | null;
  /** Where in the code or the image. */
  location: string | null;
  at: When;
  introducedStageId: string | null;
  foundStageId: string | null;
}

/** A kind of defect that escaped again after a fix. */
export interface RepeatKind {
  serviceId: string;
  kind: string;
  kindIs: 'weakness' | 'rule';
  introducedTeamId: string | null;
  again: number;
  firstFixedOn: When;
}

/** One act or fix that moves something, and where it is done. */
export type PlanStep =
  | { act: 'decide'; riskId: string; sentence: string; why: string }
  | { act: 'renew'; riskId: string; sentence: string; why: string }
  | { act: 'fix'; findingId: string; sentence: string; why: string }
  | { act: 'check'; repeat: RepeatKind; sentence: string; why: string };

export interface TeamPlan {
  headline: string;
  /** Decisions first, then acceptances, fixes and checks; of each the ones that move most. */
  steps: readonly PlanStep[];
}

/** Days before its end from which an acceptance is planned for. */
const PLAN_DAYS = 90;
/** Of each act at most: a plan is short, or it is a list. */
const MOST = 2;

/**
 * What a team could do next, by rule: the undecided risks that carry most, the acceptances that have ended or end within
 * ninety days, the escaped findings known longest, the kinds of defect that came again after a fix.
 */
export function teamPlan(picture: Picture, teamId: string, found: { oldestEscaped: readonly EscapedFinding[]; repeats: readonly RepeatKind[] }): TeamPlan {
  const ending = acceptancesOf(picture, { teamId }).filter(({ daysLeft }) => daysLeft !== null && daysLeft <= PLAN_DAYS);
  // A risk whose acceptance has ended is asked for once, by the date it ended.
  const ended = new Set(ending.map(({ risk }) => risk.id));
  const waiting = risksMatching(picture, { teamId }).filter((risk) => isUndecided(risk) && !ended.has(risk.id)).toSorted((a, b) => (b.expectedAnnualLoss ?? -1) - (a.expectedAnnualLoss ?? -1) || (a.id < b.id ? -1 : 1));
  const steps: PlanStep[] = [
    ...waiting.slice(0, MOST).map((risk) => decide(picture, risk)),
    ...ending.slice(0, MOST).map((acceptance) => renew(picture, acceptance)),
    ...found.oldestEscaped.slice(0, MOST).map((finding) => fix(picture, finding)),
    ...found.repeats.slice(0, MOST).map((repeat) => check(picture, repeat)),
  ];
  return { steps, headline: headlineOf(picture, waiting, steps.length) };
}

function headlineOf(picture: Picture, waiting: readonly RiskRow[], steps: number): string {
  if (steps === 0) return say('Nothing on the record asks to be planned next');
  const shown = waiting.slice(0, MOST);
  const part = shown.reduce((sum, risk) => sum + (risk.expectedAnnualLoss ?? 0), 0);
  if (part === 0) return say('{steps, plural, one {One thing} other {# things}} to plan next', { steps });
  const money = moneyProse(part, 'modelled', picture.currency);
  return say('{steps, plural, one {One thing} other {# things}} to plan next; the {decisions, plural, one {decision carries} other {# decisions carry}} {money} a year', { steps, decisions: shown.length, money });
}

function decide(picture: Picture, risk: RiskRow): PlanStep {
  const day = dayInWords(deadlineOf(risk, picture.asOf));
  const name = picture.persons.find(({ id }) => id === risk.ownerId)?.name;
  const sentence = name === undefined
    ? say('Name who decides on {risk}, wanted by {day}', { risk: risk.label, day })
    : say('Decide on {risk}, wanted from {person} by {day}', { risk: risk.label, person: name, day });
  const why = risk.expectedAnnualLoss === null ? say('It has no range on the record.') : say('It carries {money} a year.', { money: moneyProse(risk.expectedAnnualLoss, 'modelled', picture.currency) });
  return { act: 'decide', riskId: risk.id, sentence, why };
}

function renew(picture: Picture, { risk, expiresAt, daysLeft }: Acceptance): PlanStep {
  const day = dayInWords(expiresAt ?? picture.asOf);
  const days = Math.abs(daysLeft ?? 0);
  return (daysLeft ?? 0) < 0
    ? { act: 'renew', riskId: risk.id, sentence: say('Decide again on {risk}: its acceptance ended on {day}', { risk: risk.label, day }), why: say('It ended {days, plural, one {# day} other {# days}} ago and nothing was decided since.', { days }) }
    : { act: 'renew', riskId: risk.id, sentence: say('Renew, change or end the acceptance of {risk} by {day}', { risk: risk.label, day }), why: say('It ends in {days, plural, one {# day} other {# days}}.', { days }) };
}

function fix(picture: Picture, { id, serviceId, title, location, at, introducedStageId, foundStageId }: EscapedFinding): PlanStep {
  const service = picture.services.find((one) => one.id === serviceId)?.name ?? serviceId;
  const stage = (stageId: string | null): string => picture.processes.flatMap(({ stages }) => stages).find((one) => one.id === stageId)?.name ?? stageId ?? '';
  const values = { days: daysBetween(at, picture.asOf), made: stage(introducedStageId), found: stage(foundStageId) };
  return {
    act: 'fix', findingId: id,
    sentence: say('Fix {finding} in {service}', { finding: title ?? id, service }),
    why: location === null
      ? say('Known for {days, plural, one {# day} other {# days}}; made at {made}, found at {found}.', values)
      : say('{location}, known for {days, plural, one {# day} other {# days}}; made at {made}, found at {found}.', { ...values, location }),
  };
}

function check(picture: Picture, repeat: RepeatKind): PlanStep {
  const service = picture.services.find(({ id }) => id === repeat.serviceId)?.name ?? repeat.serviceId;
  return {
    act: 'check', repeat,
    sentence: say('Add a check for {kind} to the release of {service}', { kind: repeat.kind, service }),
    why: say('It got past its stage {times, plural, one {once} other {# times}} more after the first was fixed on {day}.', { times: repeat.again, day: dayInWords(repeat.firstFixedOn) }),
  };
}
