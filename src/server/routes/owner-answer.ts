import { say } from '#language/say.ts';
import { personName, riskName } from '#core/record/names.ts';
import { actEntry, notAcceptable, openRisk, personOnRecord, recordAct } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/**
 * What a proposed decision owner answers. Accepted: the risk is their call from today on, whoever owned it before, so that
 * a decision of the one before is theirs to keep, change or end (flag A11). Declined: nobody is proposed any more.
 */
export const ownerAnswer: Route<'ownerAnswer'> = (call) =>
  recordAct('ownerAnswer', call, (moment) => {
    const { view } = moment.index;
    const { proposedOwnerId, proposedAt: _, ...risk } = openRisk(moment, call.params.id);
    const person = personOnRecord(moment, 'personId', call.body.personId);
    const name = personName(view, person.id);
    if (proposedOwnerId !== person.id) {
      throw notAcceptable('personId', say('{name} is not proposed as the decision owner of {risk}.', { risk: riskName(view, risk.id), name }));
    }
    const answered = call.body.accepts ? { ...risk, ownerId: person.id, ownerSince: moment.day } : risk;
    return {
      entries: [actEntry('risks', answered, moment.now, call.caller)],
      sentence: call.body.accepts
        ? say('{risk} is the call of {name}.', { risk: riskName(view, risk.id), name })
        : say('{name} is no longer proposed for {risk}: the proposal was declined.', { risk: riskName(view, risk.id), name }),
    };
  });
