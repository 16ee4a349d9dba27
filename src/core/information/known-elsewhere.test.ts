import { expect, test } from 'vitest';
import { isGenericClass, knownElsewhere } from '#core/information/known-elsewhere.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

test.each([
  ['xss', true], [' XSS ', true], ['SQL injection', true], ['CWE-89', true], ['cwe-89 ', true],
  ['CWE-89/orders-api', false], ['orders-api/CWE-89', false], ['token-check', false], ['cwe-', false],
])('the class "%s" says too little: %s', (defectClass, generic) => {
  expect(isGenericClass(defectClass)).toBe(generic);
});

function elsewhere(...changes: readonly string[]) {
  const index = indexOn(TODAY, 'evidence x riskId=other at=2026-06-20 kind=audit', ...changes);
  const risk = index.view.risks.get('r');
  return risk === undefined ? 'no risk' : knownElsewhere(index, risk).map(({ id }) => id);
}

test.each([
  ['nothing in common', '', []],
  ['it names the risk', 'evidence x relatesTo=[r]', ['x']],
  ['the defect class of the risk', 'risk r defectClass=token-check\nevidence x defectClass=token-check', ['x']],
  ['a class that says too little', 'risk r defectClass=xss\nevidence x defectClass=xss', []],
  ['the defect class of a finding', 'risk r findingIds=[f]\nfinding f serviceId=shop at=2026-06-01 defectClass=token-check\nevidence x defectClass=token-check', ['x']],
  ['the component of a finding', 'risk r findingIds=[f]\nfinding f serviceId=shop at=2026-06-01 component=parser\nevidence x componentId=parser', ['x']],
  ['the release a finding came with', 'risk r findingIds=[f]\nfinding f serviceId=shop at=2026-06-01 introducedReleaseId=r1\nevidence x releaseId=r1', ['x']],
  ['two things in common, once', 'risk r defectClass=token-check\nevidence x defectClass=token-check relatesTo=[r]', ['x']],
  ['attached to the risk itself', 'risk r defectClass=token-check\nevidence e defectClass=token-check', []],
  ['a later check on the risk answers it', 'evidence x relatesTo=[r]\nevidence e answers=[x]', []],
  ['a check on the risk of the same day answers it', 'evidence x relatesTo=[r]\nevidence e answers=[x] at=2026-06-20', []],
  ['an earlier check does not', 'evidence x relatesTo=[r]\nevidence e answers=[x] at=2026-06-19', ['x']],
  ['a check on another risk does not', 'evidence x relatesTo=[r]\nevidence y riskId=other at=2026-06-26 kind=scan answers=[x]', ['x']],
])('what is known elsewhere, %s: %s', (_, change, ids) => {
  expect(elsewhere(change)).toEqual(ids);
});
