import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cyclonedxImporter } from '#importers/cyclonedx/cyclonedx-importer.ts';
import { importContext } from '#test/support/import-context.ts';
import { outcomeOf } from '#test/support/import-outcome.ts';
import { sharedFiles } from '#test/support/shared-data.ts';

interface Golden {
  components: number;
  vulnerabilities: number;
  findings?: number;
  decisions?: number;
  severities?: Readonly<Record<string, number>>;
  repaired?: Readonly<Record<string, number>>;
}

/** Counted by hand and with another reader. `undefined` = XML, which is refused. */
const golden: Readonly<Record<string, Golden | undefined>> = {
  'dd-issue_9277.json': { components: 102, vulnerabilities: 10, findings: 14, severities: { medium: 5, low: 4, high: 5 }, repaired: { 'dangling-reference': 1 } },
  'dd-sbom-vulns-1.x.xml': undefined,
  'nested-component-log4j.json': { components: 2, vulnerabilities: 8, findings: 8, severities: { critical: 4, medium: 3, high: 1 } },
  'saasbom-apigateway.json': { components: 0, vulnerabilities: 0 },
  'sbom-cern-lhc.json': { components: 43, vulnerabilities: 0 },
  'sbom-juice-shop.json': { components: 840, vulnerabilities: 0 },
  'sbom-laravel.json': { components: 62, vulnerabilities: 0 },
  'valid-annotation-1.6.json': { components: 1, vulnerabilities: 0 },
  'valid-release-notes-1.7.json': { components: 1, vulnerabilities: 0 },
  'valid-vulnerability-1.5.json': { components: 1, vulnerabilities: 1, findings: 1, decisions: 1, severities: { critical: 1 } },
  'valid-vulnerability-1.6.json': { components: 1, vulnerabilities: 1, findings: 1, decisions: 1, severities: { critical: 1 } },
  'vex-case11.json': { components: 0, vulnerabilities: 19, findings: 19, decisions: 19, severities: { unknown: 19 } },
  'vex-case9.json': { components: 0, vulnerabilities: 19, findings: 57, decisions: 57, severities: { unknown: 57 } },
  'vex-cisa-case2.json': { components: 0, vulnerabilities: 19, findings: 19, decisions: 19, severities: { info: 19 } },
  'vex-not_affected.json': { components: 0, vulnerabilities: 1, findings: 1, decisions: 1, severities: { unknown: 1 } },
  'vex-pair-bom.json': { components: 3, vulnerabilities: 0 },
  'vex-pair-vex.json': { components: 0, vulnerabilities: 1, findings: 1, decisions: 1, severities: { high: 1 } },
};

const files = sharedFiles('data/cyclonedx');

describe.runIf(files.length > 0)('real CycloneDX files', () => {
  it.each(files.map((path) => [basename(path), path]))('are read: %s', async (name, path) => {
    if (!(name in golden)) throw new Error(`${name} has no golden summary`);
    expect(cyclonedxImporter.detects(readFileSync(path, 'utf8').slice(0, 65_536), name)).toBe(true);
    const outcome = await outcomeOf(cyclonedxImporter, path, importContext({ defaults: { serviceId: 'shop' } }));
    const expected = golden[name];
    if (expected === undefined) {
      expect(outcome.refused).toBe('xml-not-supported');
      return;
    }
    const { components, vulnerabilities, findings = 0, decisions = 0, severities = {}, repaired = {} } = expected;
    expect(outcome.refused).toBeUndefined();
    expect(outcome.entries).toEqual({ ...(findings > 0 ? { findings } : {}), ...(decisions > 0 ? { decisions } : {}) });
    expect(outcome.severities).toEqual(severities);
    expect(outcome.rejected).toEqual({});
    expect(outcome.repaired).toEqual(repaired);
    const notes = outcome.items.flatMap((item) => (item.type === 'note' ? [item.text] : []));
    expect(notes).toContainEqual(expect.stringMatching(new RegExp(`^${components} components?: ${vulnerabilities} vulnerabilit(y|ies), ${findings} findings?\\.$`)));
  });
});
