import { decimal } from '#language/numbers.ts';
import { say } from '#language/say.ts';
import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import type { CommonCauseRow } from '#core/picture/common-cause-row.ts';
import type { Picture } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { signedShort } from '#web/charts/change-dumbbell/describe.ts';
import { portfolioInBadYears, portfolioWithoutCause, type CompanyPortfolio } from '#web/exposure/portfolios.ts';
import { useBound, useYear, type Exposure } from '#web/exposure/use-exposure.ts';
import { MEDIAN_AND_TAIL } from '#web/features/exposure/company-year.ts';
import { ExposureState } from '#web/features/exposure/ExposureState.tsx';
import { BAD_YEARS, badYearWords } from '#web/pages/exposure/bad-year-words.ts';
import { WideTable } from '#web/pages/exposure/WideTable.tsx';
import { Card } from '#web/ui/Card.tsx';
import { moneyProse, moneySpoken } from '#web/ui/money-words.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { FilterLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** What each named common cause does to the year, and how far any dependence at all could go. */
export function CausesCard({ picture, whole }: { picture: Picture; whole: CompanyPortfolio }) {
  const counting = new Set(whole.portfolio.commonCauses.map(({ id }) => id));
  const causes = (picture.commonCauses ?? []).filter(({ id }) => counting.has(id));
  const year = useYear(whole.portfolio, MEDIAN_AND_TAIL);
  const bound = useBound(whole.portfolio);
  const headline = causes.length === 0
    ? say('No common cause is on the record: every risk is treated as independent')
    : say('{causes, plural, one {# common cause} other {# common causes}} counted; the rest is treated as independent', { causes: causes.length });
  return (
    <Card className="span-12" headline={headline} subtitle={say('Events that hit several risks at once. What each adds to the figures of a year; the average year stays as it is')}>
      {year.status !== 'shown' ? <ExposureState exposure={year} height={120} /> : causes.length === 0
        ? <Empty>{say('A shared identity provider, build system or cloud region can be recorded as a common cause, with an owner and the risks it hits.')}</Empty>
        : (
          <WideTable caption={say('What each common cause adds to the year')}>
            <thead>
              <tr><th scope="col">{say('Common cause')}</th><th scope="col">{say('Owner')}</th><th scope="col" className="numeric">{say('Events a year')}</th><th scope="col" className="numeric">{say('Median year')}</th><th scope="col" className="numeric">{say('1 year in 20 above')}</th><th scope="col" className="numeric">{say('1 year in 100 above')}</th><th scope="col" className="numeric">{say('Worst 5%, average')}</th></tr>
            </thead>
            <tbody>
              <tr><th scope="row" colSpan={3}>{say('The year as it is')}</th><YearCells year={year} /></tr>
              {causes.map((cause) => <CauseRow key={cause.id} picture={picture} cause={cause} whole={year.figures} />)}
              {causes.length < 2 ? null : <AllCausesRow picture={picture} whole={year.figures} />}
            </tbody>
          </WideTable>
        )}
      {whole.leftOut.map(({ cause, why }) => <p key={cause.id} className="sub">{say('{cause} is not counted: {why}', { cause: cause.label, why })}</p>)}
      {bound.status === 'shown'
        ? <p className="causes__bound">{say('However the risks may hang together, the worst 5% of years cannot cost more than {es95} on average: the sum of what each risk alone costs in the worst 5% of its own years.', { es95: moneyProse(bound.figures.es95, picture.currency) })}</p>
        : <ExposureState exposure={bound} />}
      {year.status === 'shown' ? <BadYears picture={picture} asItIs={year.figures} /> : null}
    </Card>
  );
}

/** What no named cause says: how much worse the tail is if all rates swing together. In none of the other figures. */
function BadYears({ picture, asItIs }: { picture: Picture; asItIs: YearAnswer }) {
  const year = useYear(portfolioInBadYears(picture, BAD_YEARS.variance).portfolio, MEDIAN_AND_TAIL);
  return (
    <div className="causes__bound">
      <h3>{say('A sensitivity, in none of the other figures')}</h3>
      {year.status === 'shown' ? <p>{badYearWords(asItIs, year.figures, picture.currency)}</p> : <ExposureState exposure={year} height={66} />}
    </div>
  );
}

function CauseRow({ picture, cause, whole }: { picture: Picture; cause: CommonCauseRow; whole: YearAnswer }) {
  const without = useYear(portfolioWithoutCause(picture, cause.id).portfolio, MEDIAN_AND_TAIL);
  return (
    <tr>
      <th scope="row">{cause.label} <FilterLink filter={{ ids: cause.riskIds }} className="sub">{say('{riskIds, plural, one {# risk} other {# risks}}', { riskIds: cause.riskIds.length })}</FilterLink></th>
      <td>{cause.ownerId === null ? say('Nobody named') : <PersonLink id={cause.ownerId} />}</td>
      <td className="numeric">{cause.rate === null ? say('not recorded') : decimal(Number(cause.rate.toPrecision(2)), 12)}</td>
      <DifferenceCells whole={whole} without={without} />
    </tr>
  );
}

function AllCausesRow({ picture, whole }: { picture: Picture; whole: YearAnswer }) {
  const without = useYear(portfolioWithoutCause(picture, null).portfolio, MEDIAN_AND_TAIL);
  return <tr className="shares__sum"><th scope="row" colSpan={3}>{say('All of them together')}</th><DifferenceCells whole={whole} without={without} /></tr>;
}

function YearCells({ year }: { year: Exposure<YearAnswer> }) {
  if (year.status !== 'shown') return <td colSpan={4} className="numeric"><ExposureState exposure={year} /></td>;
  return figuresOf(year.figures).map(({ name, amount }) => <td key={name} className="numeric"><MoneyText amount={amount} /></td>);
}

/** What a cause adds to each figure: the year as it is, less the same year with every risk hit on its own. */
function DifferenceCells({ whole, without }: { whole: YearAnswer; without: Exposure<YearAnswer> }) {
  const { currency } = usePicture();
  if (without.status !== 'shown') return <td colSpan={4} className="numeric"><ExposureState exposure={without} /></td>;
  const before = figuresOf(without.figures);
  return figuresOf(whole).map(({ name, amount }, index) => {
    const difference = amount - (before[index]?.amount ?? 0);
    return <td key={name} className="numeric"><span aria-hidden="true">{signedShort(difference, currency)}</span><span className="visually-hidden">{difference < 0 ? 'down' : 'up'} {moneySpoken(Math.abs(difference), currency)}</span></td>;
  });
}

function figuresOf({ quantiles, es95 }: YearAnswer): readonly { name: string; amount: number }[] {
  return [
    { name: 'median', amount: quantiles[0.5] ?? 0 }, { name: 'twentieth', amount: quantiles[0.95] ?? 0 },
    { name: 'hundredth', amount: quantiles[0.99] ?? 0 }, { name: 'worst', amount: es95 },
  ];
}
