import type { SarifResult } from '#importers/sarif/sarif-result.ts';

/** A result with what its identity is made of. */
export interface Identified {
  result: SarifResult;
  ruleId: string;
  file: string;
  message: string;
}

/**
 * The text that says which finding a result is, the same at every scan: the tool's fingerprint with its rule; a
 * fingerprint of a line also with its file, since equal lines stand in many files; without any, rule, file and
 * message. Results alike in these are told apart by their order in the file, not by their line, which moves.
 * Two results on one line with one message are one finding.
 */
export function identitiesOf(results: readonly Identified[]): readonly string[] {
  const texts = results.map(textOf);
  const linesByText = new Map<string, number[]>();
  for (const [index, { result }] of results.entries()) {
    if (result.fingerprint !== undefined) continue;
    const text = texts[index] ?? '';
    const lines = linesByText.get(text) ?? [];
    const line = result.location.line ?? 0;
    if (!lines.includes(line)) lines.push(line);
    linesByText.set(text, lines);
  }
  for (const lines of linesByText.values()) lines.sort((a, b) => a - b);
  return results.map(({ result }, index) => {
    const text = texts[index] ?? '';
    if (result.fingerprint !== undefined) return text;
    const order = linesByText.get(text)?.indexOf(result.location.line ?? 0) ?? 0;
    return order <= 0 ? text : `${text}\n${order + 1}`;
  });
}

function textOf({ result, ruleId, file, message }: Identified): string {
  const { fingerprint } = result;
  if (fingerprint === undefined) return ['text', ruleId, file, message].join('\n');
  return fingerprint.scope === 'whole'
    ? ['whole', ruleId, fingerprint.value].join('\n')
    : ['line', ruleId, file, fingerprint.value].join('\n');
}
