import { isAssurance } from '#core/authority/candidates.ts';
import { personName, riskName } from '#core/record/names.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { actEntry, notAcceptable, openRisk, personOnRecord, recordAct } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/** Names the person who decides a risk, from today on. */
export const ownerPropose: Route<'ownerPropose'> = (call) =>
  recordAct('ownerPropose', call, (moment) => {
    const { view } = moment.index;
    const risk = openRisk(moment, call.params.id);
    const person = personOnRecord(moment, 'personId', call.body.personId);
    const name = personName(view, person.id);
    if (isAssurance(moment.index, person.id)) {
      throw notAcceptable('personId', `${name} works in assurance: who assesses does not decide.`);
    }
    if (risk.ownerId === person.id) {
      throw new RequestRefused('already-so', { detail: `${riskName(view, risk.id)} is ${name}'s call already.` });
    }
    const named = { ...risk, ownerId: person.id, ownerSince: moment.day };
    return {
      entries: [actEntry('risks', named, moment.now, call.caller)],
      sentence: `${riskName(view, risk.id)} is ${name}'s call.`,
    };
  });
