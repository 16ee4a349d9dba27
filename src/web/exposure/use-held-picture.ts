import { useEffect, useReducer, useRef, useState } from 'react';
import type { ExposureQuestion, Portfolio } from '#core/exposure/exposure-questions.ts';
import type { Picture } from '#core/picture/picture.ts';
import { useExposureRunner } from '#web/exposure/ExposureRunnerProvider.tsx';

/** One thing a page has to know of a picture before it can be drawn. */
export interface NeededAnswer {
  portfolio: Portfolio;
  question: ExposureQuestion;
}

/** What to draw, and the newer picture whose figures are still being computed. */
export interface HeldPicture {
  picture: Picture;
  coming: Picture | undefined;
}

/**
 * The newest picture whose figures are known. When another picture comes (after an act, or for another date) the one
 * on screen stays, whole, until the answers the page needs of the new one are there; `coming` says that they are on
 * their way. Words, drawings and lists of one moment are so never mixed with figures of another. Trouble is not
 * waited for: the new picture is shown, and its cards say what did not work.
 */
export function useHeldPicture(picture: Picture, needs: (picture: Picture) => readonly NeededAnswer[]): HeldPicture {
  const runner = useExposureRunner();
  const [shown, show] = useState(picture);
  const [, lookAgain] = useReducer((count: number) => count + 1, 0);
  const waiting = picture === shown ? [] : needs(picture).filter(({ portfolio, question }) => portfolio.risks.length > 0 && runner.known(portfolio, question) === undefined);
  const settled = waiting.length === 0;
  const asked = JSON.stringify(needs(picture).map(({ question }) => question));
  const latest = useRef({ asked, waiting });
  useEffect(() => { latest.current = { asked, waiting }; });
  useEffect(() => {
    if (settled || latest.current.asked !== asked) return;
    const stops = latest.current.waiting.map(({ portfolio, question }) => runner.ask(portfolio, question, {
      onProgress: () => undefined,
      onAnswer: lookAgain,
      onTrouble: () => { show(picture); },
    }));
    return () => { for (const { stop } of stops) stop(); };
  }, [runner, picture, settled, asked]);

  if (!settled) return { picture: shown, coming: picture };
  if (picture !== shown) show(picture);
  return { picture, coming: undefined };
}
