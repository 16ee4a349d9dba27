import { messages, say } from '#language/say.ts';

/**
 * Weakness families: the 22 categories of CWE view 1400, "Comprehensive Categorization for Software Assurance Trends" (CWE
 * List 4.15, MITRE, 16 July 2024), by the number of the category. A name is the category's own, without "Comprehensive
 * Categorization" and without words that judge ("improper", "insufficient", "poor", "violation of").
 */
const names = messages({
  1396: 'Access control',
  1397: 'Comparison',
  1398: 'Component interaction',
  1399: 'Memory safety',
  1401: 'Concurrency',
  1402: 'Encryption',
  1403: 'Exposed resource',
  1404: 'File handling',
  1405: 'Check or handling of exceptional conditions',
  1406: 'Input validation',
  1407: 'Neutralization',
  1408: 'Calculation',
  1409: 'Injection',
  1410: 'Control flow management',
  1411: 'Verification of data authenticity',
  1412: 'Coding practices',
  1413: 'Protection mechanism',
  1414: 'Randomness',
  1415: 'Resource control',
  1416: 'Resource lifecycle management',
  1417: 'Sensitive information exposure',
  1418: 'Secure design principles',
  unclassified: 'Unclassified weakness',
});

export type WeaknessFamily = `${keyof typeof names}`;

/** What no family is known for: no weakness given, one that is no CWE, or one that the view does not hold. */
export const UNCLASSIFIED = 'unclassified' satisfies WeaknessFamily;

/** Ids of all families, in the order of the view, `unclassified` last. */
export const familyIds: readonly string[] = Object.keys(names);

/** What a family is called; an id that is none is its own name. */
export function familyName(id: string): string {
  return isFamily(id) ? say(names[id]) : id;
}

function isFamily(id: string): id is WeaknessFamily {
  return Object.hasOwn(names, id);
}
