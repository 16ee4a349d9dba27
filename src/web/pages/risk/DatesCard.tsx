import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
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
    <Card className="span-6" headline={headlineOf(risk, picture.asOf)} subtitle={say('Days to act: {clockDays, number}', { clockDays: risk.clockDays })}>
      <dl className="facts">
        <Term name={say('Decision needed by')}><DateText when={risk.decisionNeededBy} /></Term>
        <Term name={say('Due')}>{dateOr(risk.dueAt, say('No due date is recorded'))}</Term>
        <Term name={say('Review')}>{dateOr(risk.reviewAt, say('No review date is recorded'))}</Term>
        <Term name={say('Release process')}>{risk.severalProcesses ? say('Several: its services ship by different processes') : <ProcessLink id={risk.processId} />}</Term>
        <Term name={say('Services')}>{services.length === 0 ? say('None recorded') : services.join(', ')}</Term>
      </dl>
    </Card>
  );
}

/** The date that counts now: when the decision in force ends, or when one is or was needed. */
function headlineOf(risk: RiskRow, asOf: When): ReactNode {
  const inForce = risk.decisions.find((decision) => decision.inForce);
  if (inForce !== undefined) {
    return inForce.expiresAt === null ? say('The decision in force has no end date') : <><Said message="The decision in force ends {date}" values={{ date: <DateText when={inForce.expiresAt} /> }} /></>;
  }
  return <><Said message="A decision {when, select, past {was} other {is}} needed by {date}" values={{ when: daysBetween(asOf, risk.decisionNeededBy) < 0 ? 'past' : 'ahead', date: <DateText when={risk.decisionNeededBy} /> }} /></>;
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

function dateOr(when: When | null, words: string): ReactNode {
  return when === null ? <span className="muted">{words}</span> : <DateText when={when} />;
}
