import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sarifImporter } from '#importers/sarif/sarif-importer.ts';
import { importContext } from '#test/support/import-context.ts';
import { outcomeOf } from '#test/support/import-outcome.ts';
import { sharedFiles } from '#test/support/shared-data.ts';

interface Golden {
  findings?: number;
  decisions?: number;
  severities?: Readonly<Record<string, number>>;
  rejected?: Readonly<Record<string, number>>;
  repaired?: Readonly<Record<string, number>>;
  refused?: string;
}

/** Counted by hand and with another reader; severities by the order of rules in `sarif-severity.ts`. */
const golden: Readonly<Record<string, Golden>> = {
  'SuppressionTestCurrent.sarif': { findings: 4, decisions: 3, severities: { medium: 4 } },
  'appendix_k.sarif': { findings: 1, decisions: 1, severities: { high: 1 } },
  'codeql-action-fingerprinting.sarif': { findings: 2, severities: { medium: 2 }, repaired: { 'dangling-reference': 2 } },
  'codeql-action-invalid-uri.sarif': { findings: 1, severities: { medium: 1 } },
  'codeql-action-invalid.sarif': { rejected: { schema: 1 } },
  'codeql-dd.sarif': { findings: 72, severities: { low: 57, high: 11, medium: 4 } },
  'dependency_check.sarif': { findings: 13, severities: { low: 1, medium: 3, high: 9 } },
  'empty-log.sarif.json': {},
  'gitleaks_7.5.0.sarif': { findings: 4, severities: { medium: 4 }, repaired: { 'missing-rule': 8 } },
  'issue_10191.json': { findings: 77, severities: { medium: 42, high: 1, critical: 34 } },
  'msft-Baseline.sarif': { findings: 4, severities: { medium: 4 } },
  'msft-Suppressions.sarif': { findings: 9, decisions: 5, severities: { medium: 9 } },
  'msft-Taxonomies.sarif': { findings: 2, severities: { high: 1, medium: 1 } },
  'no_runs.sarif': { refused: 'no-runs' },
  'semgrepowasp-benchmark-sample.sarif': { findings: 1_768, severities: { medium: 1_768 } },
  'suppression_test.sarif': { findings: 5, decisions: 3, severities: { medium: 5 } },
  'taint-python-report.sarif': { findings: 11, severities: { high: 8, medium: 1, low: 2 }, repaired: { 'external-not-followed': 1 } },
};

const files = sharedFiles('data/sarif');

/** Tests over all files at once register only where the files are there. */
const together = files.length > 0 ? [files] : [];

describe.runIf(files.length > 0)('real SARIF files', () => {
  it.each(files.map((path) => [basename(path), path]))('are read: %s', async (name, path) => {
    const expected = golden[name];
    if (expected === undefined) throw new Error(`${name} has no golden summary`);
    expect(sarifImporter.detects(readFileSync(path, 'utf8').slice(0, 65_536), name)).toBe(true);
    const outcome = await outcomeOf(sarifImporter, path, importContext({ defaults: { serviceId: 'shop' } }));
    const { findings = 0, decisions = 0, severities = {}, rejected = {}, repaired = {}, refused } = expected;
    expect(outcome).toMatchObject({ refused });
    expect(outcome.entries).toEqual({ ...(findings > 0 ? { findings } : {}), ...(decisions > 0 ? { decisions } : {}) });
    expect(outcome.severities).toEqual(severities);
    expect(outcome.rejected).toEqual(rejected);
    expect(outcome.repaired).toEqual(repaired);
  });

  it.each(together)('keep none of the secrets a secret scanner found', async (...paths) => {
    const path = paths.find((file) => file.endsWith('gitleaks_7.5.0.sarif')) ?? '';
    const { items } = await outcomeOf(sarifImporter, path, importContext({ defaults: { serviceId: 'shop' } }));
    expect(readFileSync(path, 'utf8')).toContain('AKIAIOSFODNN7EXAMPLE');
    expect(JSON.stringify(items)).not.toMatch(/AKIA|PRIVATE KEY|masked@/);
  });

  it.each(together)('give every result of every file one finding or one more occurrence of one', async (...paths) => {
    for (const path of paths) {
      const { items, refused } = await outcomeOf(sarifImporter, path, importContext({ defaults: { serviceId: 'shop' } }));
      if (refused !== undefined) continue;
      const parsed: { runs: { results?: unknown }[] } = JSON.parse(readFileSync(path, 'utf8'));
      const results = parsed.runs.map(({ results: list }) => (Array.isArray(list) ? list.length : 0)).reduce((sum, n) => sum + n, 0);
      const text = items.flatMap((item) => (item.type === 'note' ? [item.text] : [])).join('\n').replaceAll(',', '');
      const number = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);
      expect(number(/: (\d+) results?/)).toBe(results);
      expect(number(/results? (\d+) findings?\./) + number(/^(\d+) results? (?:is|are) one more/m)).toBe(results);
    }
  });
});
