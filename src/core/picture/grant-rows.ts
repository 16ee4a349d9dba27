import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { AuthorityGrant, GrantScope } from '#core/record/entities.ts';
import { listed } from '#language/lists.ts';
import { serviceName, teamName } from '#core/record/names.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import type { RecordView } from '#core/record/view.ts';
import { grantChain, holdersOf, isGoverningBody } from '#core/authority/grant-chain.ts';
import { scopeInside } from '#core/authority/grant-scope.ts';
import { grantState, limitOf } from '#core/authority/grant-state.ts';
import { onDay } from '#core/flags/wording.ts';
import type { GrantRow } from '#core/picture/picture.ts';
import { decisionVerbs, notLiveWords } from '#core/picture/sentences/authority-words.ts';

/** Every grant the record holds on the date of the view, by grantee and then by id. */
export function grantRows(index: RecordIndex): readonly GrantRow[] {
  return [...index.view.grants.values()]
    .map((grant) => grantRow(index, grant))
    .sort((a, b) => (a.granteeId < b.granteeId ? -1 : a.granteeId > b.granteeId ? 1 : a.id < b.id ? -1 : 1));
}

function grantRow(index: RecordIndex, grant: AuthorityGrant): GrantRow {
  const state = grantState(grant, dayOf(index.asOf));
  const limit = limitOf(grant);
  return {
    id: grant.id,
    granteeId: grant.granteeId,
    grantorId: isGoverningBody(index, grant.grantorId) ? null : grant.grantorId,
    limit: Number.isFinite(limit) ? limit : null,
    from: grant.from ?? null,
    to: grant.to ?? null,
    live: state.state === 'live',
    delegable: grant.delegable ?? null,
    chain: chainOf(index, grant, []),
    scope: scopeWords(index.view, grant.scope),
    standing: state.state === 'live' ? chainWords(index, grant) : notLiveWords(state),
    ...(grant.limits === undefined ? {} : { limits: grant.limits }),
  };
}

/** Follows only what proves the chain, so that nobody is named as a giver on a guess. */
function chainOf(index: RecordIndex, grant: AuthorityGrant, below: readonly AuthorityGrant[]): readonly string[] {
  if (isGoverningBody(index, grant.grantorId)) return [];
  const given = dayOf(grant.from ?? index.asOf);
  const parent = holdersOf(index, grant.grantorId)
    .flatMap((holder) => listOf(index.grantsByGrantee, holder))
    .find((one) =>
      one !== grant && !below.includes(one) && one.delegable === true && limitOf(one) >= limitOf(grant) &&
      grantState(one, given).state === 'live' && scopeInside(index, grant.scope, one.scope) === 'covers' &&
      grantChain(index, one) === 'reaches-root');
  return [grant.grantorId, ...(parent === undefined ? [] : chainOf(index, parent, [...below, grant]))];
}

function chainWords(index: RecordIndex, grant: AuthorityGrant): string {
  const end = grant.to === undefined ? say('It has no end date.') : say('It ends on {to}.', { to: onDay(grant.to) });
  switch (grantChain(index, grant)) {
    case 'reaches-root': return say('It goes back to the governing body. {end}', { end });
    case 'broken': return say('It does not go back to the governing body. {end}', { end });
    case 'cannot-tell': return say('The record does not hold what would show whether it goes back to the governing body. {end}', { end });
  }
}

/** What a grant covers, as the rest of a sentence; at most three names, the rest counted. */
function scopeWords(view: RecordView, scope: GrantScope | undefined): string {
  const services = narrowed(scope?.services)?.map((id) => serviceName(view, id));
  const teams = narrowed(scope?.teams)?.map((id) => teamName(view, id));
  const place = [
    services === undefined ? undefined : some(services, 'services'),
    teams === undefined ? undefined : say('the services of {teams}', { teams: some(teams, 'teams') }),
  ].filter((part) => part !== undefined).join(', of ');
  const kinds = narrowed(scope?.kinds);
  const what = kinds === undefined ? say('every kind of decision') : say('decisions to {listed}', { listed: listed(kinds.map(verbOf)) });
  return `${place === '' ? say('every service') : place}; ${what}`;
}

/** A kind the product does not know is shown as the record has it. */
function verbOf(kind: string): string {
  return new Map<string, string>(Object.entries(decisionVerbs)).get(kind) ?? kind;
}

function narrowed(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined || list.includes('*') ? undefined : list;
}

function some(names: readonly string[], noun: string): string {
  if (names.length === 0) return say('no {noun}', { noun });
  return names.length <= 3 ? listed(names) : say('{names} and {value, number} more {noun}', { names: names.slice(0, 2).join(', '), value: names.length - 2, noun });
}
