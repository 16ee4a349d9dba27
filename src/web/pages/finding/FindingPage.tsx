import { useQuery } from '@tanstack/react-query';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { FindingView } from '#contract/finding.ts';
import { findingWords } from '#core/picture/sentences/risk-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { RequestProblem } from '#web/api/problem.ts';
import { endpointQuery } from '#web/api/request.ts';
import { namesOf } from '#web/charts/names.ts';
import { CarriedDecisions } from '#web/pages/finding/CarriedDecisions.tsx';
import { LinkedCard } from '#web/pages/finding/LinkedCard.tsx';
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
  if (query.error instanceof RequestProblem && query.error.status === 404) return <NotFoundHere what={say('finding')} id={place.finding} place={place} />;
  return (
    <>
      <div className="page-head"><PageTitle>{say('Finding {finding}', { finding: place.finding })}</PageTitle></div>
      {query.error === null ? <Loading what={say('the finding')} /> : <ErrorCard what={say('The finding')} error={query.error} retry={() => { void query.refetch(); }} />}
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
          {lede} <Said message="{team} owns the service." values={{ team: <TeamLink id={service?.teamId ?? null} /> }} />{' '}
          {first === undefined
            ? say('So nobody is named to decide about it.')
            : first.ownerId === null
              ? say('Nobody is named to decide the risk it belongs to.')
              : <Said message="{person} decides the risk it belongs to." values={{ person: <PersonLink id={first.ownerId} /> }} />}
        </p>
      </div>
      <div className="grid finding-grid">
        <RisksCard risks={risks} finding={finding} />
        <WhereCard view={view} />
        <OriginCard view={view} />
        <LinkedCard linked={view.linked} />
        <CarriedDecisions decisions={view.decisions} />
      </div>
    </>
  );
}
