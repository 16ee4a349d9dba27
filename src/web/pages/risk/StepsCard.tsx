import type { RiskRow, StepRow } from '#core/picture/picture.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Empty } from '#web/ui/states.tsx';

const stateWords: Readonly<Record<StepRow['state'], string>> = {
  open: 'open', unknown: 'not established', detected: 'seen when it happens, not stopped', blocked: 'blocked',
};

/** What an attacker would do next, in order, and who owns each step. */
export function StepsCard({ risk }: { risk: RiskRow }) {
  const steps = risk.steps.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity));
  const next = steps.find((step) => step.state === 'open' || step.state === 'unknown');
  return (
    <Card className="span-6" headline={headlineOf(steps, next)} subtitle="Assumes the attacker is already in. Next attack steps in order, and who owns each">
      {steps.length === 0
        ? <Empty>Not measured: no attack step is on the record for this risk.</Empty>
        : (
          <ol className="steps">
            {steps.map((step) => (
              <li key={step.id} className={`steps__step steps__step--${step.state}`}>
                <p><b>{step.label}</b> · {stateWords[step.state]}</p>
                <p className="sub">
                  {step.ownerId === null ? <span className="gap-text">Nobody is named to stop it</span> : <>Owned by <PersonLink id={step.ownerId} /></>}
                  {step.testedAt === null ? ' · never tested' : <> · tested <DateText when={step.testedAt} /></>}
                </p>
              </li>
            ))}
          </ol>
        )}
    </Card>
  );
}

function headlineOf(steps: readonly StepRow[], next: StepRow | undefined): string {
  if (steps.length === 0) return 'The next attack steps are not recorded';
  if (next === undefined) return 'No step on the record is open';
  return next.ownerId === null ? `The next open step is “${next.label}”; nobody is named to stop it` : `The next open step is “${next.label}”`;
}
