import { lazy, Suspense, useId } from 'react';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import type { Picture } from '#core/picture/picture.ts';
import { describeLossCurve } from '#web/charts/loss-curve/describe.ts';
import { layoutLossCurve } from '#web/charts/loss-curve/layout.ts';
import { LossDotsChart } from '#web/charts/loss-dots/Chart.tsx';
import { describeLossDots } from '#web/charts/loss-dots/describe.ts';
import { namesOf } from '#web/charts/names.ts';
import type { CompanyPortfolio } from '#web/exposure/portfolios.ts';
import type { Exposure } from '#web/exposure/use-exposure.ts';
import { DOTS } from '#web/features/exposure/company-year.ts';
import { Computing, ExposureState } from '#web/features/exposure/ExposureState.tsx';
import { TopCard } from '#web/pages/exposure/TopCard.tsx';
import { ViewTabs } from '#web/pages/exposure/ViewTabs.tsx';
import { Card } from '#web/ui/Card.tsx';
import { spokenIn } from '#web/ui/money-words.ts';
import { SpokenText } from '#web/ui/SpokenText.tsx';
import { withRowLinks } from '#web/ui/DataTable.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import { viewOfExposure, type ExposureView } from '#web/url/exposure-view.ts';
import { useAddressOf } from '#web/url/use-address.ts';

const LossCurveChart = lazy(async () => ({ default: (await import('#web/charts/loss-curve/LossCurveChart.tsx')).LossCurveChart }));

interface YearsCardProps {
  picture: Picture;
  asked: ExposureView;
  whole: CompanyPortfolio;
  year: Exposure<YearAnswer>;
}

const HEIGHT = 430;

/** The year in one of three drawings: dots, the exceedance curve, or the largest risks. */
export function YearsCard({ picture, asked, whole, year }: YearsCardProps) {
  const tabs = <ViewTabs asked={asked} />;
  if (asked.view === 'top') return <TopCard picture={picture} limit={15} className="span-8" tabs={tabs} />;
  if (year.status !== 'shown') {
    return <Card className="span-8" headline={say('A year of losses')} subtitle={say('Every open risk in money, together')}>{tabs}<ExposureState exposure={year} height={HEIGHT} /></Card>;
  }
  return asked.view === 'lec'
    ? <Curve picture={picture} year={year.figures} tabs={tabs} />
    : <Dots picture={picture} asked={asked} whole={whole} year={year.figures} tabs={tabs} />;
}

interface DrawingProps {
  picture: Picture;
  year: YearAnswer;
  tabs: React.ReactNode;
}

function Dots({ picture, asked, whole, year, tabs }: DrawingProps & { asked: ExposureView; whole: CompanyPortfolio }) {
  const addressOf = useAddressOf();
  const { tolerance, currency } = picture;
  const setBy = tolerance?.setBy === undefined ? undefined : namesOf(picture).personName(tolerance.setBy);
  const words = describeLossDots({ year, dots: DOTS.page, tolerance, setBy, covers: whole.covers, currency, shape: { width: 880, height: HEIGHT } });
  const overFrom = (from: number): ExposureView => ({ ...asked, over: from });
  const data = withRowLinks(words.data, words.data.rows.map(([name, from]) => (
    <PlaceLink key={String(name?.value)} to={{ page: 'exposure' }} view={viewOfExposure(overFrom(Number(from?.value ?? 0)))}><SpokenText>{name?.value}</SpokenText></PlaceLink>
  )));
  return (
    <Card className="span-8" headline={words.headline} subtitle={words.subtitle} data={data}>
      {tabs}
      <LossDotsChart input={words.chart} height={HEIGHT} label={words.headline} description={words.alt} drill={(from) => addressOf({ page: 'exposure' }, viewOfExposure(overFrom(from)))} />
    </Card>
  );
}

function Curve({ picture, year, tabs }: DrawingProps) {
  const { ref, width } = useWidth<HTMLDivElement>(640, 656);
  const height = Math.min(HEIGHT, Math.max(240, Math.round(width * 0.7)));
  const described = useId();
  const { currency, tolerance } = picture;
  const words = describeLossCurve(year, tolerance, currency);
  return (
    <Card className="span-8" headline={words.headline} subtitle={words.subtitle} data={words.data}>
      {tabs}
      <p className="loss-curve__legend">
        <span><Said message="{svg}chance of such a year" values={{ svg: <svg width="28" height="10" aria-hidden="true"><line x1="0" x2="28" y1="5" y2="5" stroke="var(--data)" strokeWidth="2.5" /></svg> }} /></span>
        {words.tests.length === 0 ? null : <span><Said message="{svg}accepted at most" values={{ svg: <svg width="28" height="10" aria-hidden="true"><line x1="0" x2="28" y1="5" y2="5" stroke="var(--tolerance)" strokeWidth="2" strokeDasharray="7 4" /></svg> }} /></span>}
        {words.tests.length === 0 ? null : <span><Said message="{svg}passed more often than accepted" values={{ svg: <svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="6" fill="var(--gap)" /></svg> }} /></span>}
        {words.tests.length === 0 ? null : <span><Said message="{svg}within" values={{ svg: <svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="5.5" fill="var(--card)" stroke="var(--data)" strokeWidth="2" /></svg> }} /></span>}
      </p>
      <div ref={ref} className="loss-curve" style={{ minHeight: height }}>
        <figure>
          <Suspense fallback={<Computing progress={undefined} height={height} />}>
            <LossCurveChart layout={layoutLossCurve(year, words.tests, width)} width={width} height={height} currency={currency} label={words.headline} describedBy={described} />
          </Suspense>
          <p id={described} className="visually-hidden">{spokenIn(words.alt)}</p>
        </figure>
      </div>
    </Card>
  );
}
