import { foreign, type Foreign } from '#importers/detection/foreign.ts';

const xml = (what: string, hint: string): Foreign => ({ what, code: 'xml-not-supported', hint });

const notJson = (what: string): Foreign => ({ what, code: 'not-json', hint: 'Look at the step that wrote the file.' });

/** First match counts, so that a special XML goes before XML. */
const signatures: readonly (readonly [RegExp, Foreign])[] = [
  [/^\s*<!doctype html|^\s*<html[\s>]/i, notJson('a web page, perhaps of a server that answered in place of the file')],
  [/^\s*version https:\/\/git-lfs\.github\.com/, notJson('a git-LFS pointer, which stands for a file that was not fetched')],
  [/^\s*<[^]*cyclonedx\.org\/schema\/bom/, xml('a CycloneDX bill of materials in XML', 'Write it as JSON: cyclonedx convert --output-format json.')],
  [/^\s*<[^]*csrc\.nist\.gov\/ns\/oscal/, xml('a NIST OSCAL document in XML', 'Convert it first: oscal-cli convert --to=json FILE.xml FILE.json.')],
  [/^\s*<[^]*(<testsuites?[\s>])/, xml('a JUnit test report', 'Nothing of test reports is read.')],
  [/^\s*<[^]*<NessusClientData/, xml('a Nessus report', 'Export the findings as SARIF or the risks as CSV.')],
  [/^\s*<\?xml|^\s*<!DOCTYPE|^\s*<[a-z][\w:.-]*[\s>/]/i, xml('XML', 'Export the same as JSON or CSV.')],
  [/^SPDXVersion:/m, foreign('an SPDX bill of materials', 'Write the bill as CycloneDX JSON.')],
  [/^BEGIN:VCALENDAR/, foreign('a calendar')],
  [/^-----BEGIN [A-Z ]+-----/, foreign('a key or certificate', 'Do not import keys; if this one is private, replace it.')],
  [/^\s*(-\s+)?crml_\w+:/m, foreign('a CRML risk model')],
  [/^threagile_version:/m, foreign('a Threagile model')],
  [/^(openapi|swagger):\s/m, foreign('an OpenAPI description')],
  [/^on:[^]*^jobs:/m, foreign('a GitHub Actions workflow')],
  [/^stages:\s*$[^]*^\s+script:/m, foreign('a GitLab pipeline')],
  [/^services:\s*\n(?:\s*#.*\n)*\s+[\w.-]+:\s*\n/m, foreign('a Docker Compose file')],
  [/^teams:\s*\n(?:\s*#.*\n)*\s+[\w.-]+:\s*\n/m, foreign('a GitHub organisation file (peribolos)', 'Permission on a forge is not authority; give OWNERS files and grants.')],
  [/^kep-number:/m, foreign('a Kubernetes enhancement proposal')],
];

/** The foreign format a text that is not JSON begins like. */
export function foreignText(start: string): Foreign | undefined {
  const known = signatures.find(([words]) => words.test(start))?.[1];
  if (known !== undefined) return known;
  const isManifest = /^apiVersion:\s*\S/m.test(start) && /^kind:\s*\S/m.test(start) && !/^apiVersion:\s*["']?backstage\.io\//m.test(start);
  return isManifest ? foreign('a Kubernetes manifest') : undefined;
}
