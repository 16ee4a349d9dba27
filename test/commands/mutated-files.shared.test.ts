import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { arbitraryChanges, changedFile, expectSoundReading } from '#test/support/mutation-of-file.ts';
import { sharedFiles } from '#test/support/shared-data.ts';

const folders = [
  'backstage', 'backstage-renamed-fork', 'cdevents', 'cisa-kev', 'cisa-vulnrichment-ssvc', 'codeowners', 'csaf', 'cyclonedx', 'defectdojo-generic', 'dependency-track-fpf', 'dora', 'epss', 'fair',
  'github-alerts', 'github-release-process', 'grype', 'k8s-owners', 'openvex', 'oscal', 'osv-scanner', 'risk-register', 'sarif', 'slsa-intoto', 'snyk', 'threagile', 'trivy', 'veris',
];

/** Larger files are read whole elsewhere; of each kind there are small ones. */
const LARGEST = 200_000;
const files = folders.flatMap((folder) => sharedFiles(`data/${folder}`)).filter((path) => statSync(path).size < LARGEST);

describe.runIf(files.length > 0)('a real file that was changed at random', () => {
  it.each(files.map((path) => [`${basename(dirname(path))}/${basename(path)}`, path]))('is read soundly or refused soundly: %s', { timeout: 60_000 }, async (name, path) => {
    const bytes = Uint8Array.from(readFileSync(path));
    const numRuns = Math.max(5, Math.min(40, Math.floor(400_000 / Math.max(bytes.length, 1))));
    await fc.assert(fc.asyncProperty(arbitraryChanges, (changes) => expectSoundReading(name, changedFile(bytes, changes))), { numRuns });
  });
});
