import { declaredColumns, guessColumns, type ColumnField, type ColumnGuess } from '#importers/csv/columns.ts';
import type { CsvHeader } from '#importers/csv/csv-table.ts';
import { quoted } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';

/** What a table of findings may say of a finding. */
const findingFieldNames = [
  'id', 'title', 'severity', 'score', 'service', 'cve', 'weakness', 'component', 'version', 'location', 'line', 'firstSeenAt', 'fixedAt', 'status',
  'falsePositive', 'accepted', 'decidedBy', 'decidedAt', 'rationale', 'acceptedUntil', 'exploited', 'tool', 'owner',
] as const;
export type FindingField = (typeof findingFieldNames)[number];

const words: Readonly<Record<FindingField, readonly string[]>> = {
  id: ['finding id', 'issue id', 'unique id from tool', 'unique id', 'vulnerability instance id', 'id', 'key', 'ref id', 'reference id', 'ref', 'reference'],
  title: ['title', 'finding', 'finding title', 'issue', 'issue title', 'name', 'vulnerability name', 'vulnerability', 'plugin name', 'summary'],
  severity: ['severity', 'risk level', 'threat', 'priority'],
  score: ['cvssv4 score', 'cvss v4 score', 'cvssv3 score', 'cvss v3 0 base score', 'cvss score', 'cvss', 'score', 'base score'],
  service: ['service', 'service id', 'application', 'app', 'product', 'project', 'repository', 'repo', 'asset', 'host'],
  cve: ['cve', 'cve id', 'cve ids', 'cves', 'vulnerability id', 'vulnerability ids', 'advisory'],
  weakness: ['cwe', 'cwe id', 'cweid', 'weakness'],
  component: ['component', 'component name', 'package', 'package name', 'library', 'dependency', 'purl', 'module'],
  version: ['component version', 'package version', 'installed version', 'version'],
  location: ['file path', 'file', 'path', 'location', 'url', 'endpoint', 'endpoints', 'target', 'resource'],
  line: ['line', 'line number', 'start line'],
  firstSeenAt: ['first seen', 'first seen at', 'first found', 'first detected', 'detected at', 'detected', 'found', 'found on', 'date found', 'created', 'created at', 'opened', 'opened at', 'date'],
  fixedAt: ['fixed at', 'fixed', 'fixed on', 'mitigated', 'mitigated at', 'resolved at', 'resolved on', 'closed', 'closed at', 'remediated at'],
  status: ['status', 'state'],
  falsePositive: ['false positive', 'false p'],
  accepted: ['risk accepted', 'accepted'],
  decidedBy: ['decided by', 'accepted by', 'dismissed by', 'suppressed by', 'approved by', 'resolved by'],
  decidedAt: ['decided at', 'decided on', 'accepted at', 'accepted on', 'dismissed at', 'dismissed on'],
  rationale: ['rationale', 'dismissed reason', 'reason', 'justification', 'comment'],
  acceptedUntil: ['accepted until', 'expires', 'expires at', 'expiry', 'expiry date', 'acceptance expires'],
  exploited: ['known exploited', 'exploited', 'kev', 'in kev'],
  tool: ['tool', 'scanner', 'source', 'found by'],
  owner: ['owner', 'assignee', 'assigned to'],
};

const findingFields: readonly (ColumnField & { name: FindingField })[] = findingFieldNames.map((name) => ({ name, words: words[name] }));

/** Fields a table of findings has and a register of risks has not. */
const telling: ReadonlySet<string> = new Set(['cve', 'weakness', 'component', 'location', 'falsePositive', 'exploited', 'fixedAt', 'score']);

/** Words that only a register of risks uses. */
const OF_A_REGISTER = /\b(risk|likelihood|probability|impact|treatment|loss|exposure|current (impact|proba))\b/i;
const IMPACT_OF_A_FINDING = /^impact$/i;

/** A risk is raised or opened; a finding is found. */
const FOUND = /^(first|date)?[ _]?(seen|found|detected)([ _](at|on))?$/i;

/** Which column of a table of findings is read as what, with what a person declared laid over the guess. */
export function findingColumnsOf(header: CsvHeader, declared: Readonly<Record<string, string>> | undefined, file: string): ColumnGuess {
  const guess = guessColumns(header.names, findingFields);
  return declared === undefined ? guess : declaredColumns(guess, declared, header.names, findingFields, file);
}

/** True for column names of a list of findings: a title, a severity and something only a finding has, or only an id beside them. */
export function isFindingsHeader(header: readonly string[]): boolean {
  const fields = new Set(Object.values(guessColumns(header, findingFields).mapping));
  if (!fields.has('title') && !fields.has('cve')) return false;
  if (!header.some((name) => /^\s*severity\s*$/i.test(name))) return false;
  if (header.some((name) => OF_A_REGISTER.test(name) && !IMPACT_OF_A_FINDING.test(name) && !/^risk[ _]accepted$/i.test(name))) return false;
  const isTelling = [...fields].some((field) => telling.has(field)) || header.some((name) => FOUND.test(name));
  return isTelling || header.length <= 4;
}

/** Refuses a table in which no column names a finding. */
export function checkIsFindings(guess: ColumnGuess, header: CsvHeader, file: string): void {
  const fields = new Set(Object.values(guess.mapping));
  if (fields.has('title') || fields.has('cve')) return;
  refuse(file, {
    place: WHOLE_FILE, code: 'not-findings',
    reason: `The columns ${header.names.slice(0, 8).map(quoted).join(', ')} do not say what was found.`,
    remedy: 'Map a column to "title" or to "cve" with --columns.',
  });
}
