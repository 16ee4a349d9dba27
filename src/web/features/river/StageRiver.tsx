import { stageOrder } from '#core/release/stage-order.ts';
import type { ProcessRow } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { OpenHereCard } from '#web/features/river/OpenHereCard.tsx';
import { StagePassageCard } from '#web/features/river/StagePassageCard.tsx';
import { useRiver } from '#web/features/river/use-river.ts';
import { usePack } from '#web/pack/pack-context.ts';
import { Card } from '#web/ui/Card.tsx';
import { Empty, ErrorCard, Loading } from '#web/ui/states.tsx';

interface StageRiverProps {
  stageId: string;
  name: string;
  /** Absent = of every process. */
  process: ProcessRow | undefined;
}

/** What a stage made, found and let through, and what is open of what it found. A pack does not hold them. */
export function StageRiver(props: StageRiverProps) {
  return usePack() === undefined ? <LiveRiver {...props} /> : (
    <Card className="span-12" headline={say('Findings by stage are in the live record')}><Empty>{say('A pack goes down to the risk and its evidence; findings one by one, and their counts, are not in it.')}</Empty></Card>
  );
}

function LiveRiver({ stageId, name, process }: StageRiverProps) {
  const picture = usePicture();
  const place = process === undefined ? {} : { processId: process.id };
  const river = useRiver(place);
  const processes = process === undefined ? picture.processes : [process];
  if (river.data === undefined) {
    return <div className="span-12">{river.error === null ? <Loading what={say('the findings by stage')} /> : <ErrorCard what={say('Findings by stage')} error={river.error} retry={() => { void river.refetch(); }} />}</div>;
  }
  return (
    <>
      <StagePassageCard counts={river.data.counts.stages} order={stageOrder(processes.map(({ stages }) => stages.map(({ id }) => id)))} stageId={stageId} name={name} place={place} />
      <OpenHereCard stageId={stageId} name={name} place={place} />
    </>
  );
}
