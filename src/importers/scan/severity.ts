import type { Severity } from '#core/record/entities.ts';

const folded: ReadonlyMap<string, Severity> = new Map([
  ['critical', 'critical'], ['very high', 'critical'],
  ['high', 'high'], ['important', 'high'], ['error', 'high'], ['major', 'high'],
  ['medium', 'medium'], ['moderate', 'medium'], ['warning', 'medium'], ['middle', 'medium'],
  ['low', 'low'], ['minor', 'low'], ['note', 'low'],
  ['info', 'info'], ['information', 'info'], ['informational', 'info'], ['none', 'info'], ['negligible', 'info'],
  ['unknown', 'unknown'], ['undefined', 'unknown'], ['unassigned', 'unknown'],
]);

/** The severity a source's word stands for; `undefined` for words that are not known. */
export function severityOfWord(word: string): Severity | undefined {
  return folded.get(word.trim().toLowerCase());
}

/** The severity of a CVSS base score or a `security-severity`, 0 to 10, in the bands of CVSS 3 and 4. */
export function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}

/** A score from 0 to 10 written as a number or as text; `undefined` for everything else. */
export function scoreOf(value: unknown): number | undefined {
  const score = typeof value === 'string' && /^\s*\d{1,2}(\.\d+)?\s*$/.test(value) ? Number(value) : value;
  return typeof score === 'number' && score >= 0 && score <= 10 ? score : undefined;
}
