import { gatesAt } from '#core/release/gate-standing.ts';
import type { ProcessRow } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { StageRiver } from '#web/features/river/StageRiver.tsx';
import { GatesCard } from '#web/pages/release/GatesCard.tsx';
import { gateReason } from '#web/pages/release/gate-words.ts';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { ProcessLink } from '#web/ui/ProcessLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { usePlace } from '#web/url/use-address.ts';

/** One stage of a release process: who can stop a release there, what it made and found, and what got past it. */
export function StagePage() {
  const picture = usePicture();
  const place = usePlace();
  if (place?.page !== 'stage') return null;
  const names = namesOf(picture);
  const process = names.process(place.process);
  if (process === undefined) return <NotFoundHere what={say('release process')} id={place.process} place={place} />;
  const known = process.stages.some(({ id }) => id === place.stage) || picture.findingCells.some(({ stageId }) => stageId === place.stage);
  return known ? <StageView stageId={place.stage} process={process} /> : <NotFoundHere what={say('stage')} id={place.stage} place={place} />;
}

/** A stage of one process, or of all processes that have it. */
export function StageView({ stageId, process }: { stageId: string; process: ProcessRow | undefined }) {
  const picture = usePicture();
  const gates = gatesAt(picture, stageId, process?.id);
  const [only] = gates;
  const name = process?.stages.find(({ id }) => id === stageId)?.name ?? namesOf(picture).stageName(stageId);
  const able = gates.filter(({ state }) => state === 'can-stop').length;
  const headline = process === undefined
    ? say('{stage}: in {able, number} of {count, plural, one {# release process} other {# release processes}} with this stage a named person can stop a release', { stage: name, able, count: gates.length })
    : only === undefined
      ? say('{stage} is no stage of {process}; findings name it', { stage: name, process: process.name })
      : say('{stage}, {process}: {reason}', { stage: name, process: process.name, reason: gateReason(only) });
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">
          {process === undefined
            ? say('The figures are of every release process that has this stage.')
            : <Said message="One stage of {process}. <link>The same stage in every process</link>" values={{ process: <ProcessLink id={process.id} />, link: (words) => <PlaceLink to={{ page: 'process', process: stageId }}>{words}</PlaceLink> }} />}
        </p>
      </div>
      <div className="grid">
        {gates.length === 0 ? null : <GatesCard gates={gates} />}
        <StageRiver stageId={stageId} name={name} process={process} />
      </div>
    </>
  );
}
