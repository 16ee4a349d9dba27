import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { dayInWords } from '#core/time.ts';
import type { DecisionRow, RiskRow } from '#core/picture/picture.ts';
import { decisionWords } from '#web/charts/decision-words.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { DecisionLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Every decision on the record with its end date, and every time the risk was passed up. */
export function DecisionsCard({ risk }: { risk: RiskRow }) {
  const inForce = risk.decisions.filter((one) => one.inForce);
  return (
    <Card headline={headlineOf(risk, inForce.length)} subtitle={say('Decisions on the record, newest first, with the day each ends')}>
      {risk.decisions.length === 0 && risk.escalations.length === 0 ? (
        <Empty><Said message="No decision and no escalation is on the record. One is needed by {date}." values={{ date: <DateText when={risk.decisionNeededBy} /> }} /></Empty>
      ) : (
        <ol className="plain-rows">
          {risk.decisions.toSorted((a, b) => (a.at < b.at ? 1 : -1)).map((one) => <Decision key={one.id} decision={one} />)}
          {risk.escalations.map((one) => (
            <li key={one.id}>
              <p><Said message="<b>Passed up</b> on {date}{part}{part2}" values={{ b: (words) => <b>{words}</b>, date: <DateText when={one.at} />, part: one.byId === null ? null : <>{' '}<Said message="by {person}" values={{ person: <PersonLink id={one.byId} /> }} /></>, part2: one.toId === null ? say(' to a person the record does not name') : <>{' '}<Said message="to {person}" values={{ person: <PersonLink id={one.toId} /> }} /></> }} /></p>
              <p className="sub">{one.newDate === null ? say('No new date is recorded') : <><Said message="New date {date}" values={{ date: <DateText when={one.newDate} /> }} /></>}</p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function headlineOf(risk: RiskRow, inForce: number): string {
  if (risk.decisions.length === 0) return say('No decision is on the record');
  if (inForce === 0) return say('No decision is in force');
  return inForce === 1 ? say('One decision is in force') : say('{inForce, number} decisions are in force', { inForce });
}

function Decision({ decision }: { decision: DecisionRow }) {
  const words = say(decisionWords[decision.kind]);
  return (
    <li>
      <p><Said message="{b} on {decision} {part}" values={{ b: <b>{words.charAt(0).toUpperCase()}{words.slice(1)}</b>, decision: <DecisionLink decision={decision.id} label={say('This decision of {at} alone', { at: dayInWords(decision.at) })}><DateText when={decision.at} /></DecisionLink>, part: decision.byId === null ? <span className="gap-text">{say('by somebody the source does not name')}</span> : <><Said message="by {person}" values={{ person: <PersonLink id={decision.byId} /> }} /></> }} /></p>
      <p className="sub">
        {decision.inForce ? say('In force') : say('No longer in force')}, {decision.expiresAt === null ? say('no end date') : <><Said message="ends {date}" values={{ date: <DateText when={decision.expiresAt} /> }} /></>}
        {decision.rationale === null ? null : <>. {decision.rationale}</>}
      </p>
      {decision.conditions.length === 0 ? null : <p className="sub">{say('As long as: {conditions}', { conditions: decision.conditions.join('; ') })}</p>}
    </li>
  );
}
