import { backstageImporter } from '#importers/backstage/backstage-importer.ts';
import { cdeventsImporter } from '#importers/cdevents/cdevents-importer.ts';
import { codeOwnersImporter } from '#importers/codeowners/codeowners-importer.ts';
import { csafImporter } from '#importers/csaf/csaf-importer.ts';
import { cyclonedxImporter } from '#importers/cyclonedx/cyclonedx-importer.ts';
import { defectdojoImporter } from '#importers/defectdojo/defectdojo-importer.ts';
import { dependencyTrackImporter } from '#importers/dependency-track/dependency-track-importer.ts';
import type { Foreign } from '#importers/detection/foreign.ts';
import { foreignBytes } from '#importers/detection/foreign-bytes.ts';
import { foreignJson } from '#importers/detection/foreign-json.ts';
import { foreignText } from '#importers/detection/foreign-text.ts';
import { epssImporter } from '#importers/epss/epss-importer.ts';
import { findingsCsvImporter } from '#importers/findings-csv/findings-csv-importer.ts';
import { githubAlertsImporter } from '#importers/github-alerts/github-alerts-importer.ts';
import { githubReleasesImporter } from '#importers/github-releases/github-releases-importer.ts';
import { grantsCsvImporter } from '#importers/grants/grants-importer.ts';
import { grypeImporter } from '#importers/grype/grype-importer.ts';
import type { FormatName, Importer, Source } from '#importers/importer.ts';
import { kevImporter } from '#importers/kev/kev-importer.ts';
import { ownersAliasesImporter } from '#importers/kubernetes/owners-aliases-importer.ts';
import { ownersImporter } from '#importers/kubernetes/owners-importer.ts';
import { securityContactsImporter } from '#importers/kubernetes/security-contacts-importer.ts';
import { sigsImporter } from '#importers/kubernetes/sigs-importer.ts';
import { openvexImporter } from '#importers/openvex/openvex-importer.ts';
import { osvScannerImporter } from '#importers/osv-scanner/osv-scanner-importer.ts';
import { oscalImporter } from '#importers/oscal/oscal-importer.ts';
import { provenanceImporter } from '#importers/provenance/provenance-importer.ts';
import { faultOfFlaw, type Flaw } from '#importers/reading/flaw.ts';
import { ownersCsvImporter } from '#importers/owners-csv/owners-csv-importer.ts';
import { parseJson } from '#importers/reading/json.ts';
import { limits } from '#importers/reading/limits.ts';
import { quoted } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { isUtf16, readStart, readText, refuseEmpty, refuseUtf16 } from '#importers/reading/text.ts';
import { parseOneYaml } from '#importers/reading/yaml.ts';
import { registerCsvImporter } from '#importers/register/register-importer.ts';
import { sarifImporter } from '#importers/sarif/sarif-importer.ts';
import { snykImporter } from '#importers/snyk/snyk-importer.ts';
import { trivyImporter } from '#importers/trivy/trivy-importer.ts';
import { workspaceImporter } from '#importers/workspace/workspace-importer.ts';

/** Every format this product reads, in the order they are asked; what goes by the name of a file alone comes last. */
export const importers: readonly Importer[] = [
  workspaceImporter, backstageImporter, sigsImporter, ownersAliasesImporter, ownersImporter, securityContactsImporter,
  codeOwnersImporter, sarifImporter, cyclonedxImporter, trivyImporter, grypeImporter, osvScannerImporter,
  snykImporter, openvexImporter, csafImporter, githubAlertsImporter, dependencyTrackImporter,
  defectdojoImporter, oscalImporter, kevImporter, epssImporter, cdeventsImporter,
  githubReleasesImporter, provenanceImporter, grantsCsvImporter, ownersCsvImporter, findingsCsvImporter, registerCsvImporter,
];

/**
 * The importer for a text by its beginning, and by its name only where content says nothing.
 *
 * @throws SourceRefused with the name of the foreign format, or `unknown-format`.
 */
export function detectImporter(start: string, name: string): Importer {
  return knownImporter(start, name) ?? refuseUnknown(name);
}

/**
 * The importer for a source. Reads its first 64 KiB, and all of it only to say what is wrong with text no
 * importer knows. A YAML file of plain values and no list, such as the settings of another tool, is of no format;
 * where `plainValues` says so it is a workspace without a row, so that whoever named it reads which fields were left out.
 *
 * @throws SourceRefused for an empty, binary, foreign or unreadable source, by name and with a remedy.
 */
