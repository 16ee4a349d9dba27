import { say } from '#language/say.ts';
import { daysBetween, quarterName } from '#core/time.ts';
import { isPastHeadsUp } from '#core/flags/heads-up.ts';
import type { DecisionRow, Picture, RiskRow } from '#core/picture/picture.ts';
import { personIn } from '#core/picture/sentences/names.ts';
import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';

export interface Ask {
  purpose: 'decide' | 'note';
  risk: RiskRow;
  /** One imperative sentence. */
  sentence: string;
}

export interface Asks {
  /** At most three. */
  rows: readonly Ask[];
  /** Everything that asks for the board's decision, also what is not among the three. */
  forDecision: readonly RiskRow[];
  /** Everything accepted this quarter. */
  toNote: readonly RiskRow[];
}

const MOST_ASKS = 3;

/**
 * What the board is asked. For decision: open risks without a decision in force on which nobody below the top can
 * decide, that is, only members of the governing body and people without a manager on the record can, or nobody.
 * Of these the largest by high end of one loss times the days without authority, risks without a range after them.
 * To note: acceptances of this quarter, the largest high end first. Three at most; one place is kept for a note where
 * there is one.
 */
export function asksOfBoard(picture: Picture, filter: RiskFilter = {}): Asks {
  const risks = risksMatching(picture, filter);
  const persons = new Map(picture.persons.map((person) => [person.id, person]));
  const governing = new Set(picture.teams.filter((team) => team.kind === 'governing').map((team) => team.id));
  const isTop = (personId: string): boolean => {
    const person = persons.get(personId);
    return person === undefined || person.managerId === null || (person.teamId !== null && governing.has(person.teamId));
  };
  const forDecision = risks
    .filter((risk) => !risk.decisions.some((decision) => decision.inForce))
    .filter((risk) => risk.candidates.every((candidate) => !candidate.canDecide || isTop(candidate.personId)))
    .map((risk) => {
      const days = daysMissing(picture, risk);
      return { risk, days, weight: risk.exposure === null ? 0 : risk.exposure.high * days };
    })
    .sort((a, b) => b.weight - a.weight || b.days - a.days || (a.risk.id < b.risk.id ? -1 : 1))
    .map(({ risk }) => risk);
  const toNote = risks
    .filter((risk) => acceptance(picture, risk) !== undefined)
    .sort((a, b) => (b.exposure?.high ?? -1) - (a.exposure?.high ?? -1) || (a.id < b.id ? -1 : 1));
  const note = toNote[0];
  const decide = forDecision.slice(0, note === undefined ? MOST_ASKS : MOST_ASKS - 1);
  const rows: Ask[] = decide.map((risk) => ({ purpose: 'decide', risk, sentence: decideSentence(picture, risk) }));
  if (note !== undefined) rows.push({ purpose: 'note', risk: note, sentence: noteSentence(picture, note) });
  return { rows, forDecision, toNote };
}

/** Days since nobody close enough held the authority, as far as the flags the board may see tell; else the age of the risk. */
function daysMissing(picture: Picture, risk: RiskRow): number {
  const known = [...risk.flags, ...risk.moreFlags].filter((flag) => flag.family === 'authority' && isPastHeadsUp(flag));
  const since = known.map((flag) => flag.since).sort();
  return Math.max(1, since[0] === undefined ? risk.ageDays : daysBetween(since[0], picture.asOf));
}

/** The acceptance in force that was made in the quarter of the picture. */
function acceptance(picture: Picture, risk: RiskRow): DecisionRow | undefined {
  const quarter = quarterName(picture.asOf);
  return risk.decisions.find((decision) => decision.inForce && decision.kind === 'accept' && quarterName(decision.at) === quarter);
}

function decideSentence(picture: Picture, risk: RiskRow): string {
  const { grantDown, personId } = risk.lowest;
  if (risk.readiness === 'nobody-named') return say('Name who decides: {risk}', { risk: risk.label });
  if (grantDown !== null) return say('Give {personId} the authority to decide: {risk}', { personId: personIn(picture, grantDown.personId), risk: risk.label });
  if (personId !== null) return say('Decide, or pass the authority on: {risk}', { risk: risk.label });
  return say('Grant somebody the authority to decide: {risk}', { risk: risk.label });
}

function noteSentence(picture: Picture, risk: RiskRow): string {
  const byId = acceptance(picture, risk)?.byId ?? null;
  return byId === null ? say('Note: {risk}, accepted', { risk: risk.label }) : say('Note: {risk}, accepted by {person}', { risk: risk.label, person: personIn(picture, byId) });
}
