import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { RiskRow } from '#core/picture/picture.ts';
import { riskWords } from '#core/picture/sentences/risk-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { Receipts, ReceiptsProvider } from '#web/features/acts/Receipts.tsx';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import { AuthorityCard } from '#web/pages/risk/AuthorityCard.tsx';
import { DatesCard } from '#web/pages/risk/DatesCard.tsx';
import { DecisionsCard } from '#web/pages/risk/DecisionsCard.tsx';
import { EvidenceCard } from '#web/pages/risk/EvidenceCard.tsx';
import { FactStrip } from '#web/pages/risk/FactStrip.tsx';
import { KnewCard } from '#web/pages/risk/KnewCard.tsx';
import { LinkedFindingsCard } from '#web/pages/risk/LinkedFindingsCard.tsx';
import { LimitsCard } from '#web/pages/risk/LimitsCard.tsx';
import { MissingCard } from '#web/pages/risk/MissingCard.tsx';
import { MoneyCard } from '#web/pages/risk/MoneyCard.tsx';
import { OptionsCard } from '#web/pages/risk/OptionsCard.tsx';
import { ProposalCard } from '#web/pages/risk/ProposalCard.tsx';
import { StepsCard } from '#web/pages/risk/StepsCard.tsx';
import { AsOfLink } from '#web/ui/AsOfLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { usePlace } from '#web/url/use-address.ts';
import type { RiskPlace } from '#web/paths.ts';
import '#web/pages/risk/risk.css';

/** One risk: whose call it is, what stands in the way, the one act that closes it, and what all of it rests on. */
export function RiskPage() {
  const picture = usePicture();
  const place = usePlace();
  if (place?.page !== 'risk') return null;
  const risk = picture.risks.find((one) => one.id === place.risk);
  return risk === undefined ? <NoOpenRisk place={place} /> : <OpenRisk key={risk.id} risk={risk} />;
}

function OpenRisk({ risk }: { risk: RiskRow }) {
  const { headline, lede } = riskWords(usePicture(), risk);
  // Tests of limits on the year make the one column long: the money then stands in the other.
  const tested = (risk.authority.tests?.length ?? 0) > 0;
  return (
    <ReceiptsProvider>
      <div className="page-head">
        <PageTitle className="risk-title">{headline}</PageTitle>
        <p className="lede">
          {lede} <span className="sub">{risk.category === null
            ? <Said message="{risk}, opened {date}." values={{ risk: risk.id, date: <DateText when={risk.openedAt} /> }} />
            : <Said message="{risk}, opened {date}, category “{category}”." values={{ risk: risk.id, date: <DateText when={risk.openedAt} />, category: risk.category }} />}</span>
        </p>
      </div>
      <FactStrip risk={risk} />
      <Receipts />
      <div className="grid risk-grid">
        <ProposalCard risk={risk} />
        <MissingCard risk={risk} />
        <div className="span-6 risk-column"><AuthorityCard risk={risk} /><LimitsCard risk={risk} />{tested ? null : <Money risk={risk} />}</div>
        <div className="span-6 risk-column"><EvidenceCard risk={risk} /><DecisionsCard risk={risk} />{tested ? <Money risk={risk} /> : null}</div>
        <KnewCard risk={risk} />
        <StepsCard risk={risk} />
        <DatesCard risk={risk} />
        <LinkedFindingsCard risk={risk} />
      </div>
    </ReceiptsProvider>
  );
}

function Money({ risk }: { risk: RiskRow }) {
  return <><MoneyCard risk={risk} /><OptionsCard risk={risk} /></>;
}

/** A risk that is closed, or not open yet, on the date of the view is not the same as one nobody knows. */
function NoOpenRisk({ place }: { place: RiskPlace }) {
  const picture = usePicture();
  const earlier = picture.previousRisks.find((one) => one.id === place.risk);
  return (
    <NotFoundHere what={say('open risk')} id={place.risk} place={place}>
      {earlier === undefined ? null : (
        <p><Said message="{earlier} was open on {date} and is closed on this date. {asOf}." values={{ earlier: earlier.label, date: <DateText when={picture.against} />, asOf: <AsOfLink to={place} asOf={picture.against}><Said message="See it as of {date}" values={{ date: <DateText when={picture.against} /> }} /></AsOfLink> }} /></p>
      )}
    </NotFoundHere>
  );
}
