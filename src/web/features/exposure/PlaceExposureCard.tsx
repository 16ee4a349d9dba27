import { messages, say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { Portfolio, WorstAnswer, YearAnswer } from '#core/exposure/exposure-questions.ts';
import { riskIdsOfProcess, shareOf, shareOfProcess } from '#core/picture/bad-year-shares.ts';
import type { RiskFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { companyPortfolio, portfolioBehind, portfolioBeside } from '#web/exposure/portfolios.ts';
import { useWorst, useYear, type Exposure } from '#web/exposure/use-exposure.ts';
import { useHeldPicture, type NeededAnswer } from '#web/exposure/use-held-picture.ts';
import { WORST } from '#web/features/exposure/company-year.ts';
import { Computing, ExposureState } from '#web/features/exposure/ExposureState.tsx';
import { HeldMark } from '#web/features/exposure/HeldMark.tsx';
import { Card } from '#web/ui/Card.tsx';
import { moneyProse } from '#web/ui/money-words.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Asked where a figure is not shown: a person's book is never set beside anybody else's. */
const NOTHING: Portfolio = { risks: [], commonCauses: [] };
const YEAR = { percentiles: [0.5, 0.95], thresholds: [], curvePoints: 0 } as const;
const ONLY_SHORTFALL = { percentiles: [], thresholds: [], curvePoints: 0 } as const;

interface PlaceExposureCardProps {
  place: { kind: 'team' | 'cell' | 'book'; filter: RiskFilter } | { kind: 'process'; process: string };
  className: string;
}

const nouns = messages({ team: 'This team', process: 'This release process', cell: 'This team and process', book: 'This book' });

/** A place in the bad years: alone, as its share of the company's, and what would go away without it. Never mixed. */
export function PlaceExposureCard({ place: where, className }: PlaceExposureCardProps) {
  const held = useHeldPicture(usePicture(), (coming) => neededOf(coming, where));
  const { picture } = held;
  const { currency } = picture;
  const { filter, place, company, others } = portfoliosOf(picture, where);
  const worst = useWorst(company, WORST);
  const alone = useYear(place.portfolio, YEAR);
  const beside = useYear(others, ONLY_SHORTFALL);
  const share = (parts: WorstAnswer['parts']): number => (where.kind === 'process' ? shareOfProcess(picture, where.process, parts) : shareOf(picture, filter, parts));
  const noun = say(nouns[where.kind]);
  const covers = say('Covers {with, number} of {total, plural, one {# open risk} other {# open risks}}', { with: place.covers.with, total: place.covers.total });
  if (place.covers.with === 0) {
    return <Card className={className} headline={say('No year to compute: no open risk here is in money')} subtitle={covers}><Empty>{say('A risk is in money with two ranges: what one loss costs, and how often it happens.')}</Empty></Card>;
  }
  return (
    <Card className={className} headline={headlineOf(alone, noun, currency)} subtitle={<><Said message="{covers}. Bad years: the worst 5%, on average {heldMark}" values={{ covers, heldMark: <HeldMark held={held} /> }} /></>}
      foot={<PlaceLink to={{ page: 'exposure' }} view={{}}>{say('The whole company')}</PlaceLink>}>
      {alone.status === 'refused' || alone.status === 'trouble' ? <ExposureState exposure={alone} /> : (
        <dl className="exposure-facts">
          <dt>{say('{noun} alone, in its own bad years', { noun })}</dt>
          <Fact of={alone} read={({ es95 }) => es95} />
          {where.kind === 'book' ? null : (
            <>
              <dt>{worst.status === 'shown'
                ? say('{noun}’s share of the company’s bad years (of {average})', { noun, average: moneyProse(worst.figures.average, currency) })
                : say('{noun}’s share of the company’s bad years', { noun })}</dt>
              <Fact of={worst} read={({ parts }) => share(parts)} />
              <dt>{say('What would go away if {noun}’s risks went away', { noun: noun.toLowerCase() })}</dt>
              {worst.status === 'shown' && beside.status === 'none'
                ? <dd><MoneyText amount={worst.figures.average} /></dd>
                : <Fact of={beside} read={({ es95 }) => (worst.status === 'shown' ? Math.max(0, worst.figures.average - es95) : undefined)} />}
            </>
          )}
        </dl>
      )}
    </Card>
  );
}

function portfoliosOf(picture: Picture, where: PlaceExposureCardProps['place']) {
  const filter = where.kind === 'process' ? { ids: riskIdsOfProcess(picture, where.process) } : where.filter;
  const compared = where.kind !== 'book';
  return {
    filter,
    place: portfolioBehind(picture, filter),
    company: compared ? companyPortfolio(picture).portfolio : NOTHING,
    others: compared ? portfolioBeside(picture, filter).portfolio : NOTHING,
  };
}

function neededOf(picture: Picture, where: PlaceExposureCardProps['place']): readonly NeededAnswer[] {
  const { place, company, others } = portfoliosOf(picture, where);
  return [
    { portfolio: place.portfolio, question: { ask: 'year', ...YEAR } },
    { portfolio: company, question: WORST },
    { portfolio: others, question: { ask: 'year', ...ONLY_SHORTFALL } },
  ];
}

function headlineOf(alone: Exposure<YearAnswer>, noun: string, currency: string): string {
  if (alone.status !== 'shown') return say('What the bad years hold for {noun}', { noun: noun.toLowerCase() });
  const { quantiles, mean } = alone.figures;
  const twentieth = quantiles[0.95] ?? 0;
  const average = say('the average over many years is {mean}', { mean: moneyProse(mean, currency) });
  return twentieth === 0 ? say('In more than 19 of 20 years nothing is lost here; {average}', { average }) : say('One year in 20 costs more than {twentieth} here; {average}', { twentieth: moneyProse(twentieth, currency), average });
}

function Fact<F>({ of, read }: { of: Exposure<F>; read: (figures: F) => number | undefined }) {
  const amount = of.status === 'shown' ? read(of.figures) : undefined;
  if (amount !== undefined) return <dd><MoneyText amount={amount} /></dd>;
  return <dd className="exposure-facts__waiting"><Computing progress={of.status === 'computing' ? of.progress : undefined} /></dd>;
}
