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
    const due = dueAt === undefined ? [] : [`due on ${onDay(dueAt)}`];
    const review = reviewAt === undefined ? [] : [`looked at again on ${onDay(reviewAt)}`];
    return {
      entries: [actEntry('risks', dated, moment.now, call.caller)],
      sentence: `${riskName(view, risk.id)} is ${[...due, ...review].join(' and ')}.`,
    };
  });
