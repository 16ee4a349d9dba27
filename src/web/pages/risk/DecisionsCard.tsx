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
    <Card headline={headlineOf(risk, inForce.length)} subtitle="Decisions on the record, newest first, with the day each ends">
      {risk.decisions.length === 0 && risk.escalations.length === 0 ? (
        <Empty>No decision and no escalation is on the record. One is needed by <DateText when={risk.decisionNeededBy} />.</Empty>
      ) : (
        <ol className="plain-rows">
          {risk.decisions.toSorted((a, b) => (a.at < b.at ? 1 : -1)).map((one) => <Decision key={one.id} decision={one} />)}
          {risk.escalations.map((one) => (
            <li key={one.id}>
              <p>
                <b>Passed up</b> on <DateText when={one.at} />
                {one.byId === null ? null : <> by <PersonLink id={one.byId} /></>}
                {one.toId === null ? ' to a person the record does not name' : <> to <PersonLink id={one.toId} /></>}
              </p>
              <p className="sub">{one.newDate === null ? 'No new date is recorded' : <>New date <DateText when={one.newDate} /></>}</p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function headlineOf(risk: RiskRow, inForce: number): string {
  if (risk.decisions.length === 0) return 'No decision is on the record';
  if (inForce === 0) return 'No decision is in force';
  return inForce === 1 ? 'One decision is in force' : `${inForce} decisions are in force`;
}

function Decision({ decision }: { decision: DecisionRow }) {
  const words = decisionWords[decision.kind];
  return (
    <li>
      <p>
        <b>{words.charAt(0).toUpperCase()}{words.slice(1)}</b> on <DecisionLink decision={decision.id} label={`This decision of ${dayInWords(decision.at)} alone`}><DateText when={decision.at} /></DecisionLink>{' '}
        {decision.byId === null ? <span className="gap-text">by somebody the source does not name</span> : <>by <PersonLink id={decision.byId} /></>}
      </p>
      <p className="sub">
        {decision.inForce ? 'In force' : 'No longer in force'}, {decision.expiresAt === null ? 'no end date' : <>ends <DateText when={decision.expiresAt} /></>}
        {decision.rationale === null ? null : <>. {decision.rationale}</>}
      </p>
      {decision.conditions.length === 0 ? null : <p className="sub">As long as: {decision.conditions.join('; ')}</p>}
    </li>
  );
}
