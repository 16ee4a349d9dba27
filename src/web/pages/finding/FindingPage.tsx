import { useQuery } from '@tanstack/react-query';
import type { FindingView } from '#contract/finding.ts';
import { findingWords } from '#core/picture/sentences/risk-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { RequestProblem } from '#web/api/problem.ts';
import { endpointQuery } from '#web/api/request.ts';
import { namesOf } from '#web/charts/names.ts';
import { CarriedDecisions } from '#web/pages/finding/CarriedDecisions.tsx';
import { OriginCard } from '#web/pages/finding/OriginCard.tsx';
import { RisksCard } from '#web/pages/finding/RisksCard.tsx';
import { WhereCard } from '#web/pages/finding/WhereCard.tsx';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import type { Place } from '#web/paths.ts';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { ErrorCard, Loading } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import { usePlace, useViewDates } from '#web/url/use-address.ts';
import '#web/pages/finding/finding.css';

type FindingPlace = Extract<Place, { page: 'finding' }>;

/** One finding: what and where it is, where it came from, and the named person who decides the risk it belongs to. */
export function FindingPage() {
  const place = usePlace();
  return place?.page === 'finding' ? <Fetched place={place} /> : null;
}

function Fetched({ place }: { place: FindingPlace }) {
  const { asOf } = useViewDates();
  const query = useQuery(endpointQuery('findingView', { id: place.finding }, { asOf }));
  if (query.data !== undefined) return <OneFinding view={query.data} place={place} />;
  if (query.error instanceof RequestProblem && query.error.status === 404) return <NotFoundHere what="finding" id={place.finding} place={place} />;
  return (
    <>
      <div className="page-head"><PageTitle>Finding {place.finding}</PageTitle></div>
      {query.error === null ? <Loading what="the finding" /> : <ErrorCard what="The finding" error={query.error} retry={() => { void query.refetch(); }} />}
    </>
  );
}

function OneFinding({ view, place }: { view: FindingView; place: FindingPlace }) {
  const picture = usePicture();
  const { finding } = view;
  const { headline, lede } = findingWords(picture, finding);
  const service = namesOf(picture).service(finding.serviceId);
  const through = place.under.page === 'risk' ? place.under.risk : undefined;
  const risks = view.riskIds
    .flatMap((id) => picture.risks.find((risk) => risk.id === id) ?? [])
    .toSorted((a, b) => Number(b.id === through) - Number(a.id === through));
  const [first] = risks;
  return (
    <>
      <div className="page-head">
        <PageTitle className="finding-title">{headline}</PageTitle>
        <p className="lede">
          {lede} <TeamLink id={service?.teamId ?? null} /> owns the service.{' '}
          {first === undefined
            ? 'So nobody is named to decide about it.'
            : first.ownerId === null
              ? 'Nobody is named to decide the risk it belongs to.'
              : <><PersonLink id={first.ownerId} /> decides the risk it belongs to.</>}
        </p>
      </div>
      <div className="grid finding-grid">
        <RisksCard risks={risks} finding={finding} />
        <WhereCard view={view} />
        <OriginCard view={view} />
        <CarriedDecisions decisions={view.decisions} />
      </div>
    </>
  );
}
