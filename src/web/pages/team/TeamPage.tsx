import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { TeamRow } from '#core/picture/picture.ts';
import { cellOf, teamByProcess } from '#core/picture/roll-up.ts';
import { teamIndexOf } from '#core/picture/team-index.ts';
import { teamWords } from '#core/picture/sentences/page-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { TeamByProcessTable } from '#web/charts/team-by-process/Chart.tsx';
import { trimTable } from '#web/charts/team-by-process/trim.ts';
import { PlaceExposureCard } from '#web/features/exposure/PlaceExposureCard.tsx';
import { FindingsByStage } from '#web/features/place/FindingsByStage.tsx';
import { FlagLines } from '#web/features/place/FlagLines.tsx';
import { ServicesCard } from '#web/features/place/ServicesCard.tsx';
import { RiskListCard } from '#web/features/risk-list/RiskListCard.tsx';
import { usePageRisks } from '#web/features/risk-list/use-page-risks.ts';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import { AcceptancesCard } from '#web/pages/team/AcceptancesCard.tsx';
import { LeadCard } from '#web/pages/team/LeadCard.tsx';
import { TeamRiver } from '#web/pages/team/TeamRiver.tsx';
import { TeamChangesCard } from '#web/pages/team/TeamChangesCard.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import { usePlace } from '#web/url/use-address.ts';

/** More rows and columns than any one team has below it are folded, never left out. */
const ROOM = { rows: 14, columns: 7 };

/** One team with all below it: its risks, its services, what waits on its lead, what changed. */
export function TeamPage() {
  const picture = usePicture();
  const place = usePlace();
  if (place?.page !== 'team') return null;
  const team = teamIndexOf(picture).at(place.team);
  return team === undefined ? <NotFoundHere what={say('team')} id={place.team} place={place} /> : <OneTeam team={team} />;
}

function OneTeam({ team }: { team: TeamRow }) {
  const picture = usePicture();
  const { headline, lede } = teamWords(picture, team.id);
  const page = usePageRisks();
  const place = { page: 'team', team: team.id } as const;
  const filter = { teamId: team.id };
  const { summary } = cellOf(picture, filter);
  const table = trimTable(picture, teamByProcess(picture, team.id), ROOM);
  const teams = teamIndexOf(picture);
  const flags = picture.otherFlags.filter((flag) => flag.subjectKind === 'team' && teams.holds(team.id, flag.subject, true));
  const below = team.end - (teams.position(team.id) ?? 0) - 1;
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">
          {lede}{' '}
          {team.parentId === null
            ? team.leadId === null ? say('No lead is recorded.') : <Said message="Led by {person}." values={{ person: <PersonLink id={team.leadId} /> }} />
            : team.leadId === null
              ? <Said message="No lead is recorded. Part of {team}." values={{ team: <TeamLink id={team.parentId} /> }} />
              : <Said message="Led by {person}, part of {team}." values={{ person: <PersonLink id={team.leadId} />, team: <TeamLink id={team.parentId} /> }} />}{' '}
          {below > 0 ? say('{below, plural, one {The figures include the one team below it.} other {The figures include the # teams below it.}}', { below }) : null}
        </p>
      </div>
      <div className="grid place-grid">
        {summary.count === 0 ? null : (
          <Card className="span-12" headline={say('Where the money sits, by team and release process')} subtitle={say('Expected annual loss. Solid: held by someone who can decide and has seen the evidence; hatched: not')}>
            <TeamByProcessTable table={table} caption={say('Expected annual loss of open risks of {team} by team and release process', { team: team.name })} />
          </Card>
        )}
        {summary.count === 0 ? null : <PlaceExposureCard className="span-12" place={{ kind: 'team', filter }} />}
        <div className="span-12"><RiskListCard page={page} place={place} none={say('No open risk is on the record for {team}.', { team: team.name })} /></div>
        <TeamRiver team={team} />
        <AcceptancesCard team={team} />
        <LeadCard team={team} />
        <FindingsByStage className="span-6" filter={filter} where={team.name} />
        <ServicesCard className="span-12" filter={filter} where={team.name} />
        <TeamChangesCard team={team} />
        <Card className="span-6" headline={flags.length === 0 ? say('No condition about the team is open') : say('Conditions about the team')} subtitle={say('How the work is shared and decided, from the record')}>
          {flags.length === 0 ? <Empty>{say('None found among the rules about teams.')}</Empty> : <FlagLines flags={flags} />}
        </Card>
      </div>
    </>
  );
}
