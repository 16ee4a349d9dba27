// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { defaultShares, outcomesOf } from '#core/picture/decision-outcomes.ts';
import { DecisionsPage } from '#web/pages/decisions/DecisionsPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(cleanup);

const decided = (byId: string, at: string) => [{ id: `D ${byId} ${at}`, kind: 'accept' as const, byId, at, expiresAt: null, inForce: true, rationale: null, conditions: [] }];
const picture = smallPicture({
  risks: [
    smallRisk('R-1', { label: 'By the owner', decisions: decided('lindqvist', '2026-10-10') }),
    smallRisk('R-2', { label: 'Above the owner', decisions: decided('chair', '2026-10-11') }),
    smallRisk('R-3', { label: 'By a peer', decisions: decided('castro', '2026-10-12') }),
    smallRisk('R-4', { label: 'Lapsed', decisions: [], decisionNeededBy: '2026-11-01', ownerId: 'castro', readiness: 'can-decide-seen', expectedAnnualLoss: 300_000 }),
    smallRisk('R-5', { label: 'Still open', decisions: [], decisionNeededBy: '2026-12-24', ownerId: null, readiness: 'nobody-named', expectedAnnualLoss: null }),
    smallRisk('R-6', { label: 'Lapsed before', decisions: [], decisionNeededBy: '2026-08-03', ownerId: 'abara', readiness: 'can-decide-seen', expectedAnnualLoss: 700_000 }),
    smallRisk('R-7', { label: 'Decided long ago', decisions: decided('abara', '2026-03-01') }),
  ],
});

test('the sentence counts the rows: open decisions, people named, and money', () => {
  const { container } = renderAt(<DecisionsPage />, '/decisions', picture);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('3 open decisions, 2 deciders, and nobody in post named for one');
  expect(container.querySelector('.lede')?.textContent).toContain('$1 million expected annual loss rests on them. Two are past their date');
  expect(container.querySelectorAll('.roster tbody tr:not(.roster__decider)')).toHaveLength(3);
  expect(bannedIn(container.textContent)).toEqual([]);
});

test('deciders stand in the order of their names and what has nobody named comes last', () => {
  const { container } = renderAt(<DecisionsPage />, '/decisions', picture);
  const deciders = [...container.querySelectorAll('.roster__decider th')].map((head) => head.textContent.split(/[,1]/)[0]?.trim());
  expect(deciders).toEqual(['J. Castro', 'T. Abara', 'Nobody named']);
});

test('each question of the quarter counts once, under who decided it by rule', () => {
  const quarter = outcomesOf(picture, '2026-10-01', '2026-11-21');
  expect(quarter.rows.map((row) => [row.riskId, row.outcome])).toEqual([
    ['R-1', 'owner'], ['R-2', 'above'], ['R-3', 'another'], ['R-4', 'lapsed'], ['R-5', 'open'],
  ]);
  expect(quarter.lapsedBefore.map((row) => row.riskId)).toEqual(['R-6']);
  renderAt(<DecisionsPage />, '/decisions', picture);
  expect(screen.getByText('1 of 4 decisions in Q4 2026 was made by nobody and fell to the CISO, down from 4; $300,000 a year', { exact: false })).toBeDefined();
});

test('a deadline of today has not passed, one of yesterday has', () => {
  const due = (day: string) => outcomesOf(smallPicture({ risks: [smallRisk('R-1', { decisions: [], decisionNeededBy: day })] }), '2026-10-01', '2026-11-21').rows[0]?.outcome;
  expect(due('2026-11-21')).toBe('open');
  expect(due('2026-11-20')).toBe('lapsed');
});

test('no open decision is said with what was looked through', () => {
  renderAt(<DecisionsPage />, '/decisions', smallPicture({ risks: [smallRisk('R-1')] }));
  expect(screen.getByText('None found: looked through 1 open risk for one without a decision in force.')).toBeDefined();
});

test('the eight quarters end with the present one, and each counts as its own outcomes do', () => {
  const shares = defaultShares(picture);
  expect(shares.map(({ to }) => to)).toEqual(['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31', '2026-06-30', '2026-09-30', '2026-11-21']);
  expect(shares.slice(-2)).toEqual([{ to: '2026-09-30', lapsed: 4, closed: 4 }, { to: '2026-11-21', lapsed: 1, closed: 4 }]);
  renderAt(<DecisionsPage />, '/decisions', picture);
  expect(screen.getByText(/^1 of 4 fell to the CISO by default in Q4 2026, against /)).toBeDefined();
});
