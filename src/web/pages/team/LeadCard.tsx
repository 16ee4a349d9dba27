import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { TeamRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { WaitingLists } from '#web/features/waiting/WaitingLists.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** What waits on the lead of a team: what they can do next, never a count to compare people by. */
export function LeadCard({ team }: { team: TeamRow }) {
  const names = namesOf(usePicture());
  if (team.leadId === null) {
    return (
      <Card className="span-6" headline={say('No lead is recorded for this team')} subtitle={say('What waits on the lead')}>
        <Empty>{say('Nothing can wait on somebody the record does not name. Name a lead, and the evidence has somebody to reach.')}</Empty>
      </Card>
    );
  }
  return (
    <Card className="span-6" headline={<><Said message="What waits on {person}" values={{ person: <PersonLink id={team.leadId} /> }} /></>} subtitle={say('Lead of {team}', { team: names.teamName(team.id) })}>
      <WaitingLists personId={team.leadId} shown={5} />
    </Card>
  );
}
