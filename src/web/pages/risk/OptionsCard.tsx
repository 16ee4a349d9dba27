import { say } from '#language/say.ts';
import { isUndecided, optionWorths } from '#core/picture/measurements.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { choiceWords, whoWords, worthWords } from '#core/picture/sentences/measure-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { BadYearsWith } from '#web/pages/risk/BadYearsWith.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** What could be done, what it costs, how likely the call is the wrong one, and what is worth finding out first. */
export function OptionsCard({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const options = risk.options ?? [];
  if (options.length === 0) return null;
  const worths = optionWorths(risk);
  const [first] = worths;
  return (
    <Card
      headline={first === undefined ? say('What could be done has a cost and no size to weigh it against') : say('There is a {round, number}% chance that the better-looking call is the wrong one', { round: Math.round(first.worth.chanceWrong * 100) })}
      subtitle={isUndecided(risk) ? say('Options on the record, against the average year; no decision is in force') : say('Options on the record, against the average year; a decision is in force')}
      foot={<PlaceLink to={{ page: 'measure' }} view={{}}>{say('What to find out, over all open decisions')}</PlaceLink>}
    >
      <ul className="plain-rows">
        {worths.map((one) => (
          <li key={one.option.id}>
            <p>{choiceWords(picture, one)}</p>
            <BadYearsWith risk={risk} of={one} />
            <p className="sub">
              {worthWords(picture, 'rate', one.worth.rateAlone)}
              {one.belief.sigmaOfLoss > 0 ? ` ${worthWords(picture, 'loss', one.worth.lossAlone)}` : ''} {whoWords(picture, risk)}
            </p>
          </li>
        ))}
        {options.filter(({ id }) => !worths.some(({ option }) => option.id === id)).map((option) => (
          <li key={option.id}><p>{option.label}</p><p className="sub">{say('Not weighed: the record holds no two ranges, no cost or another currency.')}</p></li>
        ))}
      </ul>
    </Card>
  );
}
