import type { ReactNode } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { say } from '#language/say.ts';
import { previousQuarterEnd } from '#core/time.ts';
import { rolesOnly } from '#core/picture/roles-only.ts';
import type { Picture } from '#core/picture/picture.ts';
import { PictureProvider, usePictureState } from '#web/api/PictureProvider.tsx';
import { dayOfQuarter } from '#web/url/quarter.ts';
import { useViewDates } from '#web/url/use-address.ts';
import { withViewDates } from '#web/url/view-dates.ts';
import { ErrorCard, Loading } from '#web/ui/states.tsx';

/** The picture of a quarter, for what is drawn outside the page frame. Writes the dates it stands for into the address. */
export function QuarterPicture({ quarter, roles = false, children }: { quarter: string; roles?: boolean | undefined; children: ReactNode }) {
  const { pathname, search } = useLocation();
  const dates = useViewDates();
  const state = usePictureState();
  const query = new URLSearchParams(search);
  if (state.status === 'loading') return <Loading what={say('the picture')} />;
  if (state.status === 'failed') return <main className="main"><ErrorCard what={say('The picture')} error={state.error} retry={state.retry} whole /></main>;
  const { picture } = state;
  if (dates.asOf === undefined || dates.against === undefined) {
    const asOf = dates.asOf ?? dayOfQuarter(quarter, picture.asOf);
    if (asOf === undefined) return <NoSuchQuarter quarter={quarter} />;
    const frozen = withViewDates(query, { asOf, against: dates.against ?? previousQuarterEnd(asOf) });
    return <Navigate replace to={{ pathname, search: frozen.toString() }} />;
  }
  // Another day's picture stays on a page while the next is fetched; on paper it would be a wrong sheet.
  if (!picture.asOf.startsWith(dates.asOf) || !picture.against.startsWith(dates.against)) {
    return state.error === null ? <Loading what={say('the picture')} /> : <main className="main"><ErrorCard what={say('The picture for these dates')} error={state.error} retry={state.retry} whole /></main>;
  }
  return <PictureProvider picture={roles ? inRoles(picture) : picture}>{children}</PictureProvider>;
}

const kept = new WeakMap<Picture, Picture>();

function inRoles(picture: Picture): Picture {
  const held = kept.get(picture);
  if (held !== undefined) return held;
  const made = rolesOnly(picture);
  kept.set(picture, made);
  return made;
}

function NoSuchQuarter({ quarter }: { quarter: string }) {
  return (
    <main className="main">
      <h1>{say('There is no brief for “{quarter}”', { quarter })}</h1>
      <p>{say('A quarter is written as 2026Q4 and has begun by the day the record stands on.')}</p>
      <p><Link to="/">{say('The brief of today')}</Link></p>
    </main>
  );
}
