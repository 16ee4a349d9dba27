import type { When } from '#core/time.ts';

/** A CVE may be numbered after its advisory came out, by a year at most; older dates are mistakes that official lists do hold. */
const YEARS_BEFORE = 1;

/**
 * The day a vulnerability became public, as its source states it. `undefined` where the date lies years before the year
 * in the name of its CVE: then it cannot be told whether a release shipped with it.
 */
export function publishedOn(stated: When | undefined, name: string | undefined): When | undefined {
  const year = /^CVE-(\d{4})-/i.exec(name ?? '')?.[1];
  if (stated === undefined || year === undefined) return stated;
  return Number(stated.slice(0, 4)) < Number(year) - YEARS_BEFORE ? undefined : stated;
}
