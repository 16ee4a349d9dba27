import type { Severity } from '#core/record/entities.ts';
import { scoreOf, severityOfScore, severityOfWord } from '#importers/scan/severity.ts';
import type { SarifResult } from '#importers/sarif/sarif-result.ts';
import type { SarifRule } from '#importers/sarif/sarif-rules.ts';

export interface SarifSeverity {
  severity: Severity;
  /** The source's own word or number, as it stands. */
  word: string | undefined;
  score: number | undefined;
  /** What of the source could not be read, and was passed over. */
  faults: readonly { code: 'number-format' | 'number-range' | 'enum'; field: string; value: unknown }[];
}

const levels: ReadonlySet<string> = new Set(['error', 'warning', 'note', 'none']);

/**
 * In this order: `security-severity` of the result, of its rule; the word in `properties.severity`; the level the
 * result states; its rank; the level and rank its rule sets; `warning`, the default of SARIF. A level that SARIF
 * does not have is kept as a word with severity unknown, and is never taken for `none`.
 */
export function sarifSeverity(result: SarifResult, rule: SarifRule | undefined): SarifSeverity {
  const faults: SarifSeverity['faults'][number][] = [];
  for (const [field, value] of [['result', result.securitySeverity], ['rule', rule?.securitySeverity]] as const) {
    if (value === undefined || value === null) continue;
    const score = scoreOf(value);
    if (score !== undefined) return { severity: severityOfScore(score), word: String(value), score, faults };
    const severity = typeof value === 'string' ? severityOfWord(value) : undefined;
    if (severity !== undefined) return { severity, word: String(value), score: undefined, faults };
    const isNumber = typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(String(value));
    faults.push({ code: isNumber ? 'number-range' : 'number-format', field: `security-severity of the ${field}`, value });
  }
  const { severityProperty } = result;
  const own = severityProperty === undefined ? undefined : severityOfWord(severityProperty);
  if (own !== undefined) return { severity: own, word: severityProperty, score: undefined, faults };
  return { ...byLevel(result, rule, faults), score: undefined, faults };
}

function byLevel(
  { level, rank, kind }: SarifResult,
  rule: SarifRule | undefined,
  faults: SarifSeverity['faults'][number][],
): { severity: Severity; word: string | undefined } {
  if (level !== undefined) {
    if (levels.has(level)) return { severity: severityOfWord(level) ?? 'unknown', word: level };
    faults.push({ code: 'enum', field: 'level', value: level });
    return { severity: 'unknown', word: level };
  }
  if (rank !== undefined && rank >= 0 && rank <= 100) return { severity: severityOfScore(rank / 10), word: `rank ${rank}` };
  if (kind === 'informational') return { severity: 'info', word: kind };
  if (rule?.level !== undefined && levels.has(rule.level)) return { severity: severityOfWord(rule.level) ?? 'unknown', word: rule.level };
  const ruleRank = rule?.rank;
  if (ruleRank !== undefined && ruleRank >= 0 && ruleRank <= 100) return { severity: severityOfScore(ruleRank / 10), word: `rank ${ruleRank}` };
  return { severity: 'medium', word: 'warning' };
}
