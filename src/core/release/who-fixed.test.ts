import { describe, expect, it } from 'vitest';
import { whoFixed, whoFixedSentence } from '#core/release/who-fixed.ts';

const row = (introducedTeamId: string | null, fixedTeamId: string | null, count: number, fixed = true) => ({ introducedTeamId, fixedTeamId, fixed, count });

describe('who introduced and who fixed', () => {
  it('is counted by team, by name, with what has no team beside it', () => {
    const answer = whoFixed([row('b', 'a', 5), row('b', 'b', 2), row('a', null, 3), row(null, 'a', 1), row(null, null, 4), row('b', null, 7, false)], (id) => id);
    expect(answer).toEqual({
      teams: [{ teamId: 'a', introduced: 0, fixed: 6, own: 0 }, { teamId: 'b', introduced: 7, fixed: 2, own: 2 }],
      untraced: 5,
      fixedByNobodyRecorded: 7,
    });
    expect(whoFixedSentence(answer)).toBe('Of 15 fixes 8 name a team; 2 were made by the team that introduced the defect');
  });

  it('says so where no fix, or no team, is recorded', () => {
    expect(whoFixedSentence(whoFixed([row('a', null, 2, false)], (id) => id))).toBe('No fix is on the record');
    expect(whoFixedSentence(whoFixed([row('a', null, 2)], (id) => id))).toBe('Of 2 fixes none has a recorded team');
  });
});
