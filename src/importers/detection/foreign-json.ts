import { foreign, type Foreign } from '#importers/detection/foreign.ts';
import { jsonOutline } from '#importers/detection/outline.ts';
import { either, has, says, type OutlineTest } from '#importers/detection/outline-test.ts';

/** What tells each format: https://github.com/CycloneDX, OASIS, OpenSSF and the tools' own documentation. */
const signatures: readonly (readonly [OutlineTest, Foreign])[] = [
  [has('schema_version', 'affected'), foreign('an OSV advisory')],
  [either(has('image_summary', 'provenance_summary'), has('image_summary')), foreign('a summary of a container image', 'Give the in-toto statement itself.')],
  [either(has('system-security-plan'), has('component-definition'), has('assessment-plan'), has('catalog.metadata'), has('profile.metadata')),
    foreign('a NIST OSCAL document of another kind', 'Give the assessment results or the plan of action and milestones.')],
  [either(says('dataType', /^CVE_RECORD$/), has('cveMetadata')), foreign('a CVE record')],
  [either(has('spdxVersion'), has('SPDXID'), says('@context', /spdx/i)), foreign('an SPDX bill of materials', 'Write the bill as CycloneDX JSON.')],
  [has('action', 'security_advisory'), foreign('a GitHub advisory, which says nothing about a repository')],
  [either(has('action', 'workflow_job'), has('action', 'rule.repository_id')), foreign('a GitHub event of a kind that says nothing about risk or release')],
  [either(has('scorecard.version'), has('scorecard', 'repo', 'checks')), foreign('an OpenSSF Scorecard result')],
  [has('[].risk_status', '[].category'), foreign('a Threagile risk list')],
  [either(has('victim', 'actor'), has('action', 'actor'), has('plus', 'action'), has('plus.master_id')), foreign('a VERIS incident')],
  [either(says('$schema', /json-schema\.org/), has('$defs', 'properties')), foreign('a JSON Schema')],
  [either(has('lockfileVersion'), has('dependencies', 'name', 'version'), has('devDependencies')), foreign('an npm package or lock file', 'Write a CycloneDX bill: npm sbom --sbom-format cyclonedx.')],
  [either(has('openapi', 'paths'), has('swagger', 'paths')), foreign('an OpenAPI description')],
];

/** The foreign format a JSON text begins like. */
export function foreignJson(start: string): Foreign | undefined {
  if (!/^\s*[[{]/.test(start)) return undefined;
  const outline = jsonOutline(start);
  if (outline.has('bomFormat') || outline.has('runs') || outline.has('specVersion')) return undefined;
  return signatures.find(([test]) => test(outline))?.[1];
}
