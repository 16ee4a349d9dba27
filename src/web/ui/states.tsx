import type { ReactNode } from 'react';
import { RequestProblem } from '#web/api/problem.ts';
import type { Place } from '#web/paths.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
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
      <p>None of the {total} {noun} match the filters.</p>
      <p><PlaceLink to={clear} view={{}}>Clear filters</PlaceLink></p>
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
    <section className="state state--error" role="alert" aria-label={`${what} did not load`}>
      <p className="state__title">{what} did not load.</p>
      <p>{error.message}{remedy === undefined ? '' : ` ${remedy}`}</p>
      {lastGood === undefined ? null : <p>Last good figures: {lastGood}.</p>}
      {instance === undefined ? null : <p className="sub">Reference {instance}</p>}
      <button type="button" className="state__act" onClick={retry}>Try again</button>
    </section>
  );
}

/** Stands where the page will stand; silent for the first 200 ms. */
export function Loading({ what }: { what: string }) {
  const late = useLater(200);
  return (
    <div className="skeleton" aria-busy="true">
      <div className="skeleton__block skeleton__block--title">
        <output>{late ? `Loading ${what} …` : ''}</output>
      </div>
      {late ? <div className="grid" aria-hidden="true">
        <div className="skeleton__block skeleton__block--tall span-5" />
        <div className="skeleton__block skeleton__block--tall span-7" />
        <div className="skeleton__block skeleton__block--tall span-12" />
      </div> : null}
    </div>
  );
}
