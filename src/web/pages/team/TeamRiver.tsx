import type { TeamRow } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import { RepeatsCard } from '#web/features/river/RepeatsCard.tsx';
import { RiverCard } from '#web/features/river/RiverCard.tsx';
import { useRiver } from '#web/features/river/use-river.ts';
import { usePack } from '#web/pack/pack-context.ts';
import { PlanCard } from '#web/pages/team/PlanCard.tsx';
import { ShippedCard } from '#web/pages/team/ShippedCard.tsx';
import { StepsCard } from '#web/pages/team/StepsCard.tsx';
import { ErrorCard, Loading } from '#web/ui/states.tsx';

/** What a team shipped and the findings of its services by week. A pack does not hold them. */
export function TeamRiver({ team }: { team: TeamRow }) {
  return usePack() === undefined ? <LiveRiver team={team} /> : null;
}

function LiveRiver({ team }: { team: TeamRow }) {
  const place = { teamId: team.id };
  const river = useRiver(place);
  if (river.data === undefined) {
    return <div className="span-12">{river.error === null ? <Loading what={say('what the team shipped')} /> : <ErrorCard what={say('What the team shipped')} error={river.error} retry={() => { void river.refetch(); }} />}</div>;
  }
  const { counts, asOf, shipped } = river.data;
  return (
    <>
      {shipped === null ? null : <><PlanCard team={team} river={river.data} /><ShippedCard team={team} shipped={shipped} /><StepsCard team={team} shipped={shipped} /></>}
      <RiverCard counts={counts} asOf={asOf} place={place} where={say('Services of {team}', { team: team.name })} />
      <RepeatsCard repeats={river.data.repeats} where={say('Services of {team}', { team: team.name })} />
    </>
  );
}
