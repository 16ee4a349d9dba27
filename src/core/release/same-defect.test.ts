import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defectGroups, linesOf, sameDefect, type DefectTraits } from '#core/release/same-defect.ts';

const traits = (id: string, more: Partial<DefectTraits>): DefectTraits => ({ id, serviceId: 'shop', source: id, ...more });
const trivy = traits('trivy', { externalId: 'CVE-2021-44228', aliases: ['GHSA-jfh8-c2jp-5v3q'], component: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1' });

describe('a vulnerability that two tools report', () => {
  test.each([
    ['under the same CVE and package URL, in another version', { externalId: 'cve-2021-44228', component: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.13.0?type=jar' }, 'package-url'],
    ['under an alias', { externalId: 'GHSA-jfh8-c2jp-5v3q', component: 'pkg:maven/org.apache.logging.log4j/log4j-core' }, 'package-url'],
    ['without a package URL', { externalId: 'CVE-2021-44228', component: 'org.apache.logging.log4j:log4j-core@2.14.1' }, 'package-name'],
    ['in another package', { externalId: 'CVE-2021-44228', component: 'pkg:maven/org.apache.logging.log4j/log4j-api@2.14.1' }, undefined],
    ['in a package nobody names', { externalId: 'CVE-2021-44228' }, undefined],
    ['under another CVE', { externalId: 'CVE-2021-45046', component: trivy.component }, undefined],
    ['on another service', { serviceId: 'cart', externalId: 'CVE-2021-44228', component: trivy.component }, undefined],
  ])('%s', (_, more, expected) => {
    expect(sameDefect(trivy, traits('grype', more))).toBe(expected);
  });

  test('is not linked by the advisory of a distribution, which may speak of several', () => {
    const [one, other] = ['CVE-2020-27350', 'CVE-2020-27351'].map((externalId) => traits(externalId, { externalId, aliases: ['DSA-4808-1'], component: 'apt@1.8' }));
    expect(one !== undefined && other !== undefined && sameDefect(one, other)).toBeUndefined();
  });

  test('a package of a distribution goes by its name alone, a scope belongs to the name', () => {
    const plain = (component: string): DefectTraits => traits(component, { externalId: 'CVE-1', component });
    expect(sameDefect(plain('pkg:deb/debian/apt@1.8?arch=amd64'), plain('apt 1.8'))).toBe('package-name');
    expect(sameDefect(plain('pkg:npm/%40babel/core@7'), plain('@babel/core@7.1.0'))).toBe('package-name');
    expect(sameDefect(plain('pkg:npm/%40babel/core@7'), plain('core@7.1.0'))).toBeUndefined();
  });
});

describe('a weakness in code that two tools report', () => {
  const here = traits('CodeQL', { location: 'src/a.ts:10', endLine: 14, defectClass: 'CWE-79' });
  test.each([
    ['in lines that overlap', { location: './src/a.ts:14', defectClass: 'CWE-79' }, 'same-lines'],
    ['in lines around', { location: 'src/a.ts:2:1', endLine: 90, defectClass: 'CWE-79' }, 'same-lines'],
    ['in the next lines', { location: 'src/a.ts:15', defectClass: 'CWE-79' }, undefined],
    ['in another file', { location: 'src/b.ts:12', defectClass: 'CWE-79' }, undefined],
    ['as a weakness of the same family', { location: 'src/a.ts:12', defectClass: 'CWE-80' }, 'near-weakness'],
    ['as another weakness', { location: 'src/a.ts:12', defectClass: 'CWE-798' }, undefined],
    ['as weaknesses nobody names', { location: 'src/a.ts:12' }, undefined],
    ['somewhere in the file', { location: 'src/a.ts', defectClass: 'CWE-79' }, undefined],
    ['by the same tool', { source: 'CodeQL', location: 'src/a.ts:12', defectClass: 'CWE-79' }, undefined],
  ])('%s', (_, more, expected) => {
    expect(sameDefect(here, traits('Semgrep', more))).toBe(expected);
  });

  test('is told by its lines', () => {
    expect(linesOf({ location: 'file:///src/a.ts:7:3' })).toEqual({ file: 'src/a.ts', first: 7, last: 7 });
  });
});

describe('links between findings', () => {
  const arbitrary = fc.record({
    id: fc.integer({ min: 0, max: 40 }).map((n) => `f${n}`), serviceId: fc.constantFrom('shop', 'cart'), source: fc.constantFrom('Trivy', 'Grype', 'Semgrep'),
    externalId: fc.constantFrom('CVE-1', 'CVE-2', 'GHSA-1', 'rule'), aliases: fc.subarray(['CVE-1', 'GHSA-1', 'GHSA-2', 'DSA-1']),
    component: fc.constantFrom('pkg:npm/a@1', 'a@2', 'pkg:npm/b@1', ''), location: fc.constantFrom('a.ts:1', 'a.ts:3', 'b.ts:3', 'a.ts'),
    endLine: fc.constantFrom(1, 3, 9), defectClass: fc.constantFrom('CWE-79', 'CWE-80', 'CWE-22'),
  });
  const many = fc.uniqueArray(arbitrary, { selector: ({ id }) => id, maxLength: 14 });

  test('hold both ways, and never over services', () => {
    fc.assert(fc.property(arbitrary, arbitrary, (a, b) => {
      expect(sameDefect(a, b)).toBe(sameDefect(b, a));
      if (a.serviceId !== b.serviceId) expect(sameDefect(a, b)).toBeUndefined();
    }));
  });

  test('by a name and a package URL hold on: what is one with the second is one with the third', () => {
    const named = arbitrary.map((one) => ({ ...one, component: 'pkg:npm/a@1', externalId: 'CVE-1', aliases: [] }));
    fc.assert(fc.property(named, named, named, (a, b, c) => {
      fc.pre(a.id !== b.id && b.id !== c.id && a.id !== c.id);
      if (sameDefect(a, b) !== undefined && sameDefect(b, c) !== undefined) expect(sameDefect(a, c)).toBe('package-url');
    }));
  });

  test('put every finding into one group, with all it is linked to, in any order', () => {
    fc.assert(fc.property(many, fc.nat({ max: 13 }), (findings, turn) => {
      const groups = defectGroups(findings);
      expect(groups.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(findings.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
      const groupOf = new Map(groups.flatMap((group, index) => group.map(({ id }) => [id, index] as const)));
      for (const a of findings) for (const b of findings) if (sameDefect(a, b) !== undefined) expect(groupOf.get(a.id)).toBe(groupOf.get(b.id));
      for (const group of groups) if (group.length > 1) for (const one of group) expect(group.some((other) => sameDefect(one, other) !== undefined)).toBe(true);
      const turned = [...findings.slice(turn), ...findings.slice(0, turn)].toReversed();
      const keys = (of: readonly (readonly DefectTraits[])[]) => of.map((group) => group.map(({ id }) => id).join(' ')).toSorted();
      expect(keys(defectGroups(turned))).toEqual(keys(groups));
    }));
  });
});
