import { say } from '#language/say.ts';
import { riskName } from '#core/record/names.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { asOfOr } from '#server/context.ts';
import { reachView } from '#server/record-view.ts';
import { entriesOfPlan, planGround, planMapping } from '#server/mappings/plan-mapping.ts';
import { previewMapping } from '#server/mappings/preview-mapping.ts';
import { newId, recordAct, actEntry } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/**
 * Maps findings: one act, one batch, however many they are. What it takes was previewed on a version of the record; on
 * another one it is refused, so that nobody maps what they have not been shown.
 */
export const mappingMake: Route<'mappingMake'> = async (call) => {
  const { context, body, caller } = call;
  const { recordVersion, mapping: asked } = body;
  const today = await asOfOr(context, undefined);
  const held = await context.store.entries(today);
  const ground = planGround(context, await reachView(context.store, held, today));
  const plan = await planMapping(ground, asked);
  const { mapped, risks } = await previewMapping(ground, held, plan);
  const version = await context.store.version();
  if (version !== recordVersion) {
    throw new RequestRefused('out-of-date', () => ({ detail: say('The record is at version {version, number}; the preview was made on version {previewed, number}.', { version, previewed: recordVersion }) }));
  }
  const id = newId('map');
  return recordAct('mappingMake', call, ({ index, now }) => ({
    entries: entriesOfPlan(plan, id).map((entry) => actEntry(entry.kind, entry.entity, now, caller)),
    sentence: plan.mapping.riskId === undefined
      ? say('{risks, plural, one {# derived risk holds} other {# derived risks hold}} {mapped, plural, one {# open finding} other {# open findings}} from now on.', { risks: risks.length, mapped })
      : say('{mapped, plural, =0 {No further finding} one {# finding} other {# findings}} without a risk {mapped, plural, one {reaches} other {reach}} {risk} from now on.', { mapped, risk: riskName(index.view, plan.mapping.riskId) }),
  }));
};
