import { changesByTeam } from '#core/picture/changes.ts';
import type { TeamRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { signedShort } from '#web/charts/change-dumbbell/describe.ts';
import { counted, periodEnd } from '#core/picture/sentences/prose.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/ui/facts.css';

/** What changed for a team and all below it against the earlier date. */
export function TeamChangesCard({ team }: { team: TeamRow }) {
  const picture = usePicture();
  const { total } = changesByTeam(picture, team.id);
  const since = periodEnd(picture.against);
  const nothing = total.before.count + total.now.count === 0;
  return (
    <Card
      className="span-6"
      headline={nothing ? `No open risk then or now to compare since ${since}` : `${signedShort(total.difference, picture.currency)} a year since ${since}`}
      subtitle={<>What changed from <DateText when={picture.against} /> to <DateText when={picture.asOf} /></>}
      foot={nothing ? undefined : <PlaceLink to={{ page: 'changes' }} view={{ team: team.id }}>Every change of {team.name}</PlaceLink>}
    >
      {nothing ? <Empty>None found at either date.</Empty> : (
        <dl className="facts">
          <dt>Then</dt><dd>{counted(total.before.count, 'open risk')}, <MoneyText amount={total.before.expectedAnnualLoss} /> a year</dd>
          <dt>Now</dt><dd>{counted(total.now.count, 'open risk')}, <MoneyText amount={total.now.expectedAnnualLoss} /> a year</dd>
          <dt>Opened, closed</dt><dd>{total.counts.opened} opened, {total.counts.closed} closed, {total.counts.carried} carried</dd>
        </dl>
      )}
    </Card>
  );
}
