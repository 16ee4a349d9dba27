import { inLanguage } from '#language/current.ts';
import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import { packDatesFault, sealPack } from '#server/packs/seal-pack.ts';
import { actEntry, newId, notAcceptable, personOnRecord, recordAct } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/** Takes a board pack of a day, seals it with its hash, and puts on record that it was taken and what was in it. */
export const packSeal: Route<'packSeal'> = async (call) => {
  const { body, context, caller } = call;
  const now = await context.moment();
  const today = now.slice(0, 10);
  const { asOf = today, against, names, presenterId, address } = body;
  const fault = inLanguage(context.language, () => packDatesFault(today, asOf, against));
  if (fault !== undefined) throw notAcceptable('asOf', fault);
  const { entity, text, sha256 } = await sealPack(context.pictures, { id: newId('pack'), now, asOf, against, names, language: context.language, presenterId, address });
  const receipt = await recordAct('packSeal', call, (moment) => {
    if (presenterId !== undefined) personOnRecord(moment, 'presenterId', presenterId);
    return {
      entries: [actEntry('packs', entity, moment.now, caller)],
      sentence: say('A board pack as of {date} with {count, plural, one {# open risk} other {# open risks}} is sealed: SHA-256 {sha256}.', { date: dayInWords(asOf), count: entity.riskIds.length, sha256 }),
    };
  });
  return { ...receipt, pack: { id: entity.id, sha256, record: text } };
};
