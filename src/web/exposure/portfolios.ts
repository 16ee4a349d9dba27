import type { Portfolio } from '#core/exposure/exposure-questions.ts';
import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { portfolioOfPicture, type PicturePortfolio } from '#core/picture/portfolio-of-picture.ts';

/** The company's risks as far as they are in money. */
export interface CompanyPortfolio extends PicturePortfolio {
  portfolio: Portfolio;
}

/** Some of its risks. */
export interface PartPortfolio {
  portfolio: Portfolio;
  covers: PicturePortfolio['covers'];
}

const companies = new WeakMap<Picture, CompanyPortfolio>();
const parts = new WeakMap<Picture, Map<string, PartPortfolio>>();

/** The portfolio of all open risks, made once for a picture: the same object, and so the same kept answers. */
export function companyPortfolio(picture: Picture): CompanyPortfolio {
  const held = companies.get(picture);
  if (held !== undefined) return held;
  const whole = portfolioOfPicture(picture);
  const made = { ...whole, portfolio: { risks: whole.input.risks, commonCauses: whole.input.commonCauses ?? [] } };
  companies.set(picture, made);
  return made;
}

/** The risks behind a filter. */
export function portfolioBehind(picture: Picture, filter: RiskFilter): PartPortfolio {
  return kept(picture, JSON.stringify(filter), () => partOf(picture, idsBehind(picture, filter)));
}

/** The company without the risks behind a filter. */
export function portfolioBeside(picture: Picture, filter: RiskFilter): PartPortfolio {
  return kept(picture, `beside ${JSON.stringify(filter)}`, () => partOf(picture, others(picture, idsBehind(picture, filter))));
}

/** The risks of a line of a table, and the company without them; `key` names the line. */
export function portfoliosOfLine(picture: Picture, key: string, riskIds: readonly string[]): { alone: PartPortfolio; beside: PartPortfolio } {
  const ids = (): ReadonlySet<string> => new Set(riskIds);
  return {
    alone: kept(picture, `line ${key}`, () => partOf(picture, ids())),
    beside: kept(picture, `beside line ${key}`, () => partOf(picture, others(picture, ids()))),
  };
}

/** The company without one of its common causes, or without any: every risk keeps its own rate, and is hit on its own. */
export function portfolioWithoutCause(picture: Picture, causeId: string | null): PartPortfolio {
  return kept(picture, `without ${JSON.stringify(causeId)}`, () => {
    const { portfolio, covers } = companyPortfolio(picture);
    const commonCauses = portfolio.commonCauses.filter(({ id }) => causeId !== null && id !== causeId);
    return { covers, portfolio: { ...portfolio, commonCauses } };
  });
}

/** The company if one factor of this variance made all rates rise and fall together; a sensitivity, no figure of the page. */
export function portfolioInBadYears(picture: Picture, badYearVariance: number): PartPortfolio {
  return kept(picture, `bad years ${badYearVariance}`, () => {
    const { portfolio, covers } = companyPortfolio(picture);
    return { covers, portfolio: { ...portfolio, badYearVariance } };
  });
}

function idsBehind(picture: Picture, filter: RiskFilter): ReadonlySet<string> {
  return new Set(risksMatching(picture, filter).map(({ id }) => id));
}

function others(picture: Picture, ids: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(picture.risks.flatMap(({ id }) => (ids.has(id) ? [] : [id])));
}

/** A part of the company: its risks, each with its own rate, and of each common cause what hits them. */
function partOf(picture: Picture, ids: ReadonlySet<string>): PartPortfolio {
  const { portfolio } = companyPortfolio(picture);
  const risks = portfolio.risks.filter(({ id }) => ids.has(id));
  const commonCauses = portfolio.commonCauses.flatMap((cause) => {
    const riskIds = cause.riskIds.filter((id) => ids.has(id));
    return riskIds.length === 0 ? [] : [{ ...cause, riskIds }];
  });
  return { portfolio: { risks, commonCauses }, covers: { with: risks.length, total: ids.size } };
}

function kept(picture: Picture, key: string, make: () => PartPortfolio): PartPortfolio {
  const held = parts.get(picture) ?? new Map<string, PartPortfolio>();
  parts.set(picture, held);
  const known = held.get(key);
  if (known !== undefined) return known;
  const made = make();
  held.set(key, made);
  return made;
}
