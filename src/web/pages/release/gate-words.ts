import { gateState, type GateStanding } from '#core/release/gate-standing.ts';
import type { ProcessRow, StageRow } from '#core/picture/picture.ts';
import { messages, say } from '#language/say.ts';
import type { Names } from '#web/charts/names.ts';

/** What a gate does, in words; never a colour. */
export const gateWords: Readonly<Record<StageRow['gate'], 'can stop a release' | 'advises, cannot stop a release' | 'no gate'>> = messages({
  blocking: 'can stop a release',
  advisory: 'advises, cannot stop a release',
  none: 'no gate',
});

/** The stages of a process that can stop a release and whose gate a named person in post owns. */
export function stoppingStages(process: ProcessRow, names: Names): readonly StageRow[] {
  return process.stages.filter((stage) => gateState(stage, names.person(stage.gateOwnerId)) === 'can-stop');
}

/** One sentence on whether anybody can stop a release in a process. */
export function gateSentence(process: ProcessRow, names: Names): string {
  const stages = process.stages.length;
  if (stages === 0) return say('no stage is on the record');
  const blocking = process.stages.filter((stage) => stage.gate === 'blocking').length;
  if (blocking === 0) return say('{stages, plural, =1 {its one stage cannot stop a release} other {none of the # stages can stop a release}}', { stages });
  const unnamed = blocking - stoppingStages(process, names).length;
  if (unnamed === 0) return say('{blocking, number} of {stages, plural, one {# stage} other {# stages}} can stop a release', { blocking, stages });
  return say('{blocking, number} of {stages, plural, one {# stage} other {# stages}} can stop a release; for {unnamed, number} nobody in post is named', { blocking, stages, unnamed });
}

/** Why a gate can or cannot stop a release. */
export function gateReason({ state, owner, stage }: Pick<GateStanding, 'state' | 'owner' | 'stage'>): string {
  const person = owner?.name ?? stage.gateOwnerId ?? '';
  switch (state) {
    case 'can-stop': return say('{person} can stop a release here', { person });
    case 'advises': return say('The gate advises and cannot stop a release');
    case 'no-gate': return say('There is no gate: nothing here can stop a release');
    case 'nobody-named': return say('The gate can stop a release, and nobody is named to do so');
    case 'not-a-person': return say('The gate can stop a release, and {person} stands for no one person in post', { person });
    case 'not-in-post': return say('The gate can stop a release, and {person} is not in post on this day', { person });
    case 'cannot-tell': return say('The gate can stop a release; the record holds nobody under the id {person}, so it cannot be told who', { person });
  }
}

/** Whether evidence of the open risks that ship this way has reached who owns the gate. */
export function informedReason({ risks, unseen }: Pick<GateStanding, 'risks' | 'unseen'>): string {
  if (risks.length === 0) return say('No open risk that ships this way has evidence on the record.');
  if (unseen.length === 0) return say('Evidence of {risks, plural, one {the one open risk} other {all # open risks}} that {risks, plural, one {ships} other {ship}} this way has reached them.', { risks: risks.length });
  return say('Evidence of {unseen, number} of {risks, plural, one {# open risk} other {# open risks}} that ship this way has not reached them.', { unseen: unseen.length, risks: risks.length });
}
