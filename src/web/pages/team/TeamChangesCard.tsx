import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { changesByTeam } from '#core/picture/changes.ts';
import type { TeamRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { signedShort } from '#web/charts/change-dumbbell/describe.ts';
import { periodEnd } from '#core/picture/sentences/prose.ts';
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
      headline={nothing ? say('No open risk then or now to compare since {since}', { since }) : say('{difference} a year since {since}', { difference: signedShort(total.difference, picture.currency), since })}
      subtitle={<><Said message="What changed from {date} to {date2}" values={{ date: <DateText when={picture.against} />, date2: <DateText when={picture.asOf} /> }} /></>}
      foot={nothing ? undefined : <PlaceLink to={{ page: 'changes' }} view={{ team: team.id }}>{say('Every change of {team}', { team: team.name })}</PlaceLink>}
    >
      {nothing ? <Empty>{say('None found at either date.')}</Empty> : (
        <dl className="facts">
          <dt>{say('Then')}</dt><dd><Said message="{count, plural, one {# open risk} other {# open risks}}, {money} a year" values={{ count: total.before.count, money: <MoneyText amount={total.before.expectedAnnualLoss} /> }} /></dd>
          <dt>{say('Now')}</dt><dd><Said message="{count, plural, one {# open risk} other {# open risks}}, {money} a year" values={{ count: total.now.count, money: <MoneyText amount={total.now.expectedAnnualLoss} /> }} /></dd>
          <dt>{say('Opened, closed')}</dt><dd>{say('{opened, number} opened, {closed, number} closed, {carried, number} carried', { opened: total.counts.opened, closed: total.counts.closed, carried: total.counts.carried })}</dd>
        </dl>
      )}
    </Card>
  );
}
