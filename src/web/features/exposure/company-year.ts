import { useMemo } from 'react';
import type { ExposureQuestion, YearAnswer } from '#core/exposure/exposure-questions.ts';
import type { Picture } from '#core/picture/picture.ts';
import { lossDotsQuestion } from '#web/charts/loss-dots/describe.ts';
import { companyPortfolio, type CompanyPortfolio } from '#web/exposure/portfolios.ts';
import { useYear, type Exposure } from '#web/exposure/use-exposure.ts';

type YearQuestion = Omit<Extract<ExposureQuestion, { ask: 'year' }>, 'ask'>;

/** Percentiles the exposure page prints beside its dots. */
export const TABLE_PERCENTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;
export const DOTS = { brief: 20, page: 50 } as const;
/** What each risk brings to the worst 5% of years. */
export const WORST = { ask: 'worst', better: 0.95 } as const;
/** Median and tail together: more dependence betters the one and worsens the other. */
export const MEDIAN_AND_TAIL = { percentiles: [0.5, 0.95, 0.99], thresholds: [], curvePoints: 0 } as const;
const CURVE_POINTS = 160;

export function briefQuestion(picture: Picture): YearQuestion {
  return lossDotsQuestion(DOTS.brief, picture.tolerance);
}

/** One question for all cards of the exposure page. */
export function companyQuestion({ tolerance }: Picture): YearQuestion {
  const dots = lossDotsQuestion(DOTS.page, tolerance);
  return { ...dots, percentiles: [...new Set([...dots.percentiles, ...TABLE_PERCENTILES])], curvePoints: CURVE_POINTS };
}

/** The company's year as the brief draws it. */
export function useBriefYear(picture: Picture): { whole: CompanyPortfolio; year: Exposure<YearAnswer> } {
  const whole = companyPortfolio(picture);
  return { whole, year: useYear(whole.portfolio, briefQuestion(picture)) };
}

/** The company's year as every card of the exposure page reads it. */
export function useCompanyYear(picture: Picture): { whole: CompanyPortfolio; year: Exposure<YearAnswer> } {
  const whole = companyPortfolio(picture);
  const question = useMemo(() => companyQuestion(picture), [picture]);
  return { whole, year: useYear(whole.portfolio, question) };
}
