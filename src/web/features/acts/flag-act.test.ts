import { expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { flagIds, type Flag, type FlagId } from '#core/flags/flag.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import type { ActPlan, ActRequest } from '#web/features/acts/act-plan.ts';
import { flagAct } from '#web/features/acts/flag-act.ts';
import { acknowledgePlan, briefPlan, decisionPlan, grantPlan, proposedDate } from '#web/features/acts/plans.ts';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';

const picture = smallPicture();
const flag = (id: FlagId): Flag => ({
  flag: id, family: 'authority', title: '', subjectKind: 'risk', subject: 'R-1', sentence: '', nextStep: '', since: '2026-09-10', policyVersion: '1',
});
const actOf = (id: FlagId, changes: Partial<RiskRow> = {}): ActPlan | null => flagAct(picture, smallRisk('R-1', changes), flag(id));
const requestOf = (plan: ActPlan | null): ActRequest | undefined => plan?.request({ ...plan.initial, rationale: 'because' });

test('every request is one the contract takes', () => {
  const risk = smallRisk('R-1');
  const plans = [
    ...flagIds.map((id) => actOf(id)), actOf('A1', { ownerId: null }), grantPlan(picture, risk), briefPlan(picture, risk, 'abara', ['E-1']),
    acknowledgePlan(picture, { id: 'E-1', label: 'x' }, 'lindqvist'), decisionPlan(picture, risk),
  ];
  const requests = plans.flatMap((plan) => requestOf(plan) ?? []);
  expect(new Set(requests.map((request) => request.name))).toEqual(new Set([
    'ownerPropose', 'briefingSend', 'dueDateSet', 'riskEscalate', 'decisionRecord', 'grantGive', 'evidenceAcknowledge',
  ]));
  for (const request of requests) {
    endpoints[request.name].body.parse(request.body);
    endpoints[request.name].params.parse(request.params);
  }
});

test('a risk nobody is named for is offered to the lead of the owning team', () => {
  expect(requestOf(actOf('A1', { ownerId: null }))).toMatchObject({ name: 'ownerPropose', body: { personId: 'lindqvist' } });
});

test('without a lead it is offered to the lowest person who can decide', () => {
  expect(requestOf(actOf('A1', { ownerId: null, owningTeamId: 'tokens' }))).toMatchObject({ body: { personId: 'abara' } });
});

test('nobody is asked to take what they already hold', () => {
  expect(actOf('A8', { ownerId: 'lindqvist' })).toBeNull();
});

test('a brief to the deciding person holds exactly what has not reached them', () => {
  expect(requestOf(actOf('I1'))).toMatchObject({ name: 'briefingSend', body: { toId: 'lindqvist', evidenceIds: ['E-2'] } });
});

test('a date starts from the clock, or a full clock from now where that is past', () => {
  expect(proposedDate(picture, smallRisk('R-1', { decisionNeededBy: '2026-12-24' }))).toBe('2026-12-24');
  expect(proposedDate(picture, smallRisk('R-1', { decisionNeededBy: '2026-08-03' }))).toBe('2027-01-20');
});

test('what is past its date is raised to the manager of the decision owner', () => {
  expect(requestOf(actOf('P2'))).toMatchObject({ name: 'riskEscalate', body: { toId: 'abara' } });
});

test('a decision is recorded for somebody whose authority covers it, or not at all', () => {
  expect(requestOf(actOf('P8'))).toMatchObject({ name: 'decisionRecord', body: { byId: 'abara' } });
  expect(requestOf(actOf('P8', { authority: { state: 'has', limit: null, sentence: '' } }))).toMatchObject({ body: { byId: 'lindqvist' } });
  expect(actOf('P8', { candidates: [] })).toBeNull();
});

test('authority that does not reach has two ways and no single button', () => {
  for (const id of ['A3', 'A4', 'A5', 'A9'] as const) expect(actOf(id)).toBeNull();
});
