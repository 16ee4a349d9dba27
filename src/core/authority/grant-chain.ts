import { dayOf } from '#core/time.ts';
import { ROOT, type AuthorityGrant } from '#core/record/entities.ts';
import type { EntryOf } from '#core/record/entry.ts';
import { perIndex } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { grantState, limitOf } from '#core/authority/grant-state.ts';
import { scopeInside } from '#core/authority/grant-scope.ts';
import { inPost } from '#core/authority/person-in-post.ts';

/** Whether a grant goes back to the governing body, hand to hand. */
export type Chain = 'reaches-root' | 'broken' | 'cannot-tell';

const chains = perIndex(() => new Map<AuthorityGrant, Chain>());

/**
 * Valid if the giver is the governing body, or held, on the day of giving, a live delegable grant at least as large
 * and as wide, recorded by then, whose own chain is valid. Nobody gives to themselves, and a circle reaches nothing.
 * What happens to the giver's own grant later does not matter: authority given by an office survives the person.
 */
export function grantChain(index: RecordIndex, grant: AuthorityGrant): Chain {
  return trace(index, grant, []);
}

function trace(index: RecordIndex, grant: AuthorityGrant, below: readonly AuthorityGrant[]): Chain {
  const known = chains(index).get(grant);
  if (known !== undefined) return known;
  const chain = follow(index, grant, [...below, grant]);
  // Inside a walk a broken chain may only mean "not by way of the grants below": kept when nothing is below.
  if (chain === 'reaches-root' || below.length === 0) chains(index).set(grant, chain);
  return chain;
}

function follow(index: RecordIndex, grant: AuthorityGrant, below: readonly AuthorityGrant[]): Chain {
  if (isGoverningBody(index, grant.grantorId)) return 'reaches-root';
  if (!index.view.persons.has(grant.grantorId)) return 'cannot-tell';
  if (holdersOf(index, grant.grantorId).includes(grant.granteeId)) return 'broken';
  const { held, known } = givenOn(index, grant);
  let best: Chain = 'broken';
  for (const holder of holdersOf(index, grant.grantorId)) {
    for (const id of listOf(index.grantIdsByGrantee, holder)) {
      const parent = grantAsKnown(index, id, known);
      if (parent === undefined || parent.granteeId !== holder || below.includes(parent)) continue;
      if (parent.delegable !== true || grantState(parent, held).state !== 'live') continue;
      if (limitOf(parent) < limitOf(grant)) continue;
      const inside = scopeInside(index, grant.scope, parent.scope);
      if (inside === 'outside') continue;
      const chain = trace(index, parent, below);
      if (inside === 'covers' && chain === 'reaches-root') return 'reaches-root';
      if (chain !== 'broken') best = 'cannot-tell';
    }
  }
  return best;
}

/** The governing body under its fixed name, or a team of that kind. */
export function isGoverningBody(index: RecordIndex, id: string): boolean {
  return id === ROOT || index.view.teams.get(id)?.kind === 'governing';
}

/** An id, the roles it holds, and the person who holds it: authority may be written to the office or to the person. */
export function holdersOf(index: RecordIndex, id: string): readonly string[] {
  const roles = listOf(index.rolesByHolder, id).map((role) => role.id);
  const resolved = inPost(index, id);
  return resolved.state === 'person' && resolved.personId !== id ? [id, ...roles, resolved.personId] : [id, ...roles];
}

/** The version of a grant the record held at the end of a day. */
export function grantAsKnown(index: RecordIndex, id: string, day: number): AuthorityGrant | undefined {
  if (day >= index.day) return index.view.grants.get(id);
  return versionAsKnown(index.view.grantVersions.get(id) ?? [], day);
}

/** Of the versions of one grant, oldest first, the one the record held at the end of a day. */
export function versionAsKnown(versions: readonly EntryOf<'grants'>[], day: number): AuthorityGrant | undefined {
  let known: AuthorityGrant | undefined;
  for (const { entity, stamp } of versions) {
    if (stamp.recordedAt === undefined || dayOf(stamp.recordedAt) <= day) known = entity;
  }
  return known;
}

/**
 * The day the terms of a grant were given, on which its giver must have held as much, and the day by which the record
 * must have known that. Terms changed by a later version were given when that version was recorded.
 */
function givenOn(index: RecordIndex, grant: AuthorityGrant): { held: number; known: number } {
  const versions = index.view.grantVersions.get(grant.id) ?? [];
  const first = versions.findIndex((version) => sameTerms(version, grant));
  const version = versions[first];
  if (version === undefined) return { held: index.day, known: index.day };
  const stated = version.stamp.recordedAt;
  const recorded = stated === undefined ? undefined : dayOf(stated);
  const from = grant.from === undefined ? undefined : dayOf(grant.from);
  const held = first === 0 ? (from ?? recorded ?? index.day) : Math.max(from ?? -Infinity, recorded ?? -Infinity);
  return { held, known: Math.max(held, recorded ?? held) };
}

function sameTerms({ entity }: EntryOf<'grants'>, grant: AuthorityGrant): boolean {
  return (
    entity.grantorId === grant.grantorId &&
    entity.granteeId === grant.granteeId &&
    entity.maxExposure === grant.maxExposure &&
    entity.from === grant.from &&
    JSON.stringify(entity.scope) === JSON.stringify(grant.scope)
  );
}
