import { say } from '#language/say.ts';
import { whoFixedSentence, type TeamFixes, type WhoFixed } from '#core/release/who-fixed.ts';
import type { ChartWords } from '#web/charts/describe.ts';
import type { Pair } from '#web/charts/pair-dumbbell/layout.ts';

/** What the marks count: findings, or findings for each hundred releases of the team. */
export type FixMeasure = 'count' | 'per-100';

/** Fewer releases than this make no rate: one finding more or less would move it by ten. */
const RATE_FROM = 10;

export interface FixWords extends ChartWords {
  pairs: readonly Pair[];
}

/** Words, marks and rows of who introduced and who fixed: one row for each team, in the order given. */
export function describeFixes(answer: WhoFixed, measure: FixMeasure, releasesOf: (teamId: string) => number, nameOf: (teamId: string) => string, where: string): FixWords {
  const { teams } = answer;
  const rate = (team: TeamFixes, count: number): number | null => {
    const releases = releasesOf(team.teamId);
    return releases < RATE_FROM ? null : (100 * count) / releases;
  };
  const pairs = teams.map((team): Pair => measure === 'count'
    ? { open: team.introduced, filled: team.fixed }
    : { open: rate(team, team.introduced), filled: rate(team, team.fixed) });
  const shown = (amount: number | null): string => (amount === null ? say('fewer than ten releases') : oneDecimal(amount));
  const list = teams.map((team, index) => say('{team} introduced {introduced} and fixed {fixed}', { team: nameOf(team.teamId), introduced: shown(pairs[index]?.open ?? null), fixed: shown(pairs[index]?.filled ?? null) })).join('; ');
  return {
    pairs,
    headline: whoFixedSentence(answer),
    subtitle: say('In the order of names. {where}, all on the record', { where }),
    alt: measure === 'count'
      ? say('Two marks for each team on one linear axis from zero, in the order of names. {list}.', { list })
      : say('Two marks for each team on one linear axis from zero, for each hundred releases of the team, in the order of names. {list}.', { list }),
    data: {
      caption: say('Fixes that name a team, by who introduced and who fixed, {where}', { where }),
      file: 'introduced-and-fixed-by-team',
      columns: [
        { label: say('Team') }, { label: say('Introduced'), numeric: true }, { label: say('Fixed'), numeric: true }, { label: say('Of those its own'), numeric: true },
        { label: say('Releases on record'), numeric: true }, { label: say('Introduced per 100 releases'), numeric: true }, { label: say('Fixed per 100 releases'), numeric: true },
      ],
      rows: teams.map((team) => [
        { value: nameOf(team.teamId) }, { value: team.introduced }, { value: team.fixed }, { value: team.own }, { value: releasesOf(team.teamId) },
        rateCell(rate(team, team.introduced)), rateCell(rate(team, team.fixed)),
      ]),
    },
  };
}

function rateCell(rate: number | null) {
  return rate === null ? { value: null, shown: say('no rate') } : { value: Number(oneDecimal(rate)) };
}

/** `14.6`: a rate as exactly as ten releases or more can tell it. */
export function oneDecimal(rate: number): string {
  return String(Math.round(rate * 10) / 10);
}
