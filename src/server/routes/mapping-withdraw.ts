import type { Risk } from '#core/record/entities.ts';
import { mappingInForce } from '#core/record/mapping-in-force.ts';
import { decisionInForce, isOpen } from '#core/authority/decisions.ts';
import { say } from '#language/say.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { actEntry, recordAct, type ActMoment } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/**
 * Takes a mapping back from today on: its versions stay, and so does what was said by it. Derived risks it made are
 * closed, but for those that somebody took or decided about: these are risks in their own right by now.
 */
export const mappingWithdraw: Route<'mappingWithdraw'> = (call) =>
  recordAct('mappingWithdraw', call, (moment) => {
    const { params, body, caller } = call;
    const { index, day, now } = moment;
    const mapping = index.view.mappings.get(params.id);
    if (mapping === undefined) throw new RequestRefused('not-found', { detail: say('No mapping {id} is on the record.', { id: params.id }) });
    if (!mappingInForce(mapping, index.day)) throw new RequestRefused('already-so', { detail: say('It was taken back on {day}.', { day: mapping.withdrawnAt?.slice(0, 10) ?? day }) });
    const derived = (mapping.riskIds ?? []).flatMap((id) => index.view.risks.get(id) ?? []).filter((risk) => isOpen(index, risk));
    const closed = derived.filter((risk) => isUntouched(moment, risk));
    const reason = body.reason ?? mapping.reason;
    return {
      entries: [
        ...closed.map((risk) => actEntry('risks', { ...risk, closedAt: day }, now, caller)),
        actEntry('mappings', { ...mapping, withdrawnAt: day, reason }, now, caller),
      ],
      sentence: mapping.way === 'derive'
        ? say('The derived risks are taken back: {closed, plural, =0 {none is} one {# is} other {# are}} closed, {kept, plural, =0 {none stays} one {# stays} other {# stay}} open because somebody has taken or decided it.', { closed: closed.length, kept: derived.length - closed.length })
        : say('The mapping is taken back. What it mapped reaches a risk no longer by it, from today on.'),
    };
  });

function isUntouched({ index }: ActMoment, risk: Risk): boolean {
  return risk.derivedFrom !== undefined && risk.ownerId === undefined && decisionInForce(index, risk.id) === undefined;
}
