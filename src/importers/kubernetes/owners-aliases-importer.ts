import type { Importer } from '#importers/importer.ts';
import { parseOwnersAliases } from '#importers/kubernetes/owners-aliases.ts';
import { faultOfFlaw } from '#importers/reading/flaw.ts';
import { limits } from '#importers/reading/limits.ts';
import { quoted } from '#importers/reading/place.ts';
import { note, repaired } from '#importers/reading/rejection.ts';
import { readText } from '#importers/reading/text.ts';

/** Kubernetes `OWNERS_ALIASES`: holds nothing by itself; the `OWNERS` files beside it are read with it. */
export const ownersAliasesImporter: Importer = {
  format: 'k8s-owners-aliases',
  title: 'Kubernetes OWNERS_ALIASES',
  specification: 'https://www.kubernetes.dev/docs/guide/owners/#owners_aliases',

  detects: (start, name) => /(^|[/.])OWNERS_ALIASES$/.test(name) || (/^aliases:\s*$/m.test(start) && /^\s+[\w-]+:\s*$/m.test(start) && !/^[a-z_]+:/m.test(start.replace(/^aliases:/m, ''))),

  async *read(source) {
    const { aliases, linkTo, flaws } = parseOwnersAliases(await readText(source, limits.lineFileBytes), source.name);
    for (const flaw of flaws) yield repaired(source.name, faultOfFlaw(flaw));
    const people = new Set([...aliases.values()].flat());
    yield linkTo === undefined
      ? note(`${aliases.size} aliases for ${people.size} people, used where an OWNERS file beside it names them.`)
      : note(`A link to ${quoted(linkTo)}, which is not followed.`);
  },
};
