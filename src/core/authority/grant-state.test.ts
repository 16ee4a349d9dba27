import { expect, test } from 'vitest';
import { dayOf } from '#core/time.ts';
import { grantState, isLive, limitOf } from '#core/authority/grant-state.ts';

const grant = { id: 'g', granteeId: 'nora', grantorId: 'ROOT' };
const day = dayOf('2026-06-30');

test.each([
  ['no dates at all', {}, 'live'],
  ['ends today', { to: '2026-06-30' }, 'live'],
  ['ended yesterday', { to: '2026-06-29' }, 'ended'],
  ['starts today', { from: '2026-06-30' }, 'live'],
  ['starts tomorrow', { from: '2026-07-01' }, 'not-started'],
  ['withdrawn today', { revokedAt: '2026-06-30' }, 'withdrawn'],
  ['withdrawn tomorrow', { revokedAt: '2026-07-01' }, 'live'],
  ['withdrawn on its last day', { to: '2026-06-20', revokedAt: '2026-06-20' }, 'withdrawn'],
  ['withdrawn the day after its last day', { to: '2026-06-20', revokedAt: '2026-06-21' }, 'ended'],
  ['withdrawn before its last day', { to: '2026-06-20', revokedAt: '2026-06-19' }, 'withdrawn'],
  ['asked for and not accepted', { acceptedAt: null }, 'not-accepted'],
  ['accepted today', { acceptedAt: '2026-06-30' }, 'live'],
  ['accepted tomorrow', { acceptedAt: '2026-07-01' }, 'not-accepted'],
])('a grant with %s: %o is %s', (_, dates, state) => {
  expect(grantState({ ...grant, ...dates }, day).state).toBe(state);
  expect(isLive({ ...grant, ...dates }, day)).toBe(state === 'live');
});

test('the limit is what the grant states, else none', () => {
  expect(limitOf({ ...grant, maxExposure: 5 })).toBe(5);
  expect(limitOf(grant)).toBe(Number.POSITIVE_INFINITY);
});
