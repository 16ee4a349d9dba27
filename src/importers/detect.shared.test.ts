import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importerOf } from '#importers/detect.ts';
import { SourceRefused } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { sharedFile, sharedFiles } from '#test/support/shared-data.ts';

async function verdict(path: string): Promise<string> {
  try {
    return (await importerOf(memorySource(basename(path), readFileSync(path)))).format;
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error;
    const { code, reason } = error.rejection;
    return code === 'foreign-format' || code === 'xml-not-supported' ? (/^This is (.*?)(; supported|, which is not read\.)/.exec(reason)?.[1] ?? reason) : code;
  }
}

const foreignFolders: readonly (readonly [string, RegExp])[] = [
  ['cisa-vulnrichment-ssvc', /^a CVE record$/], ['scorecard', /^an OpenSSF Scorecard result$/], ['threagile', /^a Threagile risk list$/], ['schemas', /^a JSON Schema$/],
];
const foreignFiles = foreignFolders.flatMap(([folder, expected]) => sharedFiles(`data/${folder}`).map((path) => [path, expected] as const));

const ownFolders: readonly (readonly [string, RegExp])[] = [
  ['trivy', /^(trivy|schema)$/], ['grype', /^grype$/], ['osv-scanner', /^(osv-scanner|empty)$/], ['snyk', /^(snyk|sarif)$/], ['openvex', /^openvex$/], ['csaf', /^csaf$/],
  ['github-alerts', /^(github-alerts|a GitHub advisory, which says nothing about a repository)$/], ['dependency-track-fpf', /^dependency-track$/], ['cisa-kev', /^(kev|a JSON Schema)$/], ['epss', /^epss$/],
  ['cdevents', /^cdevents$/], ['github-release-process', /^(github-releases|a GitHub event of a kind that says nothing about risk or release)$/],
  ['slsa-intoto', /^(provenance|a summary of a container image)$/],
  ['oscal', /^(oscal|a NIST OSCAL document of another kind|a NIST OSCAL document in XML)$/], ['defectdojo-generic', /^(defectdojo|findings-csv)$/],
  ['backstage', /^backstage$/], ['backstage-renamed-fork', /^backstage$/], ['k8s-owners', /^k8s-(owners|owners-aliases|security-contacts)$/],
  ['codeowners', /^codeowners$/], ['sarif', /^sarif$/], ['cyclonedx', /^(cyclonedx|a CycloneDX bill of materials in XML)$/], ['risk-register', /^(register-csv|findings-csv|xlsx-not-supported)$/],
];
const ownFiles = ownFolders.flatMap(([folder, expected]) => sharedFiles(`data/${folder}`).map((path) => [path, expected] as const));

describe.runIf(foreignFiles.length > 0)('real files of other formats', () => {
  it.each(foreignFiles)('%s is refused by name', async (path, expected) => {
    expect(await verdict(path)).toMatch(expected);
  });
});

describe.runIf(ownFiles.length > 0)('real files of supported formats', () => {
  it.each(ownFiles)('%s is known', async (path, expected) => {
    expect(await verdict(path)).toMatch(expected);
  });

  it('sigs.yaml is known, and the files of a forge beside it are refused', async () => {
    expect(await verdict(sharedFile('data/org-kubernetes/raw/sigs.yaml') ?? '')).toBe('k8s-sigs');
    expect(await verdict(sharedFile('data/org-kubernetes/raw/community.OWNERS_ALIASES') ?? '')).toBe('k8s-owners-aliases');
    expect(await verdict(sharedFile('data/org-kubernetes/raw/org-teams.sig-cli.yaml') ?? '')).toBe('a GitHub organisation file (peribolos)');
  });
});

const index = sharedFile('data/bad-input/index.json');
const bad = index === undefined ? [] : z
  .array(z.object({ id: z.string(), file: z.string().nullable(), format: z.string(), name: z.string(), expect: z.string(), code: z.string() }))
  .parse(JSON.parse(readFileSync(index, 'utf8')))
  .flatMap((one) => {
    const path = one.file === null ? undefined : sharedFile(`data/bad-input/${one.file}`);
    return path === undefined ? [] : [{ ...one, path }];
  });
const refusedAtTheDoor = ['J01', 'J02', 'J06', 'J10', 'J21', 'J22', 'J23', 'J26', 'C01', 'V21', 'Y01', 'Y02', 'Y04', 'Y05', 'Y06', 'Y08', 'Y12', 'Y13', 'Y14', 'Y16', 'Y20'];

describe.runIf(bad.length > 0)('real bad files', () => {
  it.each(bad.filter(({ id }) => refusedAtTheDoor.includes(id)))('$id ($name) is refused before any importer: $code', async ({ path, code }) => {
    const got = await verdict(path);
    expect(got === 'XML' || got.endsWith('in XML') ? 'xml-not-supported' : got).toBe(code);
  });

  it.each(bad.filter(({ format }) => format === 'zip' || format === 'gzip'))('$id ($name): an archive is refused whole', async ({ path }) => {
    expect(await verdict(path)).toMatch(/^(zip|gzip)-not-supported$|^xlsx-not-supported$|^not-json$|^a web page/);
  });
});
