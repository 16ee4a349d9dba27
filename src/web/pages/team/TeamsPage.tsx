import { cellOf, notInformedCalls, withoutInformedCall } from '#core/picture/roll-up.ts';
import type { Picture, TeamRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { counted } from '#core/picture/sentences/prose.ts';
import { TallyText } from '#web/features/risk-list/TallyText.tsx';
import { servicesOf } from '#web/features/place/services.ts';
import { Card } from '#web/ui/Card.tsx';
import { FindingsLink } from '#web/ui/FindingsLink.tsx';
import { None } from '#web/ui/None.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { FilterLink, PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/features/place/place.css';

/** Every team as the tree it stands in; the figures of a team include all teams below it. */
export function TeamsPage() {
  const picture = usePicture();
  const { teams, coverage } = picture;
  const { with: led, total } = coverage.teamsWithLead;
  return (
    <>
      <div className="page-head">
        <PageTitle>{teams.length === 0 ? 'No team is on the record' : `${counted(teams.length, 'team')}; ${led} of ${total} have a named lead`}</PageTitle>
        <p className="lede">The figures of a team include all teams below it.</p>
      </div>
      <Card headline="The tree of teams" subtitle="Open risks, money expected a year, and what of it is nobody’s informed call">
        {teams.length === 0 ? <Empty>Import a catalog or an owners file to fill the tree.</Empty> : (
          <table className="place-table place-table--stack">
            <caption className="visually-hidden">Teams in the order of the tree</caption>
            <thead>
              <tr>
                <th scope="col">Team</th><th scope="col">Lead</th><th scope="col" className="numeric">Services</th>
                <th scope="col">Open risks</th><th scope="col">Nobody’s informed call</th><th scope="col" className="numeric">Open findings</th>
              </tr>
            </thead>
            <tbody>{teams.map((team) => <Row key={team.id} team={team} picture={picture} />)}</tbody>
          </table>
        )}
      </Card>
    </>
  );
}

function Row({ team, picture }: { team: TeamRow; picture: Picture }) {
  const { filter, summary } = cellOf(picture, { teamId: team.id });
  const gap = withoutInformedCall(summary);
  const services = servicesOf(picture, { teamId: team.id }).length;
  return (
    <tr>
      <th scope="row" style={{ paddingInlineStart: `${team.depth * 20}px` }}><PlaceLink to={{ page: 'team', team: team.id }}>{team.name}</PlaceLink></th>
      <td data-label="Lead">{team.leadId === null ? <span className="gap-text">No lead recorded</span> : <PersonLink id={team.leadId} />}</td>
      <td data-label="Services" className="numeric">{services === 0 ? <None words="no service" /> : services}</td>
      <td data-label="Open risks">
        {summary.count === 0 ? <None words="no open risk" /> : <><FilterLink filter={filter} label={`${counted(summary.count, 'open risk')} of ${team.name}`}>{summary.count}</FilterLink> <span className="sub"><TallyText tally={summary} /></span></>}
      </td>
      <td data-label="Nobody’s informed call">{gap.count === 0 ? <None words="none" /> : <><FilterLink filter={{ ...filter, readiness: notInformedCalls }} label={`${gap.count} of ${team.name}: nobody’s informed call`}>{gap.count}</FilterLink> <span className="sub"><TallyText tally={gap} /></span></>}</td>
      <td data-label="Open findings" className="numeric"><FindingsLink filter={{ teamId: team.id }} of={team.name} /></td>
    </tr>
  );
}
