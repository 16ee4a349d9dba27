import type { ReactElement } from 'react';
import { kindWords } from '#core/picture/sentences/record-words.ts';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { dayInWords } from '#core/time.ts';
import type { DecisionRow, EscalationRow, RiskRow } from '#core/picture/picture.ts';
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
              <p><PassedUp escalation={one} /></p>
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
  const what = <b>{kindWords(decision.kind)}</b>;
  const day = <DecisionLink decision={decision.id} label={say('This decision of {at} alone', { at: dayInWords(decision.at) })}><DateText when={decision.at} /></DecisionLink>;
  return (
    <li>
      <p>
        {decision.byId === null
          ? <Said message="{what} on {day} <gap>by somebody the source does not name</gap>" values={{ what, day, gap: (text) => <span className="gap-text">{text}</span> }} />
          : <Said message="{what} on {day} by {person}" values={{ what, day, person: <PersonLink id={decision.byId} /> }} />}
      </p>
      <p className="sub">
        <Standing decision={decision} />
        {decision.rationale === null ? null : <>{' '}{decision.rationale}</>}
      </p>
      {decision.conditions.length === 0 ? null : <p className="sub">{say('As long as: {conditions}', { conditions: decision.conditions.join('; ') })}</p>}
    </li>
  );
}

function Standing({ decision: { inForce, expiresAt } }: { decision: DecisionRow }) {
  if (expiresAt === null) return <>{inForce ? say('In force, no end date.') : say('No longer in force, no end date.')}</>;
  const values = { date: <DateText when={expiresAt} /> };
  return inForce ? <Said message="In force, ends {date}." values={values} /> : <Said message="No longer in force, ends {date}." values={values} />;
}

function PassedUp({ escalation: { at, byId, toId } }: { escalation: EscalationRow }) {
  const values = { b: (text: readonly (string | ReactElement)[]) => <b>{text}</b>, date: <DateText when={at} /> };
  const by = byId === null ? null : <PersonLink id={byId} />;
  const to = toId === null ? null : <PersonLink id={toId} />;
  if (by === null) {
    return to === null
      ? <Said message="<b>Passed up</b> on {date} to a person the record does not name" values={values} />
      : <Said message="<b>Passed up</b> on {date} to {to}" values={{ ...values, to }} />;
  }
  return to === null
    ? <Said message="<b>Passed up</b> on {date} by {by} to a person the record does not name" values={{ ...values, by }} />
    : <Said message="<b>Passed up</b> on {date} by {by} to {to}" values={{ ...values, by, to }} />;
}
