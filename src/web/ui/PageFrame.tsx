import { lazy, Suspense } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { dayInWords } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import { usePack } from '#web/pack/pack-context.ts';
import { AwayContext } from '#web/api/away-context.ts';
import { PictureProvider, usePictureState, type PictureState } from '#web/api/PictureProvider.tsx';
import { Breadcrumb } from '#web/ui/Breadcrumb.tsx';
import { ConditionsLink } from '#web/ui/ConditionsLink.tsx';
import { CopyLink } from '#web/ui/CopyLink.tsx';
import { DatesTool } from '#web/ui/DatesTool.tsx';
import { HeaderNav } from '#web/ui/HeaderNav.tsx';
import { OfflineBanner } from '#web/ui/OfflineBanner.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { PolicyOf } from '#web/ui/PolicyLink.tsx';
import { SearchBox } from '#web/ui/SearchBox.tsx';
import { StaleCount } from '#web/ui/StaleMark.tsx';
import { ErrorCard, Loading } from '#web/ui/states.tsx';
import { useDisclosures } from '#web/ui/use-disclosures.ts';
import { stepOf } from '#web/url/presentation.ts';
import { usePlace } from '#web/url/use-address.ts';
import '#web/ui/frame.css';

/** None of these is needed before the page is drawn; only a presentation and a pack have the last two. */
const TakeAlong = lazy(async () => ({ default: (await import('#web/ui/TakeAlong.tsx')).TakeAlong }));
const PresentBar = lazy(async () => ({ default: (await import('#web/ui/PresentBar.tsx')).PresentBar }));
const MoreNav = lazy(async () => ({ default: (await import('#web/ui/MoreNav.tsx')).MoreNav }));
const PackSeal = lazy(async () => ({ default: (await import('#web/pack/PackSeal.tsx')).PackSeal }));

/** What stands around every page: skip link, header, drill path, freshness; and the one picture all pages read. */
export function PageFrame() {
  const place = usePlace();
  const state = usePictureState();
  useDisclosures();
  const picture = state.status === 'shown' ? state.picture : undefined;
  // A replayed case has days and a record of its own.
  const isReplay = place?.page === 'replays' || place?.page === 'replay';
  const pack = usePack();
  const presented = stepOf(new URLSearchParams(useLocation().search)) !== undefined;
  return (
    <AwayContext value={state.status === 'shown' && state.offline}>
      <a className="skip-link" href="#main">{say('Skip to the page')}</a>
      {presented ? <Suspense><PresentBar /></Suspense> : <header className="header">
        <PlaceLink to={{ page: 'brief' }} view={{}} className="header__brand">{say('Whose Call')}</PlaceLink>
        <HeaderNav place={place} />
        <div className="header__tools">
          {isReplay ? null : picture === undefined ? <span className="tool tool--coming tool--coming-dates" /> : pack === undefined ? <DatesTool picture={picture} /> : <PackDates picture={picture} />}
          <SearchBox picture={picture} />
          {pack !== undefined ? null : picture === undefined ? <span className="tool tool--coming" /> : <CopyLink picture={picture} />}
        </div>
      </header>}
      <div className="under-header">
        <Breadcrumb place={place} picture={picture} />
        {picture === undefined || place?.page !== 'brief' ? null : <Suspense><TakeAlong picture={picture} /></Suspense>}
        {isReplay ? null : <Freshness state={state} brief={place?.page === 'brief'} />}
      </div>
      <PictureTrouble state={state} />
      <main id="main" className={presented ? 'main main--presented' : 'main'} tabIndex={-1}>
        {picture === undefined
          ? state.status === 'failed'
            ? <ErrorCard what={say('The picture')} error={state.error} retry={state.retry} whole />
            : <Loading what={say('the picture')} as={place?.page === 'brief' ? 'brief' : 'page'} />
          : <PictureProvider picture={picture}>
            <Suspense fallback={<Loading what={say('the page')} />}><Outlet /></Suspense>
          </PictureProvider>}
      </main>
      {presented || picture === undefined || place?.page === 'brief' ? null : <Suspense><MoreNav place={place} /></Suspense>}
      {pack === undefined ? null : <Suspense><PackSeal pack={pack} /></Suspense>}
      <ScrollRestoration />
    </AwayContext>
  );
}

/** A pack holds one pair of dates: they are said, and cannot be changed. */
function PackDates({ picture }: { picture: Picture }) {
  return <span className="pack-dates"><Said message="As of {b} · against {against}" values={{ b: <b>{dayInWords(picture.asOf)}</b>, against: dayInWords(picture.against) }} /></span>;
}

/** How new the figures are, whether newer ones are on their way, and whether they are a sample. */
function Freshness({ state, brief }: { state: PictureState; brief: boolean }) {
  if (state.status !== 'shown') return <div className={brief ? 'freshness freshness--brief freshness--coming' : 'freshness freshness--coming'} />;
  const { picture, updating } = state;
  const ends = picture.newestRecordedAt;
  return (
    <aside className="freshness" aria-label={say('What the figures rest on')}>
      <output>{updating ? say('Updating, showing {asOf} · ', { asOf: dayInWords(picture.asOf) }) : ''}</output>
      {picture.services.length === 0 ? null : <CoverageText picture={picture} />}
      {brief ? null : <span className="coverage-text"><Said message="{conditions} under {policyOf}" values={{ conditions: <ConditionsLink picture={picture} />, policyOf: <PolicyOf picture={picture} /> }} /></span>}
      {picture.sample
        ? <span className="sample-mark">{ends === null ? say('Sample company') : say('Sample company, record ends {ends}', { ends: dayInWords(ends) })}</span>
        : <span>{ends === null ? say('The record is empty') : say('Newest entry {ends}', { ends: dayInWords(ends) })}</span>}
    </aside>
  );
}

/** How much of the organisation the record covers, above every figure; the link lists what is missing. */
function CoverageText({ picture }: { picture: Picture }) {
  const { servicesWithTeam, risksWithRange } = picture.coverage;
  return (
    <span className="coverage-text"><Said message="{with, number} of {total, number} services have an owning team, {with2, number} of {total2, number} open risks a range: <link>see what is missing</link>, <link2>sources</link2>, {staleCount}" values={{ with: servicesWithTeam.with, total: servicesWithTeam.total, with2: risksWithRange.with, total2: risksWithRange.total, link: (words) => <PlaceLink to={{ page: 'coverage' }} view={{}}>{words}</PlaceLink>, link2: (words) => <PlaceLink to={{ page: 'sources' }} view={{}}>{words}</PlaceLink>, staleCount: <StaleCount picture={picture} /> }} /></span>
  );
}

function PictureTrouble({ state }: { state: PictureState }) {
  if (state.status === 'shown' && state.offline) {
    return <div className="notice"><OfflineBanner picture={state.picture} retry={state.retry} /></div>;
  }
  if (state.status === 'shown' && state.error !== null) {
    return (
      <div className="notice">
        <ErrorCard what={say('The picture for these dates')} error={state.error} retry={state.retry} lastGood={dayInWords(state.picture.asOf)} />
      </div>
    );
  }
  return null;
}
