import { Said } from '#web/ui/Said.tsx';
import { say } from '#language/say.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { namesOf } from '#web/charts/names.ts';
import type { CompanyPortfolio } from '#web/exposure/portfolios.ts';
import { Card } from '#web/ui/Card.tsx';
import { moneyProse, moneyShort } from '#web/ui/money-words.ts';
import { SpokenText } from '#web/ui/SpokenText.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { FilterLink, PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

const SHOWN = 24;
/** The reason most of them have: said once, above the list. */
const noRange = (): string => say('No range in money is on the record.');

interface OtherRisk {
  risk: RiskRow;
  why: string;
  bounds?: { low: number; high: number };
}

function oldestFirst<R extends { risk: RiskRow }>(risks: readonly R[]): readonly R[] {
  return risks.toSorted((a, b) => b.risk.ageDays - a.risk.ageDays);
}

/** Which risks the curve covers, and the others by name and owner: never as zero, and never with an invented figure. */
export function CoversCard({ picture, whole }: { picture: Picture; whole: CompanyPortfolio }) {
  const { covers, bounded, meanOnly, otherCurrency, unquantified } = whole;
  const names = namesOf(picture);
  const { currency } = picture;
  const others: readonly OtherRisk[] = [
    ...oldestFirst(bounded).map(({ risk, size }) => ({ risk, why: size.why, bounds: { low: size.low, high: size.high } })),
    ...oldestFirst(meanOnly).map(({ risk, size }) => ({ risk, why: say('{mean} in an average year. {why}', { mean: moneyShort(size.mean, currency), why: size.why }) })),
    ...oldestFirst(otherCurrency).map(({ risk, size }) => ({ risk, why: size.why })),
    ...oldestFirst(unquantified).map(({ risk, size }) => ({ risk, why: size.why === noRange() ? '' : size.why })),
  ];
  const low = bounded.reduce((sum, { size }) => sum + size.low, 0);
  const high = bounded.reduce((sum, { size }) => sum + size.high, 0);
  const shown = others.slice(0, SHOWN);
  const most = Math.max(1, ...bounded.map(({ size }) => size.high));
  return (
    <Card className="span-12" headline={say('The figures cover {with, number} of {total, plural, one {# open risk} other {# open risks}}', { with: covers.with, total: covers.total })}
      foot={<PlaceLink to={{ page: 'measure' }} view={{}}>{say('What to find out next, and what it is worth')}</PlaceLink>}
      subtitle={<>{bounded.length === 0 ? null : say('{bounded, plural, one {# risk} other {# risks}} known only as words of an approved scale: {low} to {high} in an average year, beside the curve and not in it. ', { bounded: bounded.length, low: moneyProse(low, currency), high: moneyProse(high, currency) })}
        {others.length === 0 ? say('Every open risk is in money.') : <><Said message="Risks with a part of a size come first, then those longest open; where no reason is given, no range in money is on the record. {part}" values={{ part: others.length > shown.length ? <FilterLink filter={{ ids: others.map(({ risk }) => risk.id) }}>{say('All {others, number}', { others: others.length })}</FilterLink> : null }} /></>}</>}>
      {others.length === 0 ? <Empty>{say('Looked through {total, number} open risks; each has both ranges.', { total: covers.total })}</Empty> : (
        <ul className="covers">
          {shown.map(({ risk, why, bounds }) => (
            <li key={risk.id}>
              <OwnerGlyph readiness={risk.readiness} />
              <div>
                <RiskLink risk={risk.id}>{risk.label}</RiskLink><span className="visually-hidden">{say(readinessWords[risk.readiness])}</span>{' '}
                <span className="sub">{risk.ownerId === null ? say('Nobody named') : names.person(risk.ownerId) === undefined ? risk.ownerId : <PersonLink id={risk.ownerId} />}<SpokenText>{why === '' ? null : `. ${why}`}</SpokenText></span>
                {bounds === undefined ? null : <BoundsBar low={bounds.low / most} high={bounds.high / most} words={say('{low} to {high} in an average year', { low: moneyShort(bounds.low, currency), high: moneyShort(bounds.high, currency) })} />}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** From the least to the most it can be: hatched, because nothing says where in between. */
function BoundsBar({ low, high, words }: { low: number; high: number; words: string }) {
  return (
    <span className="covers__bounds">
      <svg width="160" height="8" aria-hidden="true" focusable="false">
        <defs><pattern id="bounds-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--card)" /><line x1="0" x2="0" y1="0" y2="6" stroke="var(--data)" strokeWidth="3" /></pattern></defs>
        <rect x={160 * low} width={Math.max(2, 160 * (high - low))} height="8" fill="url(#bounds-hatch)" stroke="var(--data)" />
      </svg>
      <span className="sub"><SpokenText>{words}</SpokenText></span>
    </span>
  );
}
