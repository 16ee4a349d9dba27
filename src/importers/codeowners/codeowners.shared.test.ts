import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ownersOfPath, ownersOfRoot, parseCodeOwners } from '#importers/codeowners/code-owners.ts';
import { pathPattern } from '#importers/codeowners/pattern.ts';
import { sharedFile, sharedFiles } from '#test/support/shared-data.ts';

const files = sharedFiles('data/codeowners').filter((path) => path.endsWith('CODEOWNERS'));

/** Lines that are neither empty nor a comment, and the owners of the whole, counted by another tool. */
const golden: Readonly<Record<string, readonly [rules: number, root: readonly string[]]>> = {
  'cdevents-spec.CODEOWNERS': [1, ['@cdevents/spec-maintainers']],
  'dd-trace-js.CODEOWNERS': [459, []],
  'in-toto-attestation.CODEOWNERS': [1, ['@in-toto/attestation-maintainers']],
  'slsa-verifier.CODEOWNERS': [1, ['@slsa-framework/tool-maintainers']],
};

describe.runIf(files.length > 0)('real CODEOWNERS files', () => {
  it.each(files)('%s is read without a skipped line', (path) => {
    const file = parseCodeOwners(readFileSync(path, 'utf8'));
    expect(file.rejected).toEqual([]);
    expect([file.rules.length, ownersOfRoot(file)]).toEqual(golden[basename(path)]);
  });

  it('let a product rule take precedence over a shared one', () => {
    const path = files.find((file) => file.endsWith('dd-trace-js.CODEOWNERS'));
    if (path === undefined) return;
    const file = parseCodeOwners(readFileSync(path, 'utf8'));
    expect(ownersOfPath(file, 'packages/dd-trace/src/appsec/x.js')).toEqual(['@DataDog/dd-trace-js', '@DataDog/asm-js']);
    expect(ownersOfPath(file, 'packages/dd-trace/test/fixtures/config/appsec-rules.json')).toEqual(['@DataDog/dd-trace-js', '@DataDog/asm-js']);
  });
});

const table = sharedFile('data/codeowners/hmarr-glob-conformance-patterns.json');
const rows = table === undefined ? [] : z.array(z.object({ name: z.string(), pattern: z.string(), paths: z.record(z.string(), z.boolean()) })).parse(JSON.parse(readFileSync(table, 'utf8')));

describe.runIf(rows.length > 0)('an independent table of patterns', () => {
  it.each(rows)('$name: $pattern', ({ pattern, paths }) => {
    const covers = pathPattern(pattern);
    expect(Object.fromEntries(Object.keys(paths).map((path) => [path, covers?.(path)]))).toEqual(paths);
  });
});
