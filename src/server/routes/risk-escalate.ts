import { say } from '#language/say.ts';
import { onDay } from '#core/flags/wording.ts';
import { personName, riskName } from '#core/record/names.ts';
import { actEntry, newId, notAcceptable, notBefore, openRisk, personOnRecord, recordAct } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/** Passes a risk up to a person. Raising is always positive: it clears what was past its date. */
export const riskEscalate: Route<'riskEscalate'> = (call) =>
  recordAct('riskEscalate', call, (moment) => {
    const { view } = moment.index;
    const risk = openRisk(moment, call.params.id);
    const { toId, newDate } = call.body;
    const to = personOnRecord(moment, 'toId', toId);
    if (to.id === risk.ownerId) throw notAcceptable('toId', say('{person} decides it already.', { person: personName(view, to.id) }));
    notBefore(moment, 'newDate', newDate);
    const escalation = {
      id: newId('escalation'), riskId: risk.id, toId: to.id, at: moment.day,
      ...(newDate === undefined ? {} : { newDate }),
    };
    const said = { risk: riskName(view, risk.id), person: personName(view, to.id) };
    return {
      entries: [actEntry('escalations', escalation, moment.now, call.caller)],
      sentence: newDate === undefined
        ? say('{risk} passed up to {person}.', said)
        : say('{risk} passed up to {person}, with {date} as the new date.', { ...said, date: onDay(newDate) }),
    };
  });
