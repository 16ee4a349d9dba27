import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { AuthorityGrant } from '#core/record/entities.ts';
import { listed } from '#language/lists.ts';
import { personName, serviceName } from '#core/record/names.ts';
import { liveGrantsOf } from '#core/authority/held-grants.ts';
import { grantChain, holdersOf } from '#core/authority/grant-chain.ts';
import { scopeInside } from '#core/authority/grant-scope.ts';
import { limitOf } from '#core/authority/grant-state.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import { onDay } from '#core/flags/wording.ts';
import { actEntry, newId, notAcceptable, notBefore, personOnRecord, recordAct, type ActMoment } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/** Gives authority out of one's own: never to oneself, never wider, larger or longer than what the giver holds. */
export const grantGive: Route<'grantGive'> = (call) =>
  recordAct('grantGive', call, (moment) => {
    const { view } = moment.index;
    const { granteeId, grantorId, maxExposure, to } = call.body;
    const serviceIds = [...new Set(call.body.serviceIds)];
    const grantee = personOnRecord(moment, 'granteeId', granteeId);
    personOnRecord(moment, 'grantorId', grantorId);
    if (holdersOf(moment.index, grantorId).includes(granteeId)) {
      throw notAcceptable('grantorId', say('Nobody gives authority to themselves.'));
    }
    for (const id of serviceIds) {
      if (!view.services.has(id)) throw notAcceptable('serviceIds', say('The record holds no service {id}.', { id }));
    }
    notBefore(moment, 'to', to);
    const grant: AuthorityGrant = {
      id: newId('grant'), granteeId: grantee.id, grantorId, from: moment.day, to, acceptedAt: moment.day, delegable: false,
      maxExposure, scope: { services: serviceIds },
    };
    const { limits } = checkAgainstGiver(moment, grant);
    const given: AuthorityGrant = limits === undefined ? grant : { ...grant, limits };
    const services = listed(serviceIds.map((id) => serviceName(view, id)));
    const limit = moneyProse(maxExposure, 'exact', view.policy.currency);
    return {
      entries: [actEntry('grants', given, moment.now, call.caller)],
      sentence: say('{person} may decide up to {limit} for {services} until {date}, by {giver}.', {
        person: personName(view, grantee.id), limit, services, date: onDay(to), giver: personName(view, grantorId),
      }),
    };
  });

/** The grant of the giver that holds all of it, and whose limits on the year it keeps; several are never put together. */
function checkAgainstGiver({ index }: ActMoment, grant: AuthorityGrant): AuthorityGrant {
  const giver = personName(index.view, grant.grantorId);
  const held = liveGrantsOf(index, personInPost(index, grant.grantorId) ?? grant.grantorId);
  const delegable = held.filter((own) => own.delegable === true && grantChain(index, own) === 'reaches-root');
  if (delegable.length === 0) throw notAcceptable('grantorId', say('No grant to {giver} on the record may be passed on.', { giver }));
  const wide = delegable.filter((own) => scopeInside(index, grant.scope, own.scope) === 'covers');
  if (wide.length === 0) throw notAcceptable('serviceIds', say('No grant to {giver} that may be passed on covers these services.', { giver }));
  const large = wide.filter((own) => limitOf(own) >= limitOf(grant));
  if (large.length === 0) {
    const most = moneyProse(Math.max(...wide.map(limitOf)), 'exact', index.view.policy.currency);
    throw notAcceptable('maxExposure', say('The grant to {giver} that may be passed on ends at {most}.', { giver, most }));
  }
  const long = large.filter((own) => own.to === undefined || grant.to === undefined || dayOf(own.to) >= dayOf(grant.to));
  const [own] = long;
  if (own === undefined) throw notAcceptable('to', say('The grant to {giver} that may be passed on ends before {day}.', { giver, day: grant.to ?? '' }));
  return long.find(({ limits }) => limits === undefined) ?? own;
}
