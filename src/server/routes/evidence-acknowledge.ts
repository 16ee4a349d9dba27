import { say } from '#language/say.ts';
import { evidenceName, personName } from '#core/record/names.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { actEntry, newId, personOnRecord, recordAct } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/** Records that a piece of evidence has reached a person, and at which level. */
export const evidenceAcknowledge: Route<'evidenceAcknowledge'> = (call) =>
  recordAct('evidenceAcknowledge', call, (moment) => {
    const { view } = moment.index;
    const piece = view.evidence.get(call.params.id);
    if (piece === undefined) throw new RequestRefused('not-found', { detail: say('No evidence {id} is on the record.', { id: call.params.id }) });
    const { personId, level, question } = call.body;
    const person = personOnRecord(moment, 'personId', personId);
    const ack = {
      id: newId('ack'), evidenceId: piece.id, personId: person.id, at: moment.day, level,
      ...(question === undefined ? {} : { question }),
    };
    return {
      entries: [actEntry('acks', ack, moment.now, call.caller)],
      sentence: say('{evidence} has reached {person}.', { evidence: evidenceName(view, piece.id), person: personName(view, person.id) }),
    };
  });
