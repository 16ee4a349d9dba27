import { teamPlan, type PlanStep } from '#core/picture/team-plan.ts';
import type { TeamRow } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import type { River } from '#contract/river.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { repeatFilter } from '#web/features/river/repeat-filter.ts';
import { Card } from '#web/ui/Card.tsx';
import { FindingLink, PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { FindingOwner, RiskOwner } from '#web/ui/RiskOwner.tsx';
import { Empty } from '#web/ui/states.tsx';
import { viewOfFindings } from '#web/url/finding-filter.ts';

interface PlanCardProps {
  team: TeamRow;
  river: Pick<River, 'shipped' | 'repeats'>;
}

/** What to plan next: the few acts and fixes that move most, each with the place where it is done. */
export function PlanCard({ team, river }: PlanCardProps) {
  const plan = teamPlan(usePicture(), team.id, { oldestEscaped: river.shipped?.oldestEscaped ?? [], repeats: river.repeats.rows });
  return (
    <Card className="span-12" headline={plan.headline} subtitle={say('By rule: undecided risks that carry most, acceptances that have ended or end within 90 days, escaped findings known longest, kinds of defect that came again after a fix; two of each at most')}>
      {plan.steps.length === 0 ? <Empty>{say('No decision waits, no acceptance ends within 90 days, and no escaped finding is open.')}</Empty> : (
        <ol className="plan-steps">
          {plan.steps.map((step) => <li key={step.sentence}><Way step={step} /> <span className="sub">{step.why}</span></li>)}
        </ol>
      )}
    </Card>
  );
}

function Way({ step }: { step: PlanStep }) {
  switch (step.act) {
    case 'decide':
    case 'renew': return <><RiskLink risk={step.riskId}>{step.sentence}</RiskLink><RiskOwner risk={step.riskId} /></>;
    case 'fix': return <><FindingLink finding={step.findingId}>{step.sentence}</FindingLink><FindingOwner finding={step.findingId} /></>;
    case 'check': return <PlaceLink to={{ page: 'findings' }} view={viewOfFindings(repeatFilter(step.repeat))}>{step.sentence}</PlaceLink>;
  }
}
