import type { ImportContext } from '#importers/importer.ts';
import { handleId } from '#importers/kubernetes/handles.ts';
import { withQuotedHandles } from '#importers/kubernetes/owners-text.ts';
import type { Flaw } from '#importers/reading/flaw.ts';
import { limits } from '#importers/reading/limits.ts';
import { readText } from '#importers/reading/text.ts';
import { parseOneYaml } from '#importers/reading/yaml.ts';
import { objectFields } from '#importers/workspace/document.ts';

/** Alias to accounts, all in lower case. `linkTo` where the file holds a path to another and nothing else. */
export interface OwnersAliases {
  aliases: ReadonlyMap<string, readonly string[]>;
  linkTo: string | undefined;
  flaws: readonly Flaw[];
}

/**
 * Reads the text of an `OWNERS_ALIASES` file: a mapping of lists, or (in old files) a list of mappings.
 * A checked-out symbolic link holds only a path; it is not followed.
 *
 * @throws SourceRefused as `parseYaml`.
 */
export function parseOwnersAliases(text: string, file: string): OwnersAliases {
  const { value, flaws } = parseOneYaml(withQuotedHandles(text).text, file);
  if (typeof value === 'string') return { aliases: new Map(), linkTo: value, flaws };
  const aliases = new Map<string, readonly string[]>();
  const listed: unknown = objectFields(value)?.get('aliases');
  const groups = Array.isArray(listed) ? listed.flatMap((group) => [...(objectFields(group) ?? [])]) : [...(objectFields(listed) ?? [])];
  for (const [name, members] of groups) {
    const id = handleId(name);
    if (id === undefined) continue;
    const list: unknown[] = Array.isArray(members) ? members : [members];
    aliases.set(id, [...new Set(list.flatMap((member) => handleId(member) ?? []))]);
  }
  return { aliases, linkTo: undefined, flaws };
}

/** The aliases that lie beside a file of the same batch. */
export async function aliasesBeside(context: ImportContext): Promise<OwnersAliases | undefined> {
  const source = context.sibling('OWNERS_ALIASES');
  return source === undefined ? undefined : parseOwnersAliases(await readText(source, limits.lineFileBytes), source.name);
}
