import { entryKinds, type Entry } from '#core/record/entry.ts';
import type { Importer, ImportContext } from '#importers/importer.ts';
import { limits } from '#importers/reading/limits.ts';
import { note, refuse, rejected, repaired } from '#importers/reading/rejection.ts';
import { readText } from '#importers/reading/text.ts';
import { circleFaults } from '#importers/workspace/circles.ts';
import { entriesOfReading, readWorkspace } from '#importers/workspace/read-workspace.ts';
import { uncountableRanges } from '#importers/workspace/uncountable-ranges.ts';

/** The product's own format, `whose-call/1`, as one file or as one part of a folder. */
export const workspaceImporter: Importer = {
  format: 'whose-call',
  title: 'Whose Call workspace',
  specification: 'public/whose-call-1.schema.json',

  detects: (start) => /["']?schema["']?\s*:\s*["']?whose-call(-case)?\//.test(start) || isPart(start),

  async *read(source, context) {
    const mostBytes = /\.json$/i.test(source.name) ? limits.wholeTextBytes : limits.yamlBytes;
    const reading = readWorkspace(await readText(source, mostBytes), source.name);
    const circles = circleFaults(reading.entries);
    const [first] = circles.rejected.values();
    if (first !== undefined && circles.rejected.size === reading.entries.length) refuse(source.name, first);
    for (const placed of reading.entries) {
      const { entry, place } = placed;
      const fault = circles.rejected.get(placed);
      if (fault !== undefined) yield rejected(source.name, fault);
      else yield { type: 'entry', entry: stamped(entry, source.name, context), place };
    }
    for (const rejection of reading.rejected) yield { type: 'rejected', rejection };
    for (const fault of circles.repaired) yield repaired(source.name, fault);
    for (const rejection of reading.repaired) yield { type: 'repaired', rejection };
    for (const text of [...reading.notes, ...uncountableRanges(entriesOfReading(reading))]) yield note(text);
  },
};

/** What the file says of its origin stands; the rest comes from the batch it arrives in. */
function stamped(entry: Entry, file: string, context: ImportContext): Entry {
  const stamp = { recordedAt: context.at, recordedBy: context.recordedBy, source: file, ...entry.stamp };
  return { ...entry, stamp };
}

/** `findings` alone marks other tools' files too, so a part that holds only findings has to name its schema. */
const partKeys: ReadonlySet<string> = new Set([...entryKinds.filter((kind) => kind !== 'findings'), 'schema']);

/** True for a part of a workspace that does not name its schema: lists under keys of the format and nothing else. */
function isPart(start: string): boolean {
  if (/^\s*\{/.test(start)) {
    const first = /^\s*\{\s*"([A-Za-z]+)"\s*:\s*\[/.exec(start);
    return first?.[1] !== undefined && partKeys.has(first[1]);
  }
  const keys = [...start.matchAll(/^([A-Za-z]+)\s*:/gm)].map((match) => match[1] ?? '');
  const list = /^([A-Za-z]+)\s*:\s*(?:#[^\n]*)?(?:\n\s*(?:#[^\n]*)?)*(?:- |\[)/m.exec(start);
  return list?.[1] !== undefined && partKeys.has(list[1]) && keys.every((key) => partKeys.has(key) || key === 'findings');
}
