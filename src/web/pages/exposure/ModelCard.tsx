import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { hashOfInputs, MODEL } from '#core/exposure/input-hash.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { CompanyPortfolio } from '#web/exposure/portfolios.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** What the figures were made with: enough to make them again. */
export function ModelCard({ picture, whole }: { picture: Picture; whole: CompanyPortfolio }) {
  const { risks, commonCauses } = whole.portfolio;
  return (
    <Card headline={say('The same inputs give the same figures')} subtitle={say('No simulation and no seed: nothing moves between two meetings')}>
      <dl className="model-facts">
        <dt>{say('Method')}</dt><dd>{MODEL.name}</dd>
        <dt>{say('Version')}</dt><dd>{MODEL.version}</dd>
        <dt>{say('Inputs')}</dt><dd><Said message="{risks, number} risks, {commonCauses, number} common causes; hash {code}" values={{ risks: risks.length, commonCauses: commonCauses.length, code: <code>{hashOfInputs(whole.portfolio)}</code> }} /></dd>
        <dt>{say('Record')}</dt><dd><Said message="as of {date}" values={{ date: <DateText when={picture.asOf} /> }} /></dd>
        <dt>{say('Policy')}</dt><dd><PlaceLink to={{ page: 'policy' }} view={{}}>{picture.policyVersion}</PlaceLink></dd>
      </dl>
    </Card>
  );
}
