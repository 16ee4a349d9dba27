import { stepOwner, type NextStep } from '#core/picture/next-steps.ts';
import type { Picture, RiskRow, StepRow } from '#core/picture/picture.ts';
import { stepStateWords } from '#core/picture/sentences/next-words.ts';
import { namesOf } from '#web/charts/names.ts';
import type { DataRows } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import '#web/pages/next/next.css';

/** The steps of one path in order: what is assumed, what comes next, whether anything stops it, and who owns it. */
export function Ladder({ path: { risk, steps, held, next } }: { path: NextStep }) {
  return (
    <>
      <p className="sub ladder__given">{held.length === 0 ? 'Assume they hold nothing yet.' : <>Assume they hold: <b>{held.map((step) => step.label).join(', ')}</b></>}</p>
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
        {isNext ? <b className="ladder__tag">Next</b> : null}
        {step.assumed === true ? 'Assumed. ' : null}{stepStateWords[step.state]}
        {step.testedAt === null ? ', never tested' : <>, tested <DateText when={step.testedAt} /></>}
      </p>
      <p className="sub with-glyph">
        <OwnerGlyph readiness={owner} />
        <span>{step.ownerId === null ? <span className="gap-text">Nobody is named to stop it</span> : <><PersonLink id={step.ownerId} />: {readinessWords[owner].toLowerCase()}</>}</span>
      </p>
    </li>
  );
}

/** The same steps as rows of a table. */
export function ladderRows(picture: Picture, { risk, steps, next }: NextStep): DataRows {
  return {
    caption: `Steps of an attacker: ${risk.label}`,
    file: `next-step-${risk.id}`,
    columns: [{ label: 'Step' }, { label: 'Place' }, { label: 'State' }, { label: 'Owner' }, { label: 'Tested' }],
    rows: steps.map((step) => [
      { value: step.label },
      { value: step === next ? 'next' : step.assumed === true ? 'assumed' : 'on the path' },
      { value: stepStateWords[step.state] },
      { value: step.ownerId === null ? 'nobody is named' : namesOf(picture).personName(step.ownerId) },
      { value: step.testedAt?.slice(0, 10) ?? 'never' },
    ]),
  };
}
