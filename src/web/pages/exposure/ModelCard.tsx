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
    <Card headline="The same inputs give the same figures" subtitle="No simulation and no seed: nothing moves between two meetings">
      <dl className="model-facts">
        <dt>Method</dt><dd>{MODEL.name}</dd>
        <dt>Version</dt><dd>{MODEL.version}</dd>
        <dt>Inputs</dt><dd>{risks.length} risks, {commonCauses.length} common causes; hash <code>{hashOfInputs(whole.portfolio)}</code></dd>
        <dt>Record</dt><dd>as of <DateText when={picture.asOf} /></dd>
        <dt>Policy</dt><dd><PlaceLink to={{ page: 'policy' }} view={{}}>{picture.policyVersion}</PlaceLink></dd>
      </dl>
    </Card>
  );
}
