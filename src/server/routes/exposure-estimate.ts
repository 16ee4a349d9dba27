import { decimal } from '#language/numbers.ts';
import { say } from '#language/say.ts';
import type { ExposureRange } from '#core/record/entities.ts';
import { riskName } from '#core/record/names.ts';
import { rangeRefusals } from '#core/exposure/range-entry.ts';
import { DEFAULT_CURRENCY, moneyProse } from '#core/exposure/money-words.ts';
import { actEntry, notAcceptable, notBefore, openRisk, personOnRecord, recordAct } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/** States the two ranges of a risk: who says so, on what, and until when it holds. An earlier range stays on the record. */
export const exposureEstimate: Route<'exposureEstimate'> = (call) =>
  recordAct('exposureEstimate', call, (moment) => {
    const { view } = moment.index;
    const risk = openRisk(moment, call.params.id);
    const { low, high, rateLow, rateHigh, max, estimatedBy, evidenceIds, validUntil, method, calibrated, offByFactor } = call.body;
    const [refusal] = rangeRefusals({ low, high, rateLow, rateHigh, max });
    if (refusal !== undefined) throw notAcceptable(rangeRefusals({ low: 1, high: 2, rateLow, rateHigh }).length > 0 ? 'rateLow' : 'low', refusal);
    const by = personOnRecord(moment, 'estimatedBy', estimatedBy);
    notBefore(moment, 'validUntil', validUntil);
    for (const id of evidenceIds ?? []) {
      const piece = view.evidence.get(id);
      if (piece === undefined) throw notAcceptable('evidenceIds', say('The record holds no evidence {id}.', { id }));
      if (piece.riskId !== risk.id && piece.relatesTo?.includes(risk.id) !== true) {
        throw notAcceptable('evidenceIds', say('{evidence} is about another risk.', { evidence: piece.label ?? id }));
      }
    }
    const currency = view.policy.currency ?? DEFAULT_CURRENCY;
    const exposure: ExposureRange = {
      low, high, rateLow, rateHigh, currency, estimatedBy: by.id, asOf: moment.day, method: method ?? say('Two questions'),
      ...(max === undefined ? {} : { max }),
      ...(calibrated === undefined ? {} : { calibrated }),
      ...(evidenceIds === undefined ? {} : { evidenceIds: [...new Set(evidenceIds)] }),
      ...(validUntil === undefined ? {} : { validUntil }),
      ...(offByFactor === undefined ? {} : { offByFactor }),
    };
    return {
      entries: [actEntry('risks', { ...risk, exposure }, moment.now, call.caller)],
      sentence: say('One loss of {risk} is stated as {low} to {high}, {rateLow} to {rateHigh} times a year.', {
        risk: riskName(view, risk.id), low: moneyProse(low, 'exact', currency), high: moneyProse(high, 'exact', currency),
        rateLow: decimal(rateLow, 9), rateHigh: decimal(rateHigh, 9),
      }),
    };
  });
