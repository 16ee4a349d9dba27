import { foreign, type Foreign } from '#importers/detection/foreign.ts';
import { jsonOutline } from '#importers/detection/outline.ts';

type Outline = ReadonlyMap<string, string | undefined>;
type Test = (outline: Outline) => boolean;

const has = (...paths: readonly string[]): Test => (outline) => paths.every((path) => outline.has(path));
const either = (...tests: readonly Test[]): Test => (outline) => tests.some((test) => test(outline));
const says = (path: string, words: RegExp): Test => (outline) => words.test(outline.get(path) ?? '');

const toSarif = (command: string): string => `Write it as SARIF: ${command}.`;

/** What tells each format: https://github.com/CycloneDX, OASIS, OpenSSF and the tools' own documentation. */
const signatures: readonly (readonly [Test, Foreign])[] = [
  [either(has('SchemaVersion', 'ArtifactName'), has('SchemaVersion', 'Results'), has('ClusterName'), has('[].Target', '[].Type')),
    foreign('a Trivy report', toSarif('trivy --format sarif'))],
  [either(has('matches.[].vulnerability'), has('matches', 'ignoredMatches'), has('matches', 'descriptor')), foreign('a Grype report', toSarif('grype -o sarif'))],
  [either(has('results.[].packages'), has('results.[].source.path')), foreign('an OSV-Scanner report', toSarif('osv-scanner --format sarif'))],
  [has('schema_version', 'affected'), foreign('an OSV advisory')],
  [either(has('vulnerabilities', 'dependencyCount'), has('vulnerabilities', 'packageManager'), has('vulnerabilities.[].from'), has('vulnerabilities.[].semver'),
    has('[].vulnerabilities', '[].dependencyCount'), has('[].vulnerabilities.[].from'), says('vulnerabilities.[].id', /^(SNYK-|npm:)/), says('[].vulnerabilities.[].id', /^(SNYK-|npm:)/),
    has('vulnerabilities.[].alternativeIds'), has('[].vulnerabilities.[].alternativeIds')), foreign('a Snyk report', toSarif('snyk test --sarif'))],
  [has('jsonapi', 'data'), foreign('an answer of a JSON:API service such as Snyk', toSarif('snyk test --sarif'))],
  [says('meta.application', /dependency-track/i), foreign('a Dependency-Track findings file (FPF)', 'Export the project as CycloneDX with vulnerabilities.')],
  [has('findings.[].title', 'findings.[].severity'), foreign('a DefectDojo generic findings file')],
  [says('@context', /openvex/i), foreign('an OpenVEX document', 'Put the statements into a CycloneDX file as analysis.')],
  [either(has('document.csaf_version'), says('document.category', /^csaf/)), foreign('a CSAF advisory')],
  [has('catalogVersion', 'vulnerabilities'), foreign('the CISA Known Exploited Vulnerabilities catalog (KEV)')],
  [either(says('_type', /in-toto/), has('predicateType'), has('payloadType', 'payload'), says('mediaType', /sigstore/), has('image_summary', 'provenance_summary'), has('image_summary')),
    foreign('an in-toto attestation or SLSA provenance')],
  [either(says('context.type', /^dev\.cdevents\./), says('context.specversion', /./)), foreign('a CDEvents event')],
  [either(has('plan-of-action-and-milestones'), has('assessment-results'), has('system-security-plan'), has('component-definition'), has('assessment-plan'), has('catalog.metadata'), has('profile.metadata')),
    foreign('a NIST OSCAL document')],
  [either(says('dataType', /^CVE_RECORD$/), has('cveMetadata')), foreign('a CVE record')],
  [either(has('spdxVersion'), has('SPDXID'), says('@context', /spdx/i)), foreign('an SPDX bill of materials', 'Write the bill as CycloneDX JSON.')],
  [either(has('[].most_recent_instance'), has('[].security_advisory'), has('[].secret_type'), has('alert.rule'), has('alert.dependency'), has('alert.secret_type'),
    has('alert.affected_package_name'), has('alert.number'), has('data.repository.vulnerabilityAlerts'), has('action', 'security_advisory')), foreign('a list or event of GitHub alerts', 'Download the code scanning result as SARIF.')],
  [either(has('action', 'deployment'), has('action', 'deployment_status'), has('action', 'workflow_run'), has('action', 'workflow_job'), has('action', 'release.url'), has('action', 'rule.repository_id'),
    has('action', 'sender'), has('action', 'organization.login')), foreign('a GitHub event')],
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
