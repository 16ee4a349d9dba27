import { useMemo } from 'react';
import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import type { Picture } from '#core/picture/picture.ts';
import { lossDotsQuestion } from '#web/charts/loss-dots/describe.ts';
import { companyPortfolio, type CompanyPortfolio } from '#web/exposure/portfolios.ts';
import { useYear, type Exposure } from '#web/exposure/use-exposure.ts';

/** Percentiles the exposure page prints beside its dots. */
export const TABLE_PERCENTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;
export const DOTS = { brief: 20, page: 50 } as const;
const CURVE_POINTS = 160;

/** The company's year as the brief draws it. */
export function useBriefYear(picture: Picture): { whole: CompanyPortfolio; year: Exposure<YearAnswer> } {
  const whole = companyPortfolio(picture);
  return { whole, year: useYear(whole.portfolio, lossDotsQuestion(DOTS.brief, picture.tolerance)) };
}

/** The company's year as every card of the exposure page reads it: one question for all of them. */
export function useCompanyYear(picture: Picture): { whole: CompanyPortfolio; year: Exposure<YearAnswer> } {
  const whole = companyPortfolio(picture);
  const question = useMemo(() => {
    const dots = lossDotsQuestion(DOTS.page, picture.tolerance);
    return { ...dots, percentiles: [...new Set([...dots.percentiles, ...TABLE_PERCENTILES])], curvePoints: CURVE_POINTS };
  }, [picture.tolerance]);
  return { whole, year: useYear(whole.portfolio, question) };
}
