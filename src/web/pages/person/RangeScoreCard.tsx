import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { PersonRow } from '#core/picture/picture.ts';
import { rangeScoreOf, rangeScoreWords } from '#core/picture/range-score.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import '#web/pages/person/grants.css';

/** How the ranges this person stated have held up. Here and nowhere else; there is no list of people by it. */
export function RangeScoreCard({ person }: { person: PersonRow }) {
  const picture = usePicture();
  const score = rangeScoreOf(picture, person.id);
  if (score === undefined) return null;
  return (
    <Card className="span-12" headline={say('Ranges stated, held against what was lost')} subtitle={rangeScoreWords(picture, person.id, score)}>
      <ul className="grants">
        {score.losses.map((loss) => (
          <li key={loss.id}>
            {loss.range === null
              ? <Said message="{date}: {loss}, {amount}." values={{ date: <DateText when={loss.at} />, loss: loss.label, amount: <MoneyText amount={loss.amount} precision="exact" /> }} />
              : (
                <Said
                  message="{date}: {loss}, {amount}; the range before it was {low} to {high}: {where, select, inside {inside} other {outside}}."
                  values={{
                    date: <DateText when={loss.at} />, loss: loss.label, amount: <MoneyText amount={loss.amount} precision="exact" />,
                    low: <MoneyText amount={loss.range.low} precision="exact" />, high: <MoneyText amount={loss.range.high} precision="exact" />, where: loss.inside === true ? 'inside' : 'outside',
                  }}
                />
              )}{' '}
            {picture.risks.some(({ id }) => id === loss.riskId) ? <PlaceLink to={{ page: 'risk', risk: loss.riskId, under: { page: 'person', person: person.id } }}>{loss.riskLabel}</PlaceLink> : <span className="sub">{loss.riskLabel}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
