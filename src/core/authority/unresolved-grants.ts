import type { AuthorityGrant, DecisionKind } from '#core/record/entities.ts';
import { perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { coversKind, coversServices } from '#core/authority/grant-scope.ts';
import { isLive } from '#core/authority/grant-state.ts';

/**
 * A live grant over exactly these services to an alias that is defined somewhere the record does not hold. Who stands
 * behind it cannot be told, so neither can it be said of anybody that they hold no authority there. A grant to one
 * person the record does not hold says nothing about the others.
 */
export function unresolvedGrant(
  index: RecordIndex,
  serviceIds: readonly string[],
  kind: DecisionKind,
  day: number,
): AuthorityGrant | undefined {
  return unresolved(index).find(
    (grant) =>
      isLive(grant, day) &&
      coversKind(grant.scope, kind) &&
      serviceIds.every((id) => grant.scope?.services?.includes(id)) &&
      coversServices(index, grant.scope, serviceIds) === 'covers',
  );
}

const unresolved = perIndex((index): readonly AuthorityGrant[] =>
  [...index.view.grants.values()].filter(({ toAlias, granteeId }) => toAlias === true && !index.view.persons.has(granteeId)),
);
