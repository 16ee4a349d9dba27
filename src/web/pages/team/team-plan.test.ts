import { expect, test } from 'vitest';
import { acceptancesOf, acceptancesSentence } from '#core/picture/acceptances.ts';
import type { DecisionRow, RiskRow } from '#core/picture/picture.ts';
import { teamPlan } from '#core/picture/team-plan.ts';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';

const decision = (kind: DecisionRow['kind'], at: string, expiresAt: string | null, more: Partial<DecisionRow> = {}): DecisionRow => ({
  id: `${kind} ${at}`, kind, byId: 'abara', at, expiresAt, inForce: expiresAt === null || expiresAt >= '2026-11-21', rationale: null, conditions: [], ...more,
});
const risk = (id: string, decisions: readonly DecisionRow[], more: Partial<RiskRow> = {}): RiskRow => smallRisk(id, { label: id, decisions, ...more });
const picture = smallPicture({
  risks: [
    risk('small', [], { expectedAnnualLoss: 10_000 }), risk('large', [], { expectedAnnualLoss: 900_000 }), risk('middle', [], { expectedAnnualLoss: 50_000, ownerId: null }),
    risk('ended', [decision('accept', '2026-01-01', '2026-11-18')]), risk('soon', [decision('accept', '2026-02-01', '2026-12-01')]),
    risk('later', [decision('accept', '2026-02-01', '2027-06-01')]), risk('no end', [decision('accept', '2026-02-01', null)]),
    risk('fixed', [decision('mitigate', '2026-05-01', null), decision('accept', '2026-02-01', '2026-04-01')]), risk('inferred', [decision('accept', '2026-02-01', '2026-12-01', { implicit: true })]),
    risk('other team', [decision('accept', '2026-02-01', '2026-12-01')], { owningTeamId: 'tokens' }),
  ],
});

test('the acceptances of a team are those its newest decisions are, by the day they end', () => {
  const found = acceptancesOf(picture, { teamId: 'signin' });
  expect(found.map(({ risk: { id }, state, daysLeft }) => [id, state, daysLeft])).toEqual([['ended', 'ended', -3], ['soon', 'running', 10], ['later', 'running', 192], ['no end', 'no-end', null]]);
  expect(acceptancesSentence(found)).toBe('1 acceptance has ended; 1 ends within 30 days; 1 runs longer; 1 has no end on record');
  expect(acceptancesSentence(found.slice(1, 2))).toBe('1 acceptance ends within 30 days');
  expect(acceptancesSentence([])).toBe('No open risk rests on an acceptance');
});

test('the plan holds two of each act at most, the ones that move most, each with where it is done', () => {
  const found = { id: 'F-1', serviceId: 'login', title: 'Open redirect', location: 'src/login.ts:12', at: '2026-01-20', introducedStageId: 'code', foundStageId: 'deploy' };
  const repeat = { serviceId: 'login', kind: 'CWE-79', kindIs: 'weakness' as const, introducedTeamId: 'signin', again: 3, firstFixedOn: '2026-03-02' };
  const { steps, headline } = teamPlan(picture, 'signin', { oldestEscaped: [found, { ...found, id: 'F-2', title: null, location: null }, { ...found, id: 'F-3' }], repeats: [repeat] });
  expect(steps.map((step) => [step.act, step.act === 'fix' ? step.findingId : step.act === 'check' ? step.repeat.kind : step.riskId])).toEqual([
    ['decide', 'large'], ['decide', 'middle'], ['renew', 'ended'], ['renew', 'soon'], ['fix', 'F-1'], ['fix', 'F-2'], ['check', 'CWE-79'],
  ]);
  expect(headline).toBe('7 things to plan next; the 2 decisions carry $950,000 a year');
  expect(steps[1]?.sentence).toMatch(/^Name who decides on middle, wanted by /);
  expect(steps[2]?.sentence).toBe('Decide again on ended: its acceptance ended on 18 Nov 2026');
  expect(steps[4]).toMatchObject({ sentence: 'Fix Open redirect in Login', why: 'src/login.ts:12, known for 305 days; made at Code, found at Deploy.' });
  expect(steps[5]).toMatchObject({ sentence: 'Fix F-2 in Login', why: 'Known for 305 days; made at Code, found at Deploy.' });
  expect(steps[6]).toMatchObject({ sentence: 'Add a check for CWE-79 to the release of Login', why: 'It got past its stage 3 times more after the first was fixed on 2 Mar 2026.' });
});

test('nothing to plan is said, not drawn as a list', () => {
  expect(teamPlan(smallPicture({ risks: [] }), 'signin', { oldestEscaped: [], repeats: [] })).toEqual({ steps: [], headline: 'Nothing on the record asks to be planned next' });
});
