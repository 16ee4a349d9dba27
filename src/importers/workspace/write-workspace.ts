import { stringify } from 'yaml';
import type { Entry } from '#core/record/entry.ts';
import { entryKinds } from '#core/record/entry.ts';
import { WORKSPACE_SCHEMA, workspaceOf } from '#core/record/workspace.ts';

/** Every version of every entry as a `whose-call/1` file in JSON, one row a line so that two exports compare well. */
export function writeWorkspace(entries: readonly Entry[]): string {
  return [...workspaceLines(entries)].join('');
}

/** `writeWorkspace` piece by piece, for a record too large to hold twice. */
export function* workspaceLines(entries: readonly Entry[]): Generator<string, void, undefined> {
  const workspace = workspaceOf(entries);
  yield `{\n"schema": ${JSON.stringify(WORKSPACE_SCHEMA)}`;
  for (const kind of entryKinds) {
    const rows = workspace[kind];
    if (rows === undefined) continue;
    yield `,\n"${kind}": [`;
    for (const [index, row] of rows.entries()) yield `${index === 0 ? '' : ','}\n${JSON.stringify(row)}`;
    yield '\n]';
  }
  yield '\n}\n';
}

/** The same in YAML. Text that YAML 1.1 tools would read as something else is quoted. */
export function writeWorkspaceYaml(entries: readonly Entry[]): string {
  return stringify(workspaceOf(entries), { version: '1.2', compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false });
}
