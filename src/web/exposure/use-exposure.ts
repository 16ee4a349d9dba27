import { useEffect, useReducer, useRef } from 'react';
import type { BoundAnswer, ExposureAnswer, ExposureQuestion, Portfolio, WorstAnswer, YearAnswer } from '#core/exposure/exposure-questions.ts';
import type { InputRefusal } from '#core/exposure/portfolio-input.ts';
import type { Progress } from '#core/exposure/steps.ts';
import { useExposureRunner } from '#web/exposure/ExposureRunnerProvider.tsx';

/** What is known of an answer. `none`: no risk of the portfolio is in money, so there is nothing to compute. */
export type Exposure<A> =
  | { status: 'none' }
  | { status: 'computing'; progress: Progress | undefined }
  | { status: 'shown'; figures: A }
  | { status: 'refused'; refusals: readonly InputRefusal[] }
  | { status: 'trouble'; error: Error; retry: () => void };

interface Asked {
  portfolio: Portfolio;
  text: string;
  progress?: Progress;
  answer?: ExposureAnswer;
  error?: Error | undefined;
}

/** The figures of a year of these risks. */
export function useYear(portfolio: Portfolio, question: Omit<Extract<ExposureQuestion, { ask: 'year' }>, 'ask'>): Exposure<YearAnswer> {
  return narrowed(useAnswer(portfolio, { ask: 'year', ...question }), (answer) => (answer.of === 'year' ? answer : undefined));
}

/** What each risk brings to the worst years: the worst 5%, or those over an amount. */
export function useWorst(portfolio: Portfolio, question: Extract<ExposureQuestion, { ask: 'worst' | 'over' }>): Exposure<WorstAnswer> {
  return narrowed(useAnswer(portfolio, question), (answer) => (answer.of === 'worst' ? answer : undefined));
}

/** What no dependence between the risks can exceed. */
export function useBound(portfolio: Portfolio): Exposure<BoundAnswer> {
  return narrowed(useAnswer(portfolio, { ask: 'bound' }), (answer) => (answer.of === 'bound' ? answer : undefined));
}

function narrowed<A>(exposure: Exposure<ExposureAnswer>, pick: (answer: ExposureAnswer) => A | undefined): Exposure<A> {
  if (exposure.status !== 'shown') return exposure;
  const { figures } = exposure;
  if (figures.of === 'refused') return { status: 'refused', refusals: figures.refusals };
  const picked = pick(figures);
  return picked === undefined ? { status: 'computing', progress: undefined } : { status: 'shown', figures: picked };
}

function useAnswer(portfolio: Portfolio, question: ExposureQuestion): Exposure<ExposureAnswer> {
  const runner = useExposureRunner();
  const text = JSON.stringify(question);
  const [asked, report] = useReducer((held: Asked, news: Asked) => (news.portfolio === held.portfolio && news.text === held.text ? { ...held, ...news } : news), { portfolio, text });
  const empty = portfolio.risks.length === 0;
  const known = runner.known(portfolio, question);
  const mine = asked.portfolio === portfolio && asked.text === text;
  const stuck = mine && asked.error !== undefined;
  const settled = empty || known !== undefined || stuck;
  const latest = useRef(question);
  useEffect(() => { latest.current = question; });
  useEffect(() => {
    if (settled) return;
    const { stop } = runner.ask(portfolio, latest.current, {
      onProgress: (progress) => { report({ portfolio, text, progress }); },
      onAnswer: (answer) => { report({ portfolio, text, answer }); },
      onTrouble: (error) => { report({ portfolio, text, error }); },
    });
    return stop;
  }, [runner, portfolio, text, settled]);

  if (empty) return { status: 'none' };
  if (known !== undefined) return { status: 'shown', figures: known };
  if (!mine) return { status: 'computing', progress: undefined };
  if (asked.answer !== undefined) return { status: 'shown', figures: asked.answer };
  if (asked.error !== undefined) return { status: 'trouble', error: asked.error, retry: () => { report({ portfolio, text, error: undefined }); } };
  return { status: 'computing', progress: asked.progress };
}
