import type { ProcessRow, TeamRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { cellWords } from '#core/picture/sentences/page-words.ts';
import { namesOf } from '#web/charts/names.ts';
import { PlaceExposureCard } from '#web/features/exposure/PlaceExposureCard.tsx';
import { FindingsByStage } from '#web/features/place/FindingsByStage.tsx';
import { ServicesCard } from '#web/features/place/ServicesCard.tsx';
import { RiskListCard } from '#web/features/risk-list/RiskListCard.tsx';
import { usePageRisks } from '#web/features/risk-list/use-page-risks.ts';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { ProcessLink } from '#web/ui/ProcessLink.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import { usePlace } from '#web/url/use-address.ts';

/** One cell of the table: what a team (with all below it) ships through one release process. */
export function CellPage() {
  const picture = usePicture();
  const place = usePlace();
  if (place?.page !== 'cell') return null;
  const names = namesOf(picture);
  const [team, process] = [names.team(place.team), names.process(place.process)];
  if (team === undefined) return <NotFoundHere what="team" id={place.team} place={place} />;
  if (process === undefined) return <NotFoundHere what="release process" id={place.process} place={place} />;
  return <OneCell team={team} process={process} />;
}

function OneCell({ team, process }: { team: TeamRow; process: ProcessRow }) {
  const picture = usePicture();
  const page = usePageRisks();
  const filter = { teamId: team.id, processId: process.id };
  const { headline, lede } = cellWords(picture, team.id, process.id);
  const where = `${team.name} through ${process.name}`;
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{lede} What <TeamLink id={team.id} /> and every team below it ship through <ProcessLink id={process.id} />.</p>
      </div>
      <div className="grid">
        <div className="span-12"><RiskListCard page={page} place={{ page: 'cell', team: team.id, process: process.id }} none={`No open risk is on the record for ${where}.`} /></div>
        <PlaceExposureCard className="span-12" place={{ kind: 'cell', filter }} />
        <ServicesCard className="span-8" filter={filter} where={where} />
        <FindingsByStage className="span-4" filter={filter} where={where} />
      </div>
    </>
  );
}
