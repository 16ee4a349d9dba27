import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SourceRefused, type Rejection, type Source } from '#importers/importer.ts';
import type { Flaw } from '#importers/reading/flaw.ts';
import { readJson } from '#importers/reading/json.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { storedText } from '#importers/reading/stored-text.ts';
import { readText } from '#importers/reading/text.ts';
import { parseOneYaml } from '#importers/reading/yaml.ts';
import { sharedFile, sharedFiles } from '#test/support/shared-data.ts';

const index = sharedFile('data/bad-input/index.json');
const cases = index === undefined ? [] : z
  .array(z.object({ id: z.string(), file: z.string().nullable(), format: z.string(), name: z.string(), expect: z.string(), code: z.string() }))
  .parse(JSON.parse(readFileSync(index, 'utf8')));

/** Judged by what a row says, not by how it is written: the importers' own tests hold these. */
const aboutMeaning = new Set(['schema', 'org-cycle', 'owner-ambiguous']);

const casesOf = (format: string) => cases.flatMap((one) => {
  const path = one.file === null || aboutMeaning.has(one.code) ? undefined : sharedFile(`data/bad-input/${one.file}`);
  return one.format === format && path !== undefined ? [{ ...one, source: memorySource(basename(path), readFileSync(path)) }] : [];
});

async function outcome(read: (source: Source) => Promise<readonly Flaw[]>, source: Source): Promise<string> {
  try {
    const [flaw] = await read(source);
    return flaw === undefined ? 'ACCEPT ' : `PARTIAL ${flaw.code}`;
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error;
    expectOneClearLine(error.rejection);
    return `REJECT ${error.rejection.code}`;
  }
}

function expectOneClearLine(rejection: Rejection): void {
  expect(rejection.place).not.toBe('');
  expect(rejection.reason).toMatch(/^[A-Z"].{5,300}\.$/);
  expect(rejection.remedy).toMatch(/^[A-Z].{5,300}\.$/);
}

describe.runIf(cases.length > 0)('real bad files', () => {
  it.each(casesOf('json'))('JSON $id ($name): $expect $code', async ({ source, ...one }) => {
    expect(await outcome(async (from) => (await readJson(from)).flaws, source)).toBe(`${one.expect} ${one.code}`);
  });

  it.each(casesOf('yaml'))('YAML $id ($name): $expect $code', async ({ source, ...one }) => {
    const read = async (from: Source) => parseOneYaml(await readText(from), from.name).flaws;
    expect(await outcome(read, source)).toBe(`${one.expect} ${one.code}`);
  });

  it.each(casesOf('text'))('text $id ($name) is kept as text', async ({ source }) => {
    const text = new TextDecoder().decode(readFileSync(sharedFile(`data/bad-input/${source.name}`) ?? ''));
    expect(storedText(text).replaceAll(/\p{Cc}/gu, '')).toContain(text.split(/\p{Cc}/u)[0]);
  });
});

const whole = ['sarif', 'cyclonedx', 'trivy', 'grype', 'snyk', 'osv-scanner', 'openvex', 'csaf', 'cisa-kev', 'oscal', 'github-alerts',
  'dependency-track-fpf', 'slsa-intoto', 'cdevents', 'schemas', 'threagile', 'scorecard', 'defectdojo-generic'];
const realJson = whole.flatMap((folder) => sharedFiles(`data/${folder}`).filter((path) => /\.(json|sarif)$/.test(path)));
const knownRefusals = new Map([['no_findings.json', 'empty']]);

describe.runIf(realJson.length > 0)('real JSON files', () => {
  it.each(realJson)('%s goes through the guard', async (path) => {
    const source = memorySource(basename(path), readFileSync(path));
    const expected = knownRefusals.get(source.name);
    expect(await outcome(async (from) => (await readJson(from)).flaws, source)).toBe(expected === undefined ? 'ACCEPT ' : `REJECT ${expected}`);
  });
});
