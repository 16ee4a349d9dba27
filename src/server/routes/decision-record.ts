import { say } from '#language/say.ts';
import { authorityOf } from '#core/authority/authority-of.ts';
import { isInForce, latestDecision } from '#core/authority/decisions.ts';
import { lowestCompetent } from '#core/authority/lowest-competent.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { onDay } from '#core/flags/wording.ts';
import { personName, riskName } from '#core/record/names.ts';
import type { Decision, DecisionKind, Risk } from '#core/record/entities.ts';
import { lowestRow } from '#core/picture/lowest-row.ts';
import { authorityWords } from '#core/picture/sentences/authority-words.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { actEntry, newId, notAcceptable, notBefore, openRisk, personOnRecord, recordAct, type ActMoment } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/** Records a decision within the authority of the person who makes it, as the record holds it at this moment. */
export const decisionRecord: Route<'decisionRecord'> = (call) =>
  recordAct('decisionRecord', call, (moment) => {
    const { view } = moment.index;
    const risk = openRisk(moment, call.params.id);
    const { kind, byId, expiresAt, rationale } = call.body;
    personOnRecord(moment, 'byId', byId);
    notBefore(moment, 'expiresAt', expiresAt);
    if (kind === 'accept' && expiresAt === undefined) {
      throw notAcceptable('expiresAt', say('An acceptance needs the day it ends.'));
    }
    const underGrantId = grantFor(moment, risk, kind, byId);
    const previous = latestDecision(moment.index, risk.id);
    const decision: Decision = {
      id: newId('decision'), riskId: risk.id, kind, byId, at: moment.day, rationale, trigger: 'planned',
      ...(underGrantId === undefined ? {} : { underGrantId }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(risk.exposure === undefined ? {} : { exposureAtDecision: risk.exposure }),
      ...(risk.ownerId === undefined ? {} : { documentedOwnerId: risk.ownerId }),
      ...(previous !== undefined && isInForce(moment.index, previous) ? { supersedesId: previous.id } : {}),
    };
    const said = { risk: riskName(view, risk.id), kind, person: personName(view, byId) };
    return {
      entries: [actEntry('decisions', decision, moment.now, call.caller)],
      sentence: expiresAt === undefined
        ? say('{risk}: {kind, select, accept {accepted} mitigate {to be reduced, decided} transfer {to be transferred, decided} avoid {to be avoided, decided} stop {stopped} defer {deferred} other {passed up}} by {person}.', said)
        : say('{risk}: {kind, select, accept {accepted} mitigate {to be reduced, decided} transfer {to be transferred, decided} avoid {to be avoided, decided} stop {stopped} defer {deferred} other {passed up}} by {person} until {date}.', { ...said, date: onDay(expiresAt) }),
    };
  });

/** The grant a decision rests on. Passing a risk up needs none. */
function grantFor(moment: ActMoment, risk: Risk, kind: DecisionKind, byId: string): string | undefined {
  if (kind === 'pass-up') return undefined;
  const { index } = moment;
  const verdict = authorityOf(index, personInPost(index, byId) ?? byId, risk, { kind });
  if (verdict.state === 'has') return verdict.grant.id;
  const { sentence, briefUp, grantDown } = lowestRow(index, lowestCompetent(index, risk, kind));
  const ways = [briefUp?.sentence, grantDown?.sentence].filter((way) => way !== undefined);
  throw new RequestRefused('no-authority', {
    detail: say('{person}: {verdict}', { person: personName(index.view, byId), verdict: authorityWords(index.view, verdict) }),
    remedy: sentence,
    waysOn: ways.length === 0 ? [sentence] : ways,
  });
}
