import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { sizeOfRow } from '#core/picture/portfolio-of-picture.ts';

/** Another risk whose ranges may serve as a starting point, and why this one. */
export interface Neighbour {
  risk: RiskRow;
  shares: 'service' | 'team' | 'process' | 'category';
}

/**
 * The risk to start from when somebody states a range for the first time: one in money that shares a service, else the
 * owning team, the release process or the category; of several the one stated last. Undefined where none is in money.
 */
export function neighbourOf(picture: Picture, risk: RiskRow): Neighbour | undefined {
  const others = picture.risks.filter((other) => other.id !== risk.id && sizeOfRow(other).kind === 'quantified');
  const alike: readonly [Neighbour['shares'], (other: RiskRow) => boolean][] = [
    ['service', (other) => other.serviceIds.some((id) => risk.serviceIds.includes(id))],
    ['team', (other) => risk.owningTeamId !== null && other.owningTeamId === risk.owningTeamId],
    ['process', (other) => risk.processId !== null && other.processId === risk.processId],
    ['category', (other) => risk.category !== null && other.category === risk.category],
  ];
  for (const [shares, is] of alike) {
    const [found] = others.filter(is).sort((a, b) => (statedOn(a) < statedOn(b) ? 1 : statedOn(a) > statedOn(b) ? -1 : a.id < b.id ? -1 : 1));
    if (found !== undefined) return { risk: found, shares };
  }
  return undefined;
}

function statedOn({ estimate, openedAt }: RiskRow): string {
  return estimate?.at ?? openedAt;
}
