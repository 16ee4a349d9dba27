import type { Source } from '#importers/importer.ts';

/**
 * The file of a batch that stands beside another under a fixed name: in the same folder, or in the same folder under
 * the name with the prefix both share, as `kubectl.OWNERS_ALIASES` stands beside `kubectl.OWNERS`.
 */
export function siblingOf(source: Source, sources: readonly Source[], name: string): Source | undefined {
  const [folder, own] = apart(source.name);
  const beside = sources.filter((other) => other !== source && apart(other.name)[0] === folder);
  const exact = beside.find((other) => apart(other.name)[1] === name);
  if (exact !== undefined) return exact;
  return beside
    .filter((other) => {
      const [, file] = apart(other.name);
      return file.endsWith(name) && file.length > name.length && own.startsWith(file.slice(0, -name.length));
    })
    .sort((a, b) => b.name.length - a.name.length)[0];
}

function apart(path: string): readonly [folder: string, file: string] {
  const slash = path.lastIndexOf('/');
  return [path.slice(0, slash + 1), path.slice(slash + 1)];
}
