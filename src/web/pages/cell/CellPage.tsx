import type { ProcessRow, TeamRow } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
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
import { Said } from '#web/ui/Said.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import { usePlace } from '#web/url/use-address.ts';

/** One cell of the table: what a team (with all below it) ships through one release process. */
export function CellPage() {
  const picture = usePicture();
  const place = usePlace();
  if (place?.page !== 'cell') return null;
  const names = namesOf(picture);
  const [team, process] = [names.team(place.team), names.process(place.process)];
  if (team === undefined) return <NotFoundHere what={say('team')} id={place.team} place={place} />;
  if (process === undefined) return <NotFoundHere what={say('release process')} id={place.process} place={place} />;
  return <OneCell team={team} process={process} />;
}

function OneCell({ team, process }: { team: TeamRow; process: ProcessRow }) {
  const picture = usePicture();
  const page = usePageRisks();
  const filter = { teamId: team.id, processId: process.id };
  const { headline, lede } = cellWords(picture, team.id, process.id);
  const where = say('{team} through {process}', { team: team.name, process: process.name });
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede"><Said message="{lede} What {team} and every team below it ship through {process}." values={{ lede, team: <TeamLink id={team.id} />, process: <ProcessLink id={process.id} /> }} /></p>
      </div>
      <div className="grid">
        <div className="span-12"><RiskListCard page={page} place={{ page: 'cell', team: team.id, process: process.id }} none={say('No open risk is on the record for {team} through {process}.', { team: team.name, process: process.name })} /></div>
        <PlaceExposureCard className="span-12" place={{ kind: 'cell', filter }} />
        <ServicesCard className="span-8" filter={filter} where={where} />
        <FindingsByStage className="span-4" filter={filter} where={where} />
      </div>
    </>
  );
}
