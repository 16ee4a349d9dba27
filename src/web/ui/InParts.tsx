import { Children, startTransition, useEffect, useMemo, useState, type ReactNode } from 'react';

/** True until the first page of this visit is whole. */
let paced = false;

/** From now until a page is whole, its parts are drawn one after the other. Called once, before anything is drawn. */
export function paceFirstPage(): void {
  paced = true;
}

/**
 * Parts of a page that stand below one another. On the first page of a visit each is drawn in a task of its own, after
 * what stands above it was painted: a slow machine shows the sentence of the page early and answers in between. Every
 * later page is drawn whole, so that going back finds it as it was left.
 */
export function InParts({ children }: { children: ReactNode }) {
  const parts = useMemo(() => Children.toArray(children), [children]);
  const [drawn, setDrawn] = useState(paced ? 0 : parts.length);
  useEffect(() => {
    if (drawn >= parts.length) {
      paced = false;
      return undefined;
    }
    return afterPaint(() => { startTransition(() => { setDrawn((held) => held + 1); }); });
  }, [drawn, parts]);
  return <>{parts.slice(0, drawn)}{drawn < parts.length ? <span hidden aria-busy="true" /> : null}</>;
}

/** A page that is not looked at is not painted: it goes on after this, in milliseconds. */
const UNSEEN = 100;

/** Runs `act` in a task of its own once the browser has painted. Gives what takes it back. */
function afterPaint(act: () => void): () => void {
  let timer = setTimeout(act, UNSEEN);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(act, 0);
  });
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}
