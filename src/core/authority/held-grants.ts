import type { AuthorityGrant } from '#core/record/entities.ts';
import type { EntryOf } from '#core/record/entry.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { versionAsKnown } from '#core/authority/grant-chain.ts';
import { grantState, type GrantState } from '#core/authority/grant-state.ts';

/** A grant to somebody and what it is worth on the day it is asked about. */
export interface HeldGrant {
  grant: AuthorityGrant;
  state: GrantState;
}

const heldToday = perIndex(() => new Map<string, readonly HeldGrant[]>());

/** Every grant to a person or to an office they hold, live or past, as the record knew it at the end of a day. */
export function grantsHeld(index: RecordIndex, personId: string, day: number = index.day): readonly HeldGrant[] {
  if (day === index.day) return kept(heldToday(index), personId, () => collect(index, personId, day));
  return collect(index, personId, day);
}

const liveToday = perIndex(() => new Map<string, readonly AuthorityGrant[]>());

/** The grants that count today, whether or not they reach any one risk. */
export function liveGrantsOf(index: RecordIndex, personId: string): readonly AuthorityGrant[] {
  return kept(liveToday(index), personId, () => liveOf(grantsHeld(index, personId)));
}

/** Of these, the ones that count on the day they were asked about. */
export function liveOf(held: readonly HeldGrant[]): readonly AuthorityGrant[] {
  return held.filter(({ state }) => state.state === 'live').map(({ grant }) => grant);
}

function collect(index: RecordIndex, personId: string, day: number): readonly HeldGrant[] {
  const held: HeldGrant[] = [];
  for (const { holder, versions, newest } of everGiven(index, personId)) {
    const grant = day >= index.day ? newest : versionAsKnown(versions, day);
    if (grant?.granteeId === holder) held.push({ grant, state: grantState(grant, day) });
  }
  return held;
}

interface Given {
  /** The person, or an office they hold. */
  holder: string;
  /** Oldest first. */
  versions: readonly EntryOf<'grants'>[];
  /** The version in view. */
  newest: AuthorityGrant | undefined;
}

const given = perIndex(() => new Map<string, readonly Given[]>());

/** Grants any version of which went to a person or to an office they hold. */
function everGiven(index: RecordIndex, personId: string): readonly Given[] {
  return kept(given(index), personId, () =>
    [personId, ...listOf(index.rolesByHolder, personId).map((role) => role.id)].flatMap((holder) =>
      listOf(index.grantIdsByGrantee, holder).map((id) => ({
        holder, versions: index.view.grantVersions.get(id) ?? [], newest: index.view.grants.get(id),
      })),
    ),
  );
}
