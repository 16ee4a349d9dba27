/** How a finding reaches risks. Exactly one of the four for every finding. */
export const reachWays = ['linked', 'by-rule', 'derived', 'unmapped'] as const;
export type ReachWay = (typeof reachWays)[number];
