import { expect, test } from 'vitest';
import { isBannedFree } from '#web/testing/words.ts';
import { readinessStates } from '#core/picture/readiness.ts';
import { riskHeadline } from '#web/pages/risk/risk-words.ts';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';

const picture = smallPicture();

test('a call above the limit with unread evidence says both', () => {
  const risk = smallRisk('R-1', { label: 'Token replay' });
  expect(riskHeadline(picture, risk)).toBe(
    'Token replay. It is M. Lindqvist’s call, but it is above the limit recorded, and 1 of 2 pieces of evidence has not reached them.',
  );
});

test('no grant at all is not called a limit', () => {
  const risk = smallRisk('R-1', { readiness: 'cannot-decide-seen', authority: { state: 'lacks', limit: null, sentence: '' } });
  expect(riskHeadline(picture, risk)).toContain('the authority recorded does not cover it');
});

test('a risk nobody is named for says so', () => {
  expect(riskHeadline(picture, smallRisk('R-1', { ownerId: null, readiness: 'nobody-named' }))).toContain('Nobody is named to decide.');
});

test('the subject of a lack is never a person', () => {
  for (const readiness of readinessStates) {
    expect(isBannedFree(riskHeadline(picture, smallRisk('R-1', { readiness })))).toBe(true);
  }
});
