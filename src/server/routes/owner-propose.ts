import { say } from '#language/say.ts';
import { isAssurance } from '#core/authority/candidates.ts';
import { personName, riskName } from '#core/record/names.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { actEntry, notAcceptable, openRisk, personOnRecord, recordAct } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/** Asks a person to become the decision owner of a risk. Who owns it stays as it is until they accept. */
export const ownerPropose: Route<'ownerPropose'> = (call) =>
  recordAct('ownerPropose', call, (moment) => {
    const { view } = moment.index;
    const risk = openRisk(moment, call.params.id);
    const person = personOnRecord(moment, 'personId', call.body.personId);
    const name = personName(view, person.id);
    if (isAssurance(moment.index, person.id)) {
      throw notAcceptable('personId', say('{name} works in assurance: who assesses does not decide.', { name }));
    }
    if (risk.ownerId === person.id) {
      throw new RequestRefused('already-so', { detail: say('{risk} is {name}\'s call already.', { risk: riskName(view, risk.id), name }) });
    }
    if (risk.proposedOwnerId === person.id) {
      throw new RequestRefused('already-so', { detail: say('{name} is proposed for {risk} already, and has not accepted yet.', { risk: riskName(view, risk.id), name }) });
    }
    const proposed = { ...risk, proposedOwnerId: person.id, proposedAt: moment.day };
    return {
      entries: [actEntry('risks', proposed, moment.now, call.caller)],
      sentence: say('{name} is proposed as the decision owner of {risk}. The name counts once it is accepted.', { risk: riskName(view, risk.id), name }),
    };
  });
