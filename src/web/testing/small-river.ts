import type { River } from '#contract/river.ts';

/** A river small enough to count by hand, for tests of pages: made in code, found in code or at deploy. Not sample data. */
export function smallRiver(changes: Partial<River> = {}): River {
  return {
    asOf: '2026-11-21',
    counts: {
      firstWeek: '2026-05-25',
      openBefore: 10,
      weeks: [{ week: '2026-10-05', found: 16, fixed: 0 }, { week: '2026-11-02', found: 8, fixed: 16 }, { week: '2026-11-16', found: 2, fixed: 0 }],
      open: 20,
      openByWeek: [{ week: '2025-09-01', count: 3 }, { week: '2026-07-06', count: 7 }, { week: '2026-10-05', count: 8 }, { week: '2026-11-16', count: 2 }],
      medianAgeDays: 40,
      stages: [
        { introducedStageId: 'code', foundStageId: 'code', afterShipping: false, count: 4 },
        { introducedStageId: 'code', foundStageId: 'deploy', afterShipping: false, count: 6 },
        { introducedStageId: null, foundStageId: 'deploy', afterShipping: false, count: 30 },
      ],
      teams: [
        { introducedTeamId: 'tokens', fixedTeamId: 'signin', fixed: true, count: 5 },
        { introducedTeamId: 'signin', fixedTeamId: 'signin', fixed: true, count: 3 },
        { introducedTeamId: 'signin', fixedTeamId: null, fixed: true, count: 8 },
        { introducedTeamId: null, fixedTeamId: null, fixed: false, count: 24 },
      ],
      untraced: { open: 9, all: 24 },
    },
    repeats: { rows: [], total: 0 },
    releases: [{ teamId: 'signin', count: 40 }, { teamId: 'tokens', count: 4 }],
    shipped: null,
    ...changes,
  };
}
