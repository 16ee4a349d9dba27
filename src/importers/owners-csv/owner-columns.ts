import { guessColumns, type ColumnField, type ColumnGuess } from '#importers/csv/columns.ts';
import { isFindingsHeader } from '#importers/findings-csv/finding-columns.ts';
import { isGrantsHeader } from '#importers/grants/grant-columns.ts';

/** What a table of services may say of a service. */
const ownerFieldNames = ['service', 'name', 'team', 'repository', 'exposure', 'process'] as const;
export type OwnerField = (typeof ownerFieldNames)[number];

const words: Readonly<Record<OwnerField, readonly string[]>> = {
  service: ['service id', 'service', 'application id', 'application', 'app id', 'app', 'component', 'system id', 'system', 'product', 'configuration item', 'ci'],
  name: ['service name', 'application name', 'app name', 'component name', 'system name', 'display name', 'name'],
  team: ['owning team', 'owner team', 'team owner', 'team id', 'team', 'owned by team', 'squad', 'support group', 'assignment group', 'managed by group', 'owner group', 'group'],
  repository: ['repository', 'repository url', 'repo', 'repo url', 'source', 'code'],
  exposure: ['exposure', 'reachable from', 'network exposure'],
  process: ['release process', 'process', 'pipeline', 'release train'],
};

export const ownerFields: readonly (ColumnField & { name: OwnerField })[] = ownerFieldNames.map((name) => ({ name, words: words[name] }));

/** Words that no list of services has: they are of a register, of findings, of people. */
const OF_ANOTHER_TABLE = /\b(risk|finding|issue|vulnerability|severity|likelihood|probability|impact|loss|treatment|decision|due|cve|cwe|title|grantee|grantor|limit|opened|manager|e ?mail)\b/i;

/** Which column of a table of services is read as what, guessed from the header words alone. */
export function guessOwnerMapping(header: readonly string[]): ColumnGuess {
  return guessColumns(header, ownerFields);
}

/** True for column names of a list that says which team owns which service, and nothing of any other table. */
export function isOwnersHeader(header: readonly string[]): boolean {
  if (header.some((name) => OF_ANOTHER_TABLE.test(name.replaceAll(/[_-]/g, ' '))) || isGrantsHeader(header) || isFindingsHeader(header)) return false;
  const fields = new Set(Object.values(guessOwnerMapping(header).mapping));
  return fields.has('team') && (fields.has('service') || fields.has('name'));
}
