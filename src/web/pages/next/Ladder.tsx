import { stepOwner, type NextStep } from '#core/picture/next-steps.ts';
import type { Picture, RiskRow, StepRow } from '#core/picture/picture.ts';
import { stepStateWords } from '#core/picture/sentences/next-words.ts';
import { listed } from '#language/lists.ts';
import { say } from '#language/say.ts';
import { namesOf } from '#web/charts/names.ts';
import type { DataRows } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import '#web/pages/next/next.css';

/** The steps of one path in order: what is assumed, what comes next, whether anything stops it, and who owns it. */
export function Ladder({ path: { risk, steps, held, next } }: { path: NextStep }) {
  return (
    <>
      <p className="sub ladder__given">{held.length === 0 ? say('Assume they hold nothing yet.') : <Said message="Assume they hold: {steps}" values={{ steps: <b>{listed(held.map((step) => step.label))}</b> }} />}</p>
      <ol className="ladder">
        {steps.map((step) => <Step key={step.id} step={step} risk={risk} isNext={step === next} />)}
      </ol>
    </>
  );
}

function Step({ step, risk, isNext }: { step: StepRow; risk: RiskRow; isNext: boolean }) {
  const owner = stepOwner(risk, step.ownerId);
  return (
    <li className={`ladder__step ladder__step--${step.assumed === true ? 'assumed' : step.state}${isNext ? ' ladder__step--next' : ''}`} aria-current={isNext ? 'step' : undefined}>
      <p><b>{step.label}</b></p>
      <p className="ladder__state">
        {isNext ? <b className="ladder__tag">{say('Next step')}</b> : null}
        <StateOf step={step} />
      </p>
      <p className="sub with-glyph">
        <OwnerGlyph readiness={owner} />
        <span>{step.ownerId === null ? <span className="gap-text">{say('Nobody is named to stop it')}</span> : <Said message="{person}: {readiness}" values={{ person: <PersonLink id={step.ownerId} />, readiness: say(readinessWords[owner]) }} />}</span>
      </p>
    </li>
  );
}

/** What stops it there, and when that was tested. */
function StateOf({ step: { state: stopped, assumed, testedAt } }: { step: StepRow }) {
  const state = say(stepStateWords[stopped]);
  if (testedAt === null) return <>{assumed === true ? say('Assumed. {state}, never tested', { state }) : say('{state}, never tested', { state })}</>;
  const values = { state, date: <DateText when={testedAt} /> };
  return assumed === true ? <Said message="Assumed. {state}, tested {date}" values={values} /> : <Said message="{state}, tested {date}" values={values} />;
}

/** The same steps as rows of a table. */
export function ladderRows(picture: Picture, { risk, steps, next }: NextStep): DataRows {
  return {
    caption: say('Steps of an attacker: {risk}', { risk: risk.label }),
    file: `next-step-${risk.id}`,
    columns: [{ label: say('Step') }, { label: say('Place') }, { label: say('State') }, { label: say('Owner') }, { label: say('Tested') }],
    rows: steps.map((step) => [
      { value: step.label },
      { value: step === next ? say('next') : step.assumed === true ? say('assumed') : say('on the path') },
      { value: say(stepStateWords[step.state]) },
      { value: step.ownerId === null ? say('nobody is named') : namesOf(picture).personName(step.ownerId) },
      { value: step.testedAt?.slice(0, 10) ?? say('never') },
    ]),
  };
}
