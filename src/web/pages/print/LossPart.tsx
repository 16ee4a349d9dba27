import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { topRisks } from '#core/picture/top-risks.ts';
import { LossDotsChart } from '#web/charts/loss-dots/Chart.tsx';
import { describeLossDots } from '#web/charts/loss-dots/describe.ts';
import { describeLossIntervals } from '#web/charts/loss-intervals/describe.ts';
import { namesOf } from '#web/charts/names.ts';
import { DOTS, useBriefYear } from '#web/features/exposure/company-year.ts';
import { ExposureState } from '#web/features/exposure/ExposureState.tsx';
import { SheetPart } from '#web/pages/print/Sheet.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';

const HEIGHT = 132;

/** What a year could cost as twenty equally likely years, and the risks that make most of it. */
export function LossPart({ picture }: { picture: Picture }) {
  const { whole, year } = useBriefYear(picture);
  if (year.status !== 'shown') {
    return <SheetPart headline={say('How much could a year cost?')}><ExposureState exposure={year} height={HEIGHT} /><Largest picture={picture} /></SheetPart>;
  }
  const { tolerance, currency } = picture;
  const setBy = tolerance?.setBy === undefined ? undefined : namesOf(picture).personName(tolerance.setBy);
  const words = describeLossDots({ year: year.figures, dots: DOTS.brief, tolerance, setBy, covers: whole.covers, currency, shape: { width: 688, height: HEIGHT } });
  return (
    <SheetPart headline={words.headline} subtitle={words.subtitle}>
      <LossDotsChart input={words.chart} height={HEIGHT} label={words.headline} description={words.alt} />
      <Largest picture={picture} />
    </SheetPart>
  );
}

function Largest({ picture }: { picture: Picture }) {
  const { rows } = topRisks(picture);
  if (rows.length === 0) return null;
  return (
    <p className="sub sheet__spare-1">
      {describeLossIntervals(picture, picture.risks.length).headline}:{' '}
      {rows.map(({ risk, expectedAnnualLoss }, index) => <span key={risk.id}>{index === 0 ? '' : '; '}{risk.label} <MoneyText amount={expectedAnnualLoss} /></span>)}.
    </p>
  );
}
