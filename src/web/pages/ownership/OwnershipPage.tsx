import { summarise, withoutInformedCall } from '#core/picture/roll-up.ts';
import { readinessStates } from '#core/picture/readiness.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { counted } from '#core/picture/sentences/prose.ts';
import { ReadinessGridTable } from '#web/charts/readiness-grid/Chart.tsx';
import { describeReadinessGrid } from '#web/charts/readiness-grid/describe.ts';
import { RiskListCard } from '#web/features/risk-list/RiskListCard.tsx';
import { usePageRisks } from '#web/features/risk-list/use-page-risks.ts';
import { Card } from '#web/ui/Card.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { ReadinessText, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import '#web/pages/ownership/ownership.css';

/** Who decides, can they, do they know: six counts that sum to the open risks, and the list behind each. */
export function OwnershipPage() {
  const picture = usePicture();
  const page = usePageRisks();
  const { headline, subtitle, caption, grid } = describeReadinessGrid(picture);
  const summary = summarise(picture.risks);
  const gap = withoutInformedCall(summary);
  const chosen = page.filter.readiness ?? [];
  return (
    <>
      <div className="page-head">
        <PageTitle>{summary.count === 0
          ? 'No risk is open on the record'
          : `${gap.count} of ${counted(summary.count, 'open risk')} ${gap.count === 1 ? 'is' : 'are'} nobody’s informed call`}</PageTitle>
        <p className="lede">
          They carry <MoneyText amount={gap.expectedAnnualLoss} /> of the <MoneyText amount={summary.expectedAnnualLoss} /> expected a year
          {gap.unquantified === 0 ? '' : `, and ${gap.unquantified} of them ${gap.unquantified === 1 ? 'has' : 'have'} no range`}.
        </p>
      </div>
      <div className="grid">
        <Card className="span-5" headline={headline} subtitle={`${subtitle}, of all open risks`}>
          <ReadinessGridTable grid={grid} caption={caption} />
        </Card>
        <Card className="span-7" headline="How to read the half-squares" subtitle="Left half: can decide. Right half: knows. Filled: has it. Hollow: the record does not show it">
          <ul className="glyph-key">{readinessStates.map((state) => <li key={state}><ReadinessText readiness={state} /></li>)}</ul>
          <p className="sub glyph-key__note">“Cannot tell” is not “lacks”: the owner, a grant or an alias points at something the record does not hold.</p>
        </Card>
        <div className="span-12">
          <RiskListCard
            page={page}
            place={{ page: 'ownership' }}
            none="No risk is open on the record on this date."
            headline={chosen.length === 1 && chosen[0] !== undefined ? `${readinessWords[chosen[0]]}: ${counted(page.risks.length, 'open risk')}` : undefined}
          />
        </div>
      </div>
    </>
  );
}
