import { nextSteps, stepOwner, type NextStep } from '#core/picture/next-steps.ts';
import type { RiskRow, StepRow } from '#core/picture/picture.ts';
import { nextSentence, nextWords, stepStateWords } from '#core/picture/sentences/next-words.ts';
import { atStart, verb } from '#core/picture/sentences/prose.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { Card } from '#web/ui/Card.tsx';
import type { DataRows } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/pages/next/next.css';

/** What an attacker would do next on every recorded path, whether anything stops it, and who owns that step. */
export function NextPage() {
  const picture = usePicture();
  const found = nextSteps(picture);
  const { headline, lede } = nextWords(picture, found);
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{lede}</p>
      </div>
      <div className="grid">
        {found.paths.map((path) => <Path key={path.risk.id} path={path} />)}
        <Without risks={found.without} />
      </div>
    </>
  );
}

function Path({ path }: { path: NextStep }) {
  const picture = usePicture();
  const { risk, steps, held, next } = path;
  return (
    <Card
      className="span-6"
      headline={nextSentence(picture, path)}
      subtitle={<RiskLink risk={risk.id}>{risk.label}</RiskLink>}
      data={dataOf(namesOf(picture).personName, path)}
    >
      <p className="sub ladder__given">{held.length === 0 ? 'Assume they hold nothing yet.' : <>Assume they hold: <b>{held.map((step) => step.label).join(', ')}</b></>}</p>
      <ol className="ladder">
        {steps.map((step) => <Step key={step.id} step={step} risk={risk} isNext={step === next} />)}
      </ol>
    </Card>
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

function Without({ risks }: { risks: readonly RiskRow[] }) {
  if (risks.length === 0) return null;
  return (
    <Card
      className="span-12"
      headline={`${atStart(risks.length)} open ${verb(risks.length, 'risk has', 'risks have')} no path on record`}
      subtitle="Not measured is not safe: nobody wrote down what an attacker would do next"
    >
      <Empty>A path is a list of steps, each with its risk, its order, its state (open, detected, blocked or unknown) and its owner. Put them under “steps” in a record file and import it; one step is enough to begin.</Empty>
      <details className="next__without">
        <summary>{verb(risks.length, 'The risk', `The ${risks.length} risks`)} without a path</summary>
        <ul>{risks.map((risk) => <li key={risk.id}><RiskLink risk={risk.id}>{risk.label}</RiskLink></li>)}</ul>
      </details>
    </Card>
  );
}

function dataOf(nameOf: (id: string) => string, { risk, steps, next }: NextStep): DataRows {
  return {
    caption: `Steps of an attacker: ${risk.label}`,
    file: `next-step-${risk.id}`,
    columns: [{ label: 'Step' }, { label: 'Place' }, { label: 'State' }, { label: 'Owner' }, { label: 'Tested' }],
    rows: steps.map((step) => [
      { value: step.label },
      { value: step === next ? 'next' : step.assumed === true ? 'assumed' : 'on the path' },
      { value: stepStateWords[step.state] },
      { value: step.ownerId === null ? 'nobody is named' : nameOf(step.ownerId) },
      { value: step.testedAt?.slice(0, 10) ?? 'never' },
    ]),
  };
}
