import { say } from '#language/say.ts';
import { cellOf, notInformedCalls, withoutInformedCall } from '#core/picture/roll-up.ts';
import type { Picture, TeamRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
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
        <PageTitle>{teams.length === 0 ? say('No team is on the record') : say('{teams, plural, one {# team} other {# teams}}; {led, number} of {total, number} have a named lead', { teams: teams.length, led, total })}</PageTitle>
        <p className="lede">{say('The figures of a team include all teams below it.')}</p>
      </div>
      <Card headline={say('The tree of teams')} subtitle={say('Open risks, money expected a year, and what of it is nobody’s informed call')}>
        {teams.length === 0 ? <Empty>{say('Import a catalog or an owners file to fill the tree.')}</Empty> : (
          <table className="place-table place-table--stack">
            <caption className="visually-hidden">{say('Teams in the order of the tree')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('Team')}</th><th scope="col">{say('Lead')}</th><th scope="col" className="numeric">{say('Services')}</th>
                <th scope="col">{say('Open risks')}</th><th scope="col">{say('Nobody’s informed call')}</th><th scope="col" className="numeric">{say('Open findings')}</th>
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
      <td data-label={say('Lead')}>{team.leadId === null ? <span className="gap-text">{say('No lead recorded')}</span> : <PersonLink id={team.leadId} />}</td>
      <td data-label={say('Services')} className="numeric">{services === 0 ? <None words={say('no service')} /> : services}</td>
      <td data-label={say('Open risks')}>
        {summary.count === 0 ? <None words={say('no open risk')} /> : <><FilterLink filter={filter} label={say('{count, plural, one {# open risk} other {# open risks}} of {team}', { count: summary.count, team: team.name })}>{summary.count}</FilterLink> <span className="sub"><TallyText tally={summary} /></span></>}
      </td>
      <td data-label={say('Nobody’s informed call')}>{gap.count === 0 ? <None words={say('none')} /> : <><FilterLink filter={{ ...filter, readiness: notInformedCalls }} label={say('{count, number} of {team}: nobody’s informed call', { count: gap.count, team: team.name })}>{gap.count}</FilterLink> <span className="sub"><TallyText tally={gap} /></span></>}</td>
      <td data-label={say('Open findings')} className="numeric"><FindingsLink filter={{ teamId: team.id }} of={team.name} /></td>
    </tr>
  );
}
