import { say } from '#language/say.ts';
import type { TeamCount } from '#core/release/river-counts.ts';

/** A team, and of the fixes that name a team those of what it introduced and those it made. Never a person. */
export interface TeamFixes {
  teamId: string;
  introduced: number;
  fixed: number;
  /** Introduced and fixed by the team itself. */
  own: number;
}

export interface WhoFixed {
  /** Teams that introduced or fixed something of which the record names who fixed it, by name. Others would look as if they fixed nothing. */
  teams: readonly TeamFixes[];
  /** Findings of which no introducing team is recorded, fixed or not. */
  untraced: number;
  /** Fixed findings of which no fixing team is recorded. */
  fixedByNobodyRecorded: number;
}

/** Who introduced and who fixed, by name: an order that ranks nobody. */
export function whoFixed(counts: readonly TeamCount[], nameOf: (teamId: string) => string): WhoFixed {
  const teams = new Map<string, { introduced: number; fixed: number; own: number }>();
  const of = (teamId: string) => {
    const held = teams.get(teamId) ?? { introduced: 0, fixed: 0, own: 0 };
    teams.set(teamId, held);
    return held;
  };
  let [untraced, fixedByNobodyRecorded] = [0, 0];
  for (const { introducedTeamId, fixedTeamId, fixed, count } of counts) {
    if (introducedTeamId === null) untraced += count;
    if (fixedTeamId !== null) {
      if (introducedTeamId !== null) of(introducedTeamId).introduced += count;
      of(fixedTeamId).fixed += count;
      if (fixedTeamId === introducedTeamId) of(fixedTeamId).own += count;
    } else if (fixed) fixedByNobodyRecorded += count;
  }
  const rows = [...teams].map(([teamId, row]) => ({ teamId, ...row }));
  return { teams: rows.toSorted((a, b) => nameOf(a.teamId).localeCompare(nameOf(b.teamId), 'en')), untraced, fixedByNobodyRecorded };
}

/** What of the fixes the record names a team for, and how many of those the introducing team made itself. */
export function whoFixedSentence({ teams, fixedByNobodyRecorded }: WhoFixed): string {
  const named = teams.reduce((sum, row) => sum + row.fixed, 0);
  const own = teams.reduce((sum, row) => sum + row.own, 0);
  if (named === 0) return fixedByNobodyRecorded === 0 ? say('No fix is on the record') : say('{fixes, plural, one {The one fix has no recorded team} other {Of # fixes none has a recorded team}}', { fixes: fixedByNobodyRecorded });
  return say('Of {fixes, plural, one {# fix} other {# fixes}} {named, plural, one {# names a team} other {# name a team}}; {own, plural, one {# was} other {# were}} made by the team that introduced the defect', { fixes: named + fixedByNobodyRecorded, named, own });
}
