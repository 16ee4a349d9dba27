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
  /** It is all there is to show: its sentence is the heading of the page. */
  whole?: boolean;
}

/** Something did not load: says what, what still stands, and how to ask again. */
export function ErrorCard({ what, error, retry, lastGood, whole = false }: ErrorCardProps) {
  const { remedy, instance } = error instanceof RequestProblem ? error.problem : {};
  const title = say('{what} did not load.', { what });
  return (
    <section className="state state--error" role="alert" aria-label={say('{what} did not load', { what })}>
      {whole ? <h1>{title}</h1> : <p className="state__title">{title}</p>}
      <p>{error.message}{remedy === undefined ? '' : ` ${remedy}`}</p>
      {lastGood === undefined ? null : <p><Said message="Last good figures: {lastGood}." values={{ lastGood: <>{lastGood}</> }} /></p>}
      {instance === undefined ? null : <p className="sub">{say('Reference {instance}', { instance })}</p>}
      <button type="button" className="state__act" onClick={retry}>{say('Try again')}</button>
    </section>
  );
}

/** A page that has no frame, while its code is on its way. */
export function SheetLoading() {
  return <Loading what={say('the page')} />;
}

/** What is waited for: a page, the brief, a list of fifty rows, or a card among others. */
type Waited = 'page' | 'brief' | 'list' | 'card';

interface LoadingProps {
  what: string;
  as?: Waited;
}

/** Columns of the blocks that are drawn, row by row; their heights are in the style sheet. */
const blocks: Readonly<Record<Waited, readonly string[]>> = {
  page: ['span-7', 'span-5', 'span-12'],
  brief: ['span-6', 'span-6', 'span-4', 'span-8', 'span-7', 'span-5'],
  list: ['span-12'],
  card: ['span-12'],
};

/**
 * Stands where something will stand, and is silent for the first 200 ms. It is as high as what comes, and a page or a
 * list at least as high as the window, so that nothing that is seen moves when it has come.
 */
export function Loading({ what, as = 'page' }: LoadingProps) {
  const late = useLater(200);
  return (
    <div className={`skeleton skeleton--${as}`} aria-busy="true">
      <output className="skeleton__words">{late ? say('Loading {what} …', { what }) : ''}</output>
      {late ? <div className="grid skeleton__blocks" aria-hidden="true">
        {blocks[as].map((span, at) => <div key={at} className={`skeleton__block ${span}`} />)}
      </div> : null}
    </div>
  );
}
