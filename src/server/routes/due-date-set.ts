import { say } from '#language/say.ts';
import type { When } from '#core/time.ts';
import { onDay } from '#core/flags/wording.ts';
import { riskName } from '#core/record/names.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { actEntry, notBefore, openRisk, recordAct } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/** Sets the day a risk is settled by, or looked at again. */
export const dueDateSet: Route<'dueDateSet'> = (call) =>
  recordAct('dueDateSet', call, (moment) => {
    const { view } = moment.index;
    const risk = openRisk(moment, call.params.id);
    const { dueAt, reviewAt } = call.body;
    notBefore(moment, 'dueAt', dueAt);
    notBefore(moment, 'reviewAt', reviewAt);
    const dated = { ...risk, dueAt: dueAt ?? risk.dueAt, reviewAt: reviewAt ?? risk.reviewAt };
    if (dated.dueAt === risk.dueAt && dated.reviewAt === risk.reviewAt) throw new RequestRefused('already-so');
    return {
      entries: [actEntry('risks', dated, moment.now, call.caller)],
      sentence: datedWords(riskName(view, risk.id), dueAt, reviewAt),
    };
  });

function datedWords(risk: string, dueAt: When | undefined, reviewAt: When | undefined): string {
  if (dueAt === undefined) return say('{risk} is looked at again on {review}.', { risk, review: onDay(reviewAt ?? '') });
  if (reviewAt === undefined) return say('{risk} is due on {due}.', { risk, due: onDay(dueAt) });
  return say('{risk} is due on {due} and looked at again on {review}.', { risk, due: onDay(dueAt), review: onDay(reviewAt) });
}
