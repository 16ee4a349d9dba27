import type { Entry } from '#core/record/entry.ts';
import { CallRefused, type Terminal } from '#cli/command.ts';
import { lineOfRejection } from '#importers/reading/rejection.ts';
import { readText } from '#importers/reading/text.ts';
import { isCase, readCase } from '#importers/workspace/case-file.ts';
import { entriesOfReading, readWorkspace } from '#importers/workspace/read-workspace.ts';
import { sourcesUnder } from '#server/node/file-sources.ts';

export interface WorkspaceFiles {
  entries: readonly Entry[];
  /** True when a row was not taken; each was said. */
  rejected: boolean;
}

/** The entries of a workspace or case file, or of every file of a folder taken together, without any database. */
export async function workspaceEntries(path: string, terminal: Terminal): Promise<WorkspaceFiles> {
  const sources = await sourcesUnder([path], terminal.folder);
  if (sources.length === 0) throw new CallRefused(`${path} holds no files.`);
  const entries: Entry[] = [];
  let rejected = false;
  for (const source of sources) {
    const text = await readText(source);
    const reading = isCase(text) ? readCase(text, source.name).reading : readWorkspace(text, source.name);
    for (const rejection of reading.rejected) terminal.say(lineOfRejection(rejection));
    for (const note of reading.notes) terminal.say(note);
    rejected ||= reading.rejected.length > 0;
    entries.push(...entriesOfReading(reading));
  }
  return { entries, rejected };
}
