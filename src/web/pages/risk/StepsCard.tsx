import { messages, say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { RiskRow, StepRow } from '#core/picture/picture.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Empty } from '#web/ui/states.tsx';

const stateWords = messages({
  open: 'open', unknown: 'not established', detected: 'seen when it happens, not stopped', blocked: 'blocked',
}) satisfies Readonly<Record<StepRow['state'], string>>;

/** What an attacker would do next, in order, and who owns each step. */
export function StepsCard({ risk }: { risk: RiskRow }) {
  const steps = risk.steps.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity));
  const next = steps.find((step) => step.state === 'open' || step.state === 'unknown');
  return (
    <Card className="span-6" headline={headlineOf(steps, next)} subtitle={say('Assumes the attacker is already in. Next attack steps in order, and who owns each')}>
      {steps.length === 0
        ? <Empty>{say('Not measured: no attack step is on the record for this risk.')}</Empty>
        : (
          <ol className="steps">
            {steps.map((step) => (
              <li key={step.id} className={`steps__step steps__step--${step.state}`}>
                <p><b>{step.label}</b> · {say(stateWords[step.state])}</p>
                <p className="sub">
                  {step.ownerId === null ? <span className="gap-text">{say('Nobody is named to stop it')}</span> : <><Said message="Owned by {person}" values={{ person: <PersonLink id={step.ownerId} /> }} /></>}
                  {' · '}{step.testedAt === null ? say('never tested') : <Said message="tested {date}" values={{ date: <DateText when={step.testedAt} /> }} />}
                </p>
              </li>
            ))}
          </ol>
        )}
    </Card>
  );
}

function headlineOf(steps: readonly StepRow[], next: StepRow | undefined): string {
  if (steps.length === 0) return say('The next attack steps are not recorded');
  if (next === undefined) return say('No step on the record is open');
  return next.ownerId === null ? say('The next open step is “{next}”; nobody is named to stop it', { next: next.label }) : say('The next open step is “{next}”', { next: next.label });
}
