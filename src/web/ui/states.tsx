import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import { RequestProblem } from '#web/api/problem.ts';
import type { Place } from '#web/paths.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { useLater } from '#web/ui/use-later.ts';
import '#web/ui/states.css';

/** Looked, and there is nothing: says what was looked through. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="state">{children}</p>;
}

/** There are rows, and the filters leave none of them: says how many there are, and clears the filters. */
export function FilteredOut({ total, noun, clear }: { total: number; noun: string; clear: Place }) {
  return (
    <div className="state">
      <p>{say('None of the {total, number} {noun} match the filters.', { total, noun })}</p>
      <p><PlaceLink to={clear} view={{}}>{say('Clear filters')}</PlaceLink></p>
    </div>
  );
}

interface ErrorCardProps {
  /** What did not load, such as `The picture`. */
  what: string;
  error: Error;
  retry: () => void;
  /** Date of the figures still on screen, where there are any. */
  lastGood?: ReactNode;
}

/** Something did not load: says what, what still stands, and how to ask again. */
export function ErrorCard({ what, error, retry, lastGood }: ErrorCardProps) {
  const { remedy, instance } = error instanceof RequestProblem ? error.problem : {};
  return (
    <section className="state state--error" role="alert" aria-label={say('{what} did not load', { what })}>
      <p className="state__title">{say('{what} did not load.', { what })}</p>
      <p>{error.message}{remedy === undefined ? '' : ` ${remedy}`}</p>
      {lastGood === undefined ? null : <p><Said message="Last good figures: {lastGood}." values={{ lastGood: <>{lastGood}</> }} /></p>}
      {instance === undefined ? null : <p className="sub">{say('Reference {instance}', { instance })}</p>}
      <button type="button" className="state__act" onClick={retry}>{say('Try again')}</button>
    </section>
  );
}

/** The same for a page whose code is on its way. */
export function PageLoading() {
  return <Loading what={say('the page')} />;
}

/** Stands where the page will stand; silent for the first 200 ms. */
export function Loading({ what }: { what: string }) {
  const late = useLater(200);
  return (
    <div className="skeleton" aria-busy="true">
      <div className="skeleton__block skeleton__block--title">
        <output>{late ? say('Loading {what} …', { what }) : ''}</output>
      </div>
      {late ? <div className="grid" aria-hidden="true">
        <div className="skeleton__block skeleton__block--tall span-5" />
        <div className="skeleton__block skeleton__block--tall span-7" />
        <div className="skeleton__block skeleton__block--tall span-12" />
      </div> : null}
    </div>
  );
}
