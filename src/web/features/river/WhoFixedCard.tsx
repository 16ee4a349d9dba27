import { whoFixed, whoFixedSentence } from '#core/release/who-fixed.ts';
import type { TeamCount } from '#core/release/river-counts.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { FixDumbbellChart } from '#web/charts/fix-dumbbell/Chart.tsx';
import { BeforeMark, NowMark } from '#web/charts/legend-marks.tsx';
import { namesOf } from '#web/charts/names.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import type { RiverPlace } from '#web/features/river/use-river.ts';
import { Card } from '#web/ui/Card.tsx';
import { Empty } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import '#web/features/river/river.css';

/** Who introduced and who fixed, by team and by name. An order that ranks nobody, and never a person. */
export function WhoFixedCard({ counts, place, where }: { counts: readonly TeamCount[]; place: RiverPlace; where: string }) {
  const { teamName } = namesOf(usePicture());
  const answer = whoFixed(counts, teamName);
  const { teams, untraced, fixedByNobodyRecorded } = answer;
  const all = { ...place, openOnly: false };
  const headline = whoFixedSentence(answer);
  return (
    <Card
      className="span-12"
      headline={headline}
      subtitle={<><BeforeMark /> introduced by the team, <NowMark /> fixed by it, of the fixes that name a team; in the order of names. {where}, all on the record</>}
      data={{
        caption: `Fixes that name a team, by who introduced and who fixed, ${where}`,
        file: 'introduced-and-fixed-by-team',
        columns: [{ label: 'Team' }, { label: 'Introduced', numeric: true }, { label: 'Fixed', numeric: true }, { label: 'Of those its own', numeric: true }],
        rows: teams.map((team) => [{ value: teamName(team.teamId) }, { value: team.introduced }, { value: team.fixed }, { value: team.own }]),
      }}
    >
      <div className="river-facts">
        <p>No introducing team recorded: <CountLink count={untraced} filter={{ ...all, introducedTeamId: null }} of="no introducing team recorded" /></p>
        <p>Fixed, and no team recorded: <CountLink count={fixedByNobodyRecorded} filter={{ ...all, fixNamesTeam: false }} of="fixed, and no team recorded" /></p>
      </div>
      {teams.length === 0 ? <Empty>Of no fix a team is recorded.</Empty> : (
        <ChartRows
          valueWidth={130}
          labelShare={0.32}
          rows={teams.map((team) => ({
            key: team.teamId,
            label: <TeamLink id={team.teamId} />,
            value: (
              <>
                <BeforeMark /><CountLink count={team.introduced} filter={{ ...all, introducedTeamId: team.teamId, fixNamesTeam: true }} of={`introduced by ${teamName(team.teamId)}, fixed by a team on record`} />
                <NowMark /><CountLink count={team.fixed} filter={{ ...all, fixedTeamId: team.teamId }} of={`fixed by ${teamName(team.teamId)}`} />
              </>
            ),
          }))}
          plot={<FixDumbbellChart teams={teams} label={headline} description={`Two marks for each team on one linear axis from zero, in the order of names. ${teams.map((team) => `${teamName(team.teamId)} introduced ${team.introduced} and fixed ${team.fixed}`).join('; ')}.`} />}
        />
      )}
    </Card>
  );
}
