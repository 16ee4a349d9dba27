import { describe, expect, test } from 'vitest';
import { familyIds, familyName, UNCLASSIFIED } from '#core/mapping/family-names.ts';
import { cweNumber, familyOf } from '#core/mapping/weakness-families.ts';

describe(familyOf, () => {
  test.each([
    ['CWE-79', 'Injection'], ['CWE-116', 'Neutralization'], ['CWE-89', 'Injection'], ['CWE-787', 'Memory safety'], ['CWE-22', 'File handling'], ['CWE-352', 'Verification of data authenticity'],
    ['CWE-862', 'Access control'], ['CWE-798', 'Access control'], ['CWE-502', 'Resource control'], ['CWE-327', 'Encryption'], ['CWE-1104', 'Resource control'],
  ])('%s is of the family %s, as view 1400 has it', (weakness, name) => {
    expect(familyName(familyOf(weakness))).toBe(name);
  });

  test('reads a CWE however it is written, and what is behind it does not matter', () => {
    expect(['cwe-089', ' CWE-89/orders-api', 'CWE-89: SQL'].map(cweNumber)).toEqual(['89', '89', '89']);
  });

  test.each([undefined, '', 'xss', 'CWE-', 'CWE-999999', 'see CWE-79'])('%s is unclassified', (weakness) => {
    expect(familyOf(weakness)).toBe(UNCLASSIFIED);
  });

  test('there are 22 families and the unclassified, and 939 weaknesses, each once', () => {
    expect(familyIds).toHaveLength(23);
    const classified = Array.from({ length: 1_500 }, (_, number) => familyOf(`CWE-${number}`)).filter((family) => family !== UNCLASSIFIED);
    expect(classified).toHaveLength(939);
  });
});
