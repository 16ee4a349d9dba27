import { expect, test } from 'vitest';
import { judgedHigh } from '#core/authority/judged-size.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

/** Two risks of Nora on the shop with one defect class: 400,000 and 300,000. */
const parts = ['risk r defectClass=token-check', 'risk p serviceIds=[shop] ownerId=nora defectClass=token-check openedAt=2026-06-01 exposure={"low":1,"high":300k}'];

function high(riskId: string, ...changes: readonly string[]) {
  const index = indexOn(TODAY, ...parts, ...changes);
  const risk = index.view.risks.get(riskId);
  return risk === undefined ? 'no risk' : judgedHigh(index, risk);
}

test.each([
  ['one risk cut into parts is one size', '', 700_000],
  ['another owner', 'risk p ownerId=omar', 400_000],
  ['another service', 'risk p serviceIds=[index]', 400_000],
  ['one service in common', 'risk p serviceIds=[index,shop]', 700_000],
  ['two services in common', 'risk p serviceIds=[index,shop]\nrisk r serviceIds=[shop,index]', 700_000],
  ['another defect class', 'risk p defectClass=parser', 400_000],
  ['no defect class', 'risk p defectClass=-\nrisk r defectClass=-', 400_000],
  ['a class so wide that it says nothing', 'risk p defectClass=xss\nrisk r defectClass=xss', 400_000],
  ['the other part is closed', 'risk p closedAt=2026-06-30', 400_000],
  ['the other part closes tomorrow', 'risk p closedAt=2026-07-01', 700_000],
  ['it is closed itself', 'risk r closedAt=2026-06-30', 400_000],
  ['nobody owns either', 'risk p ownerId=-\nrisk r ownerId=-', 400_000],
  ['a service named twice is one', 'risk r serviceIds=[shop,shop]\nrisk p serviceIds=[index]', 400_000],
  ['the other part has no range', 'risk p exposure=-', 400_000],
  ['no range of its own', 'risk r exposure=-', undefined],
])('%s: %s', (_, change, expected) => {
  expect(high('r', change)).toBe(expected);
});
