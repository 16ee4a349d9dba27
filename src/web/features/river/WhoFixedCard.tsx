import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { whoFixed } from '#core/release/who-fixed.ts';
import type { TeamCount } from '#core/release/river-counts.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { PAPER } from '#web/features/river/paper.ts';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { BeforeMark, NowMark } from '#web/charts/legend-marks.tsx';
import { namesOf } from '#web/charts/names.ts';
import { PairDumbbellChart } from '#web/charts/pair-dumbbell/Chart.tsx';
import { describeFixes, oneDecimal } from '#web/charts/pair-dumbbell/describe-fixes.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import { FixedByTableView } from '#web/features/river/FixedByTableView.tsx';
import type { RiverPlace } from '#web/features/river/use-river.ts';
import { useFixMeasure } from '#web/features/river/use-fix-measure.ts';
import { Card } from '#web/ui/Card.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import { usePlace } from '#web/url/use-address.ts';
import '#web/features/river/river.css';

interface WhoFixedCardProps {
  counts: readonly TeamCount[];
  /** Releases of the place by the team that shipped them. */
  releases: readonly { teamId: string; count: number }[];
  place: RiverPlace;
  where: string;
}

/** Who introduced and who fixed, by team and by name. An order that ranks nobody, and never a person. */
export function WhoFixedCard({ counts, releases, place, where }: WhoFixedCardProps) {
  const { teamName } = namesOf(usePicture());
  const { measure, viewOf } = useFixMeasure();
  const here = usePlace() ?? { page: 'release' };
  const shipped = new Map(releases.map(({ teamId, count }) => [teamId, count]));
  const answer = whoFixed(counts, teamName);
  const words = describeFixes(answer, measure, (id) => shipped.get(id) ?? 0, teamName, where);
  const { teams, untraced, fixedByNobodyRecorded } = answer;
  const all = { ...place, openOnly: false };
  return (
    <Card
      className="span-12"
      headline={words.headline}
      subtitle={measure === 'count'
        ? <Said message="{open} introduced by the team, {filled} fixed by it, of the fixes that name a team. {rest}" values={{ open: <BeforeMark />, filled: <NowMark />, rest: words.subtitle }} />
        : <Said message="{open} introduced by the team, {filled} fixed by it, for each hundred releases it shipped, of the fixes that name a team. {rest}" values={{ open: <BeforeMark />, filled: <NowMark />, rest: words.subtitle }} />}
      data={words.data}
    >
      <div className="river-facts">
        <p><Said message="No introducing team recorded: {count}" values={{ count: <CountLink count={untraced} filter={{ ...all, introducedTeamId: null }} of={say('no introducing team recorded')} /> }} /></p>
        <p><Said message="Fixed, and no team recorded: {count}" values={{ count: <CountLink count={fixedByNobodyRecorded} filter={{ ...all, fixNamesTeam: false }} of={say('fixed, and no team recorded')} /> }} /></p>
        <p className="river-choice">
          <PlaceLink to={here} view={viewOf('count')} current={measure === 'count' ? 'true' : undefined}>{say('Findings')}</PlaceLink>
          <PlaceLink to={here} view={viewOf('per-100')} current={measure === 'per-100' ? 'true' : undefined}>{say('Per 100 releases')}</PlaceLink>
        </p>
      </div>
      {teams.length === 0 ? <Empty>{say('Of no fix a team is recorded.')}</Empty> : (
        <>
          <ChartRows
            printWidth={PAPER}
            valueWidth={measure === 'count' ? 130 : 150}
            labelShare={0.32}
            rows={teams.map((team, index) => {
              const pair = words.pairs[index];
              return {
                key: team.teamId,
                label: <TeamLink id={team.teamId} />,
                value: measure === 'count' ? (
                  <>
                    <BeforeMark /><CountLink count={team.introduced} filter={{ ...all, introducedTeamId: team.teamId, fixNamesTeam: true }} of={say('introduced by {teamId}, fixed by a team on record', { teamId: teamName(team.teamId) })} />
                    <NowMark /><CountLink count={team.fixed} filter={{ ...all, fixedTeamId: team.teamId }} of={say('fixed by {teamId}', { teamId: teamName(team.teamId) })} />
                  </>
                ) : pair?.open === undefined || pair.open === null || pair.filled === null ? <NotMeasured>{say('under 10 releases')}</NotMeasured> : (
                  <><BeforeMark />{oneDecimal(pair.open)}<NowMark />{oneDecimal(pair.filled)}</>
                ),
              };
            })}
            plot={<PairDumbbellChart pairs={words.pairs} label={words.headline} description={words.alt} />}
          />
          <FixedByTableView counts={counts} place={place} where={where} />
        </>
      )}
    </Card>
  );
}
