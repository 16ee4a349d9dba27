import type { Severity } from '#core/record/entities.ts';
import { numberOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { severityOfScore, severityOfWord } from '#importers/scan/severity.ts';

export interface BomRating {
  severity: Severity;
  word: string | undefined;
  score: number | undefined;
  /** Ratings that could not be read, and were passed over. */
  faults: readonly { code: 'number-range' | 'enum'; value: unknown }[];
}

const methods = ['cvssv4', 'cvssv31', 'cvssv3', 'cvssv2'];

/** Scores of these methods run from 0 to 10; others have scales of their own, whose numbers say nothing here. */
const LAST_CVSS = methods.length - 1;

/**
 * The rating a vulnerability is shown with: of CVSS 4, else 3.1, 3.0, 2, else any other method; of one method, one with
 * a score before one without, else the earlier in the file. Its own severity word counts, else the band of its score.
 */
export function ratingOf(vulnerability: LooseObject): BomRating {
  const faults: BomRating['faults'][number][] = [];
  let best: { rank: number; rating: LooseObject; score: number | undefined; severity: Severity | undefined } | undefined;
  for (const rating of objectsOf(vulnerability['ratings'])) {
    const method = methods.indexOf((textOf(rating['method']) ?? '').toLowerCase());
    const stated = numberOf(rating['score']);
    const isScore = stated !== undefined && stated >= 0 && stated <= 10;
    if (stated !== undefined && !isScore && method !== -1) faults.push({ code: 'number-range', value: stated });
    if (stated !== undefined && !isScore && rating['method'] === undefined) faults.push({ code: 'number-range', value: stated });
    const score = isScore && method !== -1 ? stated : undefined;
    const word = textOf(rating['severity']);
    const severity = word === undefined ? undefined : severityOfWord(word);
    if (word !== undefined && severity === undefined) faults.push({ code: 'enum', value: word });
    const plainScore = score ?? (isScore && rating['method'] === undefined ? stated : undefined);
    if (plainScore === undefined && severity === undefined) continue;
    const rank = (method === -1 ? LAST_CVSS + 1 : method) * 2 + (plainScore === undefined ? 1 : 0);
    if (best === undefined || rank < best.rank) best = { rank, rating, score: plainScore, severity };
  }
  if (best === undefined) return { severity: 'unknown', word: undefined, score: undefined, faults };
  const { score, severity, rating } = best;
  return {
    severity: severity ?? (score === undefined ? 'unknown' : severityOfScore(score)),
    word: textOf(rating['severity']) ?? (score === undefined ? undefined : String(score)),
    score,
    faults,
  };
}
