import type { ReactNode } from 'react';
import { daysBetween, type When } from '#core/time.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ProcessLink } from '#web/ui/ProcessLink.tsx';
import '#web/ui/facts.css';

/** Where the risk sits and the dates it runs by. */
export function DatesCard({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const names = namesOf(picture);
  const services = risk.serviceIds.map((id) => names.service(id)?.name ?? id);
  return (
    <Card className="span-6" headline={headlineOf(risk, picture.asOf)} subtitle={`Days to act: ${risk.clockDays}`}>
      <dl className="facts">
        <Term name="Decision needed by"><DateText when={risk.decisionNeededBy} /></Term>
        <Term name="Due">{dateOr(risk.dueAt, 'No due date is recorded')}</Term>
        <Term name="Review">{dateOr(risk.reviewAt, 'No review date is recorded')}</Term>
        <Term name="Release process">{risk.severalProcesses ? 'Several: its services ship by different processes' : <ProcessLink id={risk.processId} />}</Term>
        <Term name="Services">{services.length === 0 ? 'None recorded' : services.join(', ')}</Term>
      </dl>
    </Card>
  );
}

/** The date that counts now: when the decision in force ends, or when one is or was needed. */
function headlineOf(risk: RiskRow, asOf: When): ReactNode {
  const inForce = risk.decisions.find((decision) => decision.inForce);
  if (inForce !== undefined) {
    return inForce.expiresAt === null ? 'The decision in force has no end date' : <>The decision in force ends <DateText when={inForce.expiresAt} /></>;
  }
  return <>A decision {daysBetween(asOf, risk.decisionNeededBy) < 0 ? 'was' : 'is'} needed by <DateText when={risk.decisionNeededBy} /></>;
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

function dateOr(when: When | null, words: string): ReactNode {
  return when === null ? <span className="muted">{words}</span> : <DateText when={when} />;
}
