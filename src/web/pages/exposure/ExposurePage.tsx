import { useLocation } from 'react-router';
import type { Picture } from '#core/picture/picture.ts';
import { PictureProvider, usePicture } from '#web/api/PictureProvider.tsx';
import { companyPortfolio, portfolioInBadYears } from '#web/exposure/portfolios.ts';
import { useHeldPicture, type HeldPicture, type NeededAnswer } from '#web/exposure/use-held-picture.ts';
import { companyQuestion, MEDIAN_AND_TAIL, useCompanyYear, WORST } from '#web/features/exposure/company-year.ts';
import { HeldMark } from '#web/features/exposure/HeldMark.tsx';
import { BAD_YEARS } from '#web/pages/exposure/bad-year-words.ts';
import { CausesCard } from '#web/pages/exposure/CausesCard.tsx';
import { CoversCard } from '#web/pages/exposure/CoversCard.tsx';
import { exposureWords } from '#web/pages/exposure/exposure-words.ts';
import { FrequenciesCard } from '#web/pages/exposure/FrequenciesCard.tsx';
import { ModelCard } from '#web/pages/exposure/ModelCard.tsx';
import { OverCard } from '#web/pages/exposure/OverCard.tsx';
import { SharesCard } from '#web/pages/exposure/SharesCard.tsx';
import { TopCard } from '#web/pages/exposure/TopCard.tsx';
import { YearsCard } from '#web/pages/exposure/YearsCard.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { parseExposureView, type ExposureView } from '#web/url/exposure-view.ts';
import '#web/pages/exposure/exposure-page.css';

/** How much could we lose in a year, against what the board accepts, and what makes the bad years bad. */
export function ExposurePage() {
  const asked = parseExposureView(new URLSearchParams(useLocation().search));
  const held = useHeldPicture(usePicture(), (picture) => neededOf(picture, asked));
  return <PictureProvider picture={held.picture}><Figures held={held} asked={asked} /></PictureProvider>;
}

/** What the cards of the page open with; the single lines of their tables come after it. */
function neededOf(picture: Picture, { over }: ExposureView): readonly NeededAnswer[] {
  const { portfolio } = companyPortfolio(picture);
  return [
    { portfolio, question: { ask: 'year', ...companyQuestion(picture) } },
    { portfolio, question: WORST },
    { portfolio, question: { ask: 'year', ...MEDIAN_AND_TAIL } },
    { portfolio, question: { ask: 'bound' } },
    { portfolio: portfolioInBadYears(picture, BAD_YEARS.variance).portfolio, question: { ask: 'year', ...MEDIAN_AND_TAIL } },
    ...(over === undefined ? [] : [{ portfolio, question: { ask: 'over', amount: over } as const }]),
  ];
}

function Figures({ held, asked }: { held: HeldPicture; asked: ExposureView }) {
  const { picture } = held;
  const { whole, year } = useCompanyYear(picture);
  const { headline, lede } = exposureWords(picture, whole, year.status === 'shown' ? year.figures : undefined);
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className={year.status === 'computing' ? 'lede lede--coming' : 'lede'}>{lede}</p>
        <HeldMark held={held} />
      </div>
      <div className="grid exposure">
        {asked.over === undefined ? null : <OverCard picture={picture} amount={asked.over} whole={whole} />}
        <YearsCard picture={picture} asked={asked} whole={whole} year={year} />
        <div className="span-4 exposure__side">
          <FrequenciesCard picture={picture} year={year} />
          <ModelCard picture={picture} whole={whole} />
        </div>
        {asked.view === 'top' ? null : <TopCard picture={picture} limit={5} />}
        <SharesCard picture={picture} whole={whole} by="team" />
        <SharesCard picture={picture} whole={whole} by="process" />
        <CausesCard picture={picture} whole={whole} />
        <CoversCard picture={picture} whole={whole} />
      </div>
    </>
  );
}
