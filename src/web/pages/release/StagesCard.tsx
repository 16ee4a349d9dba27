import { gateStanding } from '#core/release/gate-standing.ts';
import type { ProcessRow, StageRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { stagesOf } from '#web/features/place/stages.ts';
import { gateWords } from '#web/pages/release/gate-words.ts';
import { Card } from '#web/ui/Card.tsx';
import { GateAnswer } from '#web/pages/release/GatesCard.tsx';
import { say } from '#language/say.ts';
import { FindingsLink } from '#web/ui/FindingsLink.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/features/place/place.css';

/** The stages in order: what each gate can do, who owns it, and the open findings found there. */
export function StagesCard({ process }: { process: ProcessRow }) {
  const picture = usePicture();
  const filter = { processId: process.id };
  const known = new Set(process.stages.map((stage) => stage.id));
  const others = stagesOf(picture, filter).filter((id) => id === null || !known.has(id));
  return (
    <Card className="span-7" headline={say('Stages, gates and who owns each gate')} subtitle={say('Open findings by the stage they were found at')}>
      {process.stages.length === 0 && others.length === 0 ? <Empty>{say('No stage is on the record for {process}.', { process: process.name })}</Empty> : (
        <table className="place-table place-table--stack">
          <caption className="visually-hidden">{say('Stages of {process}, in order', { process: process.name })}</caption>
          <thead><tr><th scope="col">{say('Stage')}</th><th scope="col">{say('Gate')}</th><th scope="col">{say('Owns the gate')}</th><th scope="col" className="numeric">{say('Open findings')}</th></tr></thead>
          <tbody>
            {process.stages.map((stage) => (
              <tr key={stage.id}>
                <th scope="row"><PlaceLink to={{ page: 'stage', process: process.id, stage: stage.id }}>{stage.name}</PlaceLink></th>
                <td data-label={say('Gate')}>{say(gateWords[stage.gate])}</td>
                <td data-label={say('Owns the gate')}><GateOwner stage={stage} /><span className="sub place-table__line"><GateAnswer gate={gateStanding(picture, process, stage)} /></span></td>
                <td data-label={say('Open findings')} className="numeric"><FindingsLink filter={{ ...filter, stageId: stage.id }} of={`${process.name}, ${stage.name}`} /></td>
              </tr>
            ))}
            {others.map((id) => {
              const name = id === null ? say('No stage recorded') : namesOf(picture).stageName(id);
              return (
                <tr key={id ?? ''}>
                  <th scope="row"><span className="muted">{name}</span></th>
                  <td data-label={say('Gate')}><span className="muted">{id === null ? say('not recorded') : say('not a stage of this process')}</span></td>
                  <td data-label={say('Owns the gate')}><span className="muted">{say('not recorded')}</span></td>
                  <td data-label={say('Open findings')} className="numeric"><FindingsLink filter={{ ...filter, stageId: id }} of={`${process.name}, ${name}`} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function GateOwner({ stage }: { stage: StageRow }) {
  const names = namesOf(usePicture());
  if (stage.gate === 'none') return <span className="muted">{say('no gate to own')}</span>;
  if (stage.gateOwnerId === null) return <span className="gap-text">{say('Nobody is named')}</span>;
  const owner = names.person(stage.gateOwnerId);
  if (owner === undefined) return <span className="gap-text">{say('{gateOwnerId}: the record holds nobody under this id', { gateOwnerId: stage.gateOwnerId })}</span>;
  return <><PersonLink id={owner.id} />{owner.inPost ? null : <span className="gap-text">{' '}{say('not in post')}</span>}</>;
}
