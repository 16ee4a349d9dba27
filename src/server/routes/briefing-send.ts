import { say } from '#language/say.ts';
import { evidenceName, personName, riskName } from '#core/record/names.ts';
import { knownElsewhere } from '#core/information/known-elsewhere.ts';
import { actEntry, newId, notAcceptable, openRisk, personOnRecord, recordAct } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/** Sends pieces of evidence on a risk to a person. It proves sending: only an acknowledgement proves knowing. */
export const briefingSend: Route<'briefingSend'> = (call) =>
  recordAct('briefingSend', call, (moment) => {
    const { view } = moment.index;
    const risk = openRisk(moment, call.params.id);
    const to = personOnRecord(moment, 'toId', call.body.toId);
    const elsewhere = new Set(knownElsewhere(moment.index, risk).map((piece) => piece.id));
    const evidenceIds = [...new Set(call.body.evidenceIds)];
    for (const id of evidenceIds) {
      const piece = view.evidence.get(id);
      if (piece === undefined) throw notAcceptable('evidenceIds', say('The record holds no evidence {id}.', { id }));
      if (piece.riskId !== risk.id && !elsewhere.has(id)) {
        throw notAcceptable('evidenceIds', say('{evidence} does not bear on {risk}.', { evidence: evidenceName(view, id), risk: riskName(view, risk.id) }));
      }
    }
    const briefing = { id: newId('briefing'), evidenceIds, toIds: [to.id], at: moment.day, form: 'in-tool' };
    return {
      entries: [actEntry('briefings', briefing, moment.now, call.caller)],
      sentence: say('{count, plural, one {# piece} other {# pieces}} of evidence on {risk} sent to {person}.', { count: evidenceIds.length, risk: riskName(view, risk.id), person: personName(view, to.id) }),
    };
  });
