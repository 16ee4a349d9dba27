import { say } from '#language/say.ts';
import { AgeCard } from '#web/features/river/AgeCard.tsx';
import { PassedStagesCard } from '#web/features/river/PassedStagesCard.tsx';
import { RepeatsCard } from '#web/features/river/RepeatsCard.tsx';
import { RiverCard } from '#web/features/river/RiverCard.tsx';
import { useRiver, type RiverPlace } from '#web/features/river/use-river.ts';
import { WhoFixedCard } from '#web/features/river/WhoFixedCard.tsx';
import { usePack } from '#web/pack/pack-context.ts';
import { Card } from '#web/ui/Card.tsx';
import { Empty, ErrorCard, Loading } from '#web/ui/states.tsx';

/** Where defects get in and get past, whether there are more of them, and who fixes them. */
export function RiverCards({ place, where }: { place: RiverPlace; where: string }) {
  const pack = usePack();
  return pack === undefined ? <LiveCards place={place} where={where} /> : (
    <Card className="span-12" headline={say('Findings by stage and by week are in the live record')} subtitle={where}>
      <Empty>{say('A pack goes down to the risk and its evidence; findings one by one, and their counts, are not in it.')}</Empty>
    </Card>
  );
}

function LiveCards({ place, where }: { place: RiverPlace; where: string }) {
  const river = useRiver(place);
  if (river.data === undefined) {
    return <div className="span-12">{river.error === null ? <Loading what={say('the findings by week')} /> : <ErrorCard what={say('Findings by stage and week')} error={river.error} retry={() => { void river.refetch(); }} />}</div>;
  }
  const { counts, asOf } = river.data;
  return (
    <>
      <RiverCard counts={counts} asOf={asOf} place={place} where={where} />
      <AgeCard counts={counts} asOf={asOf} place={place} where={where} />
      <PassedStagesCard counts={counts.stages} untraced={counts.untraced} place={place} where={where} />
      <WhoFixedCard counts={counts.teams} releases={river.data.releases} place={place} where={where} />
      <RepeatsCard repeats={river.data.repeats} where={where} />
    </>
  );
}
