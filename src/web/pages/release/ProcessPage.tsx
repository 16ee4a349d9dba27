import { say } from '#language/say.ts';
import type { ProcessRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { processWords } from '#core/picture/sentences/page-words.ts';
import { namesOf } from '#web/charts/names.ts';
import { PlaceExposureCard } from '#web/features/exposure/PlaceExposureCard.tsx';
import { FlagLines } from '#web/features/place/FlagLines.tsx';
import { ServicesCard } from '#web/features/place/ServicesCard.tsx';
import { RiskListCard } from '#web/features/risk-list/RiskListCard.tsx';
import { usePageRisks } from '#web/features/risk-list/use-page-risks.ts';
import { RiverCards } from '#web/features/river/RiverCards.tsx';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import { gateSentence } from '#web/pages/release/gate-words.ts';
import { MoneyByTeamCard } from '#web/pages/release/MoneyByTeamCard.tsx';
import { StageView } from '#web/pages/release/StagePage.tsx';
import { StagesCard } from '#web/pages/release/StagesCard.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { Empty } from '#web/ui/states.tsx';
import { usePlace } from '#web/url/use-address.ts';

/** One release process: its stages and who can stop a release, and what is open in it by team. */
export function ProcessPage() {
  const picture = usePicture();
  const place = usePlace();
  if (place?.page !== 'process') return null;
  const process = namesOf(picture).process(place.process);
  if (process !== undefined) return <OneProcess process={process} />;
  // An address with a stage in the place of a process is that stage in every process that has it.
  if (picture.processes.some(({ stages }) => stages.some(({ id }) => id === place.process))) return <StageView stageId={place.process} process={undefined} />;
  return <NotFoundHere what={say('release process')} id={place.process} place={place} />;
}

function OneProcess({ process }: { process: ProcessRow }) {
  const picture = usePicture();
  const page = usePageRisks();
  const filter = { processId: process.id };
  const { headline, lede } = processWords(picture, process.id);
  const flags = picture.otherFlags.filter((flag) => flag.subjectKind === 'process' && flag.subject === process.id);
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{lede} {say('In {process}, {gate}.', { process: process.name, gate: gateSentence(process, namesOf(picture)) })}</p>
      </div>
      <div className="grid">
        <StagesCard process={process} />
        <MoneyByTeamCard process={process} />
        <div className="span-12"><RiskListCard page={page} place={{ page: 'process', process: process.id }} none={say('No open risk is on the record for services that ship by {process}.', { process: process.name })} /></div>
        <RiverCards place={filter} where={process.name} />
        <PlaceExposureCard className="span-12" place={{ kind: 'process', process: process.id }} />
        <ServicesCard className="span-12" filter={filter} where={process.name} />
        <Card className="span-12" headline={flags.length === 0 ? say('No condition about this process is open') : say('Conditions about this process')} subtitle={say('From the rules about gates and stages')}>
          {flags.length === 0 ? <Empty>{say('None found.')}</Empty> : <FlagLines flags={flags} />}
        </Card>
      </div>
    </>
  );
}