export async function importerOf(source: Source, plainValues: 'refused' | 'read' = 'refused'): Promise<Importer> {
  const { text, bytes } = await readStart(source);
  const binary = foreignBytes(bytes, source.name);
  if (binary !== undefined) refuseForeign(source.name, binary);
  if (isUtf16(bytes[0], bytes[1])) refuseUtf16(source.name);
  if (text.trim() === '') refuseEmpty(source.name);
  return knownImporter(text, source.name) ?? (await importerAfterReading(source, plainValues));
}

function knownImporter(start: string, name: string): Importer | undefined {
  const stranger = namesOurSchema(start) ? undefined : (foreignJson(start) ?? notOurs(start, name));
  if (stranger !== undefined) refuseForeign(name, stranger);
  const found = importers.find((importer) => importer.detects(start, name));
  if (found !== undefined && /^\s*\{/.test(start) && !namesOurSchema(start)) refuseSecond(found, start, name);
  return found;
}

/** Their marks may stand inside a file of another format, so they do not make it one of two. */
const looselyTold: ReadonlySet<FormatName> = new Set(['snyk', 'sarif', 'cyclonedx']);

/** One object that reads as two formats would be read as one of them, and the other half left out without a word. */
function refuseSecond(found: Importer, start: string, name: string): void {
  const second = importers.find((importer) => importer !== found && !looselyTold.has(importer.format) && importer.detects(start, name));
  if (second === undefined) return;
  refuse(name, {
    place: WHOLE_FILE, code: 'format-ambiguous', reason: `The file reads as ${found.title} and as ${second.title}; which is meant is not guessed.`,
    remedy: 'Save each as a file of its own, or name the format with --format.',
  });
}

/** JSON that begins by naming the product's own format is nobody else's, whatever lists follow. */
function namesOurSchema(start: string): boolean {
  return /^\s*\{\s*"schema"\s*:\s*"whose-call(-case)?\//.test(start);
}

/**
 * No supported text begins with `<` or as a git-LFS pointer. Any other text signature counts only where no
 * importer but that of tables, which go by name, knows the text.
 */
function notOurs(start: string, name: string): Foreign | undefined {
  if (/^\s*[[{]/.test(start)) return undefined;
  if (/^\s*(<|version https:\/\/git-lfs)/.test(start)) return foreignText(start);
  const isOurs = importers.some((importer) => importer.format !== 'register-csv' && importer.detects(start, name));
  return isOurs ? undefined : foreignText(start);
}

/** Text that is broken is refused for what breaks it, before it is called unknown. */
async function importerAfterReading(source: Source, plainValues: 'refused' | 'read'): Promise<Importer> {
  const text = await readText(source, limits.wholeTextBytes);
  if (/^\s*[[{]/.test(text) || /\.(json|sarif|cdx)$/i.test(source.name)) {
    const { value, flaws } = parseJson(text, source.name);
    if (typeof value !== 'object' || value === null) {
      refuse(source.name, { place: WHOLE_FILE, code: 'schema', reason: `The file holds ${quoted(value)} and nothing else.`, remedy: 'Look at the step that wrote the file.' });
    }
    refuseForbiddenKeys(source.name, flaws);
  } else if (/\.ya?ml$/i.test(source.name) && text.length <= limits.yamlBytes) {
    const { value, flaws } = parseOneYaml(text, source.name);
    refuseForbiddenKeys(source.name, flaws);
    if (plainValues === 'read' && holdsPlainValues(value)) return workspaceImporter;
  }
  return refuseUnknown(source.name);
}

/** A text that no importer knows and that tries to change what objects are is refused for that. */
function refuseForbiddenKeys(name: string, flaws: readonly Flaw[]): void {
  const flaw = flaws.find(({ code }) => code === 'forbidden-key');
  if (flaw !== undefined) refuse(name, faultOfFlaw(flaw));
}

function holdsPlainValues(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const values = Object.values(value);
  return values.length > 0 && values.every((each) => typeof each !== 'object' || each === null);
}

function refuseForeign(name: string, { what, code, hint }: Foreign): never {
  return refuse(name, {
    place: WHOLE_FILE,
    code,
    reason: hint === undefined ? `This is ${what}; supported formats are ${supported()}.` : `This is ${what}, which is not read.`,
    remedy: hint ?? 'Export the same as one of these.',
  });
}

function refuseUnknown(name: string): never {
  return refuse(name, {
    place: WHOLE_FILE,
    code: 'unknown-format',
    reason: `No format this product reads was recognised in it; supported formats are ${supported()}.`,
    remedy: 'Name the format with --format if it is one of these.',
  });
}

/** The titles without what stands in brackets. */
function supported(): string {
  return [...new Set(importers.map(({ title }) => title.replace(/ \(.*$/, '')))].join(', ');
}
