import type { ImportContext } from '#importers/importer.ts';
import { readsLikeAlias } from '#importers/kubernetes/handles.ts';
import type { NamedOwner } from '#importers/kubernetes/owners-file.ts';
import type { OwnersAliases } from '#importers/kubernetes/owners-aliases.ts';

/** Whom the names of a list stand for. */
export interface ResolvedOwners {
  /** Accounts by id, each with the name that led to it. */
  people: ReadonlyMap<string, NamedOwner>;
  /** Names that read like an alias and that no file at hand defines: who they are cannot be told. */
  unresolved: ReadonlyMap<string, NamedOwner>;
}

/** Follows aliases to accounts. No person is made of an alias that is not defined. */
export function resolveOwners(
  owners: readonly NamedOwner[],
  aliases: OwnersAliases | undefined,
  context: ImportContext,
): ResolvedOwners {
  const people = new Map<string, NamedOwner>();
  const unresolved = new Map<string, NamedOwner>();
  for (const owner of owners) {
    const members = aliases?.aliases.get(owner.id);
    if (members !== undefined) {
      for (const member of members) if (!people.has(member)) people.set(member, owner);
    } else if (readsLikeAlias(owner.id) && !context.view.persons.has(owner.id)) unresolved.set(owner.id, owner);
    else if (!people.has(owner.id)) people.set(owner.id, owner);
  }
  return { people, unresolved };
}
