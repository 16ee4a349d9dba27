import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { LossDotsChart } from '#web/charts/loss-dots/Chart.tsx';
import { describeLossDots } from '#web/charts/loss-dots/describe.ts';
import { namesOf } from '#web/charts/names.ts';
import { DOTS, useBriefYear } from '#web/features/exposure/company-year.ts';
import { ExposureState } from '#web/features/exposure/ExposureState.tsx';
import { SpokenText } from '#web/ui/SpokenText.tsx';

/** Before it is enlarged: dots and words are to be seen from the end of the table. */
const HEIGHT = 190;

/** Step 2: what a year could cost, as twenty equally likely years. */
export function LossStep({ picture, children }: { picture: Picture; children: (sentence: string, chart: ReactNode) => ReactNode }) {
  const { whole, year } = useBriefYear(picture);
  if (year.status !== 'shown') return children(say('How much could a year cost?'), <ExposureState exposure={year} height={HEIGHT} />);
  const { tolerance, currency } = picture;
  const setBy = tolerance?.setBy === undefined ? undefined : namesOf(picture).personName(tolerance.setBy);
  const words = describeLossDots({ year: year.figures, dots: DOTS.brief, tolerance, setBy, covers: whole.covers, currency, shape: { width: 700, height: HEIGHT } });
  return children(words.headline, (
    <>
      <p className="sub"><SpokenText>{words.subtitle}</SpokenText></p>
      <div className="present__dots"><LossDotsChart input={words.chart} height={HEIGHT} label={words.headline} description={words.alt} /></div>
    </>
  ));
}
