import type { RiskRow } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { ActButton } from '#web/features/acts/ActButton.tsx';
import { acceptPlan, declinePlan } from '#web/features/acts/plans.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Said } from '#web/ui/Said.tsx';

/** Who was asked to decide a risk and has not answered, with both answers. A name counts only when it is accepted. */
export function ProposalCard({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const { proposedOwner, ownerId } = risk;
  if (proposedOwner === undefined) return null;
  const names = namesOf(picture);
  const plans = [acceptPlan(picture, risk), declinePlan(picture, risk)].filter((plan) => plan !== null);
  return (
    <Card
      className="span-12"
      headline={say('{person} is proposed to decide this: proposed, not yet accepted', { person: names.personName(proposedOwner.personId) })}
      subtitle={ownerId === null
        ? say('Until they accept nobody is named; a proposal gives no authority')
        : say('Until they accept it stays with {owner}; a proposal gives no authority', { owner: names.personName(ownerId) })}
    >
      {proposedOwner.at === null ? null : <p className="sub"><Said message="Asked on {day}." values={{ day: <DateText when={proposedOwner.at} /> }} /></p>}
      <div className="act-row">{plans.map((plan) => <ActButton key={plan.label} plan={plan} />)}</div>
    </Card>
  );
}
