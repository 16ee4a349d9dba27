import type { Portfolio } from '#core/exposure/exposure-questions.ts';
import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { portfolioOfPicture, type PicturePortfolio } from '#core/picture/portfolio-of-picture.ts';

/** The risks behind a filter, as far as they are in money. */
export interface FilteredPortfolio extends PicturePortfolio {
  portfolio: Portfolio;
}

const made = new WeakMap<Picture, Map<string, FilteredPortfolio>>();

/** The portfolio behind a filter, made once for a picture: the same filter gives the same object, and so the same kept answers. */
export function portfolioBehind(picture: Picture, filter: RiskFilter = {}): FilteredPortfolio {
  return kept(picture, JSON.stringify(filter), () => {
    const whole = portfolioOfPicture(picture, risksMatching(picture, filter));
    return { ...whole, portfolio: { risks: whole.input.risks, commonCauses: whole.input.commonCauses ?? [] } };
  });
}

/** The company without the risks behind a filter. */
export function portfolioBeside(picture: Picture, filter: RiskFilter): FilteredPortfolio {
  return kept(picture, `beside ${JSON.stringify(filter)}`, () => {
    const away = new Set(risksMatching(picture, filter).map(({ id }) => id));
    const rest = portfolioOfPicture(picture, picture.risks.filter(({ id }) => !away.has(id)));
    return { ...rest, portfolio: { risks: rest.input.risks, commonCauses: rest.input.commonCauses ?? [] } };
  });
}

/** The company without one of its common causes, or without any: every risk keeps its own rate, and is hit on its own. */
export function portfolioWithoutCause(picture: Picture, causeId: string | null): FilteredPortfolio {
  return kept(picture, `without ${JSON.stringify(causeId)}`, () => {
    const whole = portfolioBehind(picture);
    const commonCauses = whole.portfolio.commonCauses.filter(({ id }) => causeId !== null && id !== causeId);
    return { ...whole, portfolio: { ...whole.portfolio, commonCauses } };
  });
}

function kept(picture: Picture, key: string, make: () => FilteredPortfolio): FilteredPortfolio {
  const held = made.get(picture) ?? new Map<string, FilteredPortfolio>();
  made.set(picture, held);
  const known = held.get(key);
  if (known !== undefined) return known;
  const portfolio = make();
  held.set(key, portfolio);
  return portfolio;
}
