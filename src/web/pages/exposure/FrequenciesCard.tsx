import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { chanceInWords } from '#core/exposure/equally-likely-years.ts';
import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import { toleranceTests } from '#core/exposure/tolerance-test.ts';
import type { Picture } from '#core/picture/picture.ts';
import { namesOf } from '#web/charts/names.ts';
import type { Exposure } from '#web/exposure/use-exposure.ts';
import { TABLE_PERCENTILES } from '#web/features/exposure/company-year.ts';
import { ExposureState } from '#web/features/exposure/ExposureState.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { useExposureAddress } from '#web/pages/exposure/use-exposure-address.ts';

/** Heights of the two tables the card opens with, so that nothing below it moves when they come. */
const HEIGHT = { tolerance: 49, row: 24, often: 240 };

/** How often a year costs more, in words; and what the board accepts, who set it and where it is written. */
export function FrequenciesCard({ picture, year }: { picture: Picture; year: Exposure<YearAnswer> }) {
  const { tolerance } = picture;
  if (year.status !== 'shown') {
    return <Card headline={say('How often, and what is accepted')} subtitle={say('The total of a year')}><ExposureState exposure={year} height={HEIGHT.often + (tolerance === undefined ? 0 : HEIGHT.tolerance + HEIGHT.row * tolerance.points.length)} /></Card>;
  }
  const tests = tolerance === undefined ? [] : toleranceTests(tolerance, year.figures.exceedance);
  const passed = tests.filter(({ within }) => !within).length;
  return (
    <Card
      headline={tolerance === undefined ? say('No tolerance is on record') : passed === 0 ? say('Within the tolerance at every point') : say('Above the tolerance at {passed, number} of {tests, number} {tests, plural, one {point} other {points}}', { passed, tests: tests.length })}
      subtitle={<ToleranceSource picture={picture} />}
    >
      {tests.length === 0 ? null : (
        <table className="frequencies">
          <caption className="visually-hidden">{say('The tolerance, and how often it is passed')}</caption>
          <thead><tr><th scope="col">{say('A year above')}</th><th scope="col" className="numeric">{say('chance')}</th><th scope="col" className="numeric">{say('accepted')}</th></tr></thead>
          <tbody>
            {tests.map(({ above, atMost, chance, within }) => (
              <tr key={above}>
                <th scope="row"><OverLink amount={above}><MoneyText amount={above} precision="exact" /></OverLink></th>
                <td className={`numeric${within ? '' : ' gap-text'}`}>{chanceInWords(chance)}<span className="frequencies__verdict">{within ? say('within') : say('above')}</span></td>
                <td className="numeric">{chanceInWords(atMost)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <table className="frequencies">
        <caption className="visually-hidden">{say('How often a year costs more')}</caption>
        <thead><tr><th scope="col">{say('How often')}</th><th scope="col" className="numeric">{say('a year costs more than')}</th></tr></thead>
        <tbody>
          {TABLE_PERCENTILES.map((p) => (
            <tr key={p}>
              <th scope="row">{oftenWords(p)}</th>
              <td className="numeric"><OverLink amount={year.figures.quantiles[p] ?? 0}><MoneyText amount={year.figures.quantiles[p] ?? 0} /></OverLink></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function OverLink({ amount, children }: { amount: number; children: React.ReactNode }) {
  const view = useExposureAddress();
  return <PlaceLink to={{ page: 'exposure' }} view={view({ over: amount })} className="number">{children}</PlaceLink>;
}

function ToleranceSource({ picture }: { picture: Picture }) {
  const { tolerance } = picture;
  if (tolerance === undefined) return <><Said message="Set it on the <link>policy page</link>" values={{ link: (words) => <PlaceLink to={{ page: 'policy' }} view={{}}>{words}</PlaceLink> }} /></>;
  const { setBy, setAt, source } = tolerance;
  const person = setBy === undefined ? undefined : namesOf(picture).person(setBy);
  return (
    <>
      {setBy === undefined ? say('Who set it is not on the record') : <><Said message="Set by {part}" values={{ part: person === undefined ? setBy : <PersonLink id={setBy} /> }} /></>}
      {setAt === undefined ? null : <>, <DateText when={setAt} /></>}
      {source === undefined ? null : `, ${source}`}. <PlaceLink to={{ page: 'policy' }} view={{}}>{say('Policy')}</PlaceLink>
    </>
  );
}

/** `19 years in 20`, `1 year in 4`: how many years cost more than this percentile. */
export function oftenWords(p: number): string {
  if (p >= 0.5) return say('1 year in {round, number}', { round: Math.round(1 / (1 - p)) });
  const of = Math.round(1 / p);
  return say('{value, number} years in {of, number}', { value: of - 1, of });
}
