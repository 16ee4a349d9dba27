import type { PersonRow, Picture, ProcessRow, RiskRow, StageRow } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import type { Readiness } from '#core/picture/readiness.ts';

/** Whether a gate can stop a release, and why it can or cannot. */
export type GateState = 'can-stop' | 'advises' | 'no-gate' | 'nobody-named' | 'not-a-person' | 'not-in-post' | 'cannot-tell';

export interface GateStanding {
  process: ProcessRow;
  stage: StageRow;
  state: GateState;
  /** Who owns the gate, where the record holds them. */
  owner: PersonRow | undefined;
  readiness: Readiness;
  /** Open risks of the process that have material evidence; of those, the ones none of which evidence has reached the owner. */
  risks: readonly RiskRow[];
  unseen: readonly RiskRow[];
}

/**
 * One gate: authority is a blocking gate with a named person in post (rule P10: one such gate is enough; a role with one
 * holder is a person); information is whether evidence of each open risk that ships by the process has reached them.
 */
export function gateStanding(picture: Picture, process: ProcessRow, stage: StageRow): GateStanding {
  const owner = stage.gateOwnerId === null ? undefined : picture.persons.find(({ id }) => id === stage.gateOwnerId);
  const state = gateState(stage, owner);
  const risks = picture.risks.filter((risk) => risk.processId === process.id && risk.information.material > 0);
  const unseen = risks.filter((risk) => !risk.knowledge.some(({ kind, id, counts }) => counts && kind === 'person' && id === owner?.id));
  return { process, stage, state, owner, risks, unseen, readiness: readinessOf(state, owner, unseen.length === 0) };
}

/** The gates of the processes that have a stage, or of all stages of one process. */
export function gatesAt(picture: Picture, stageId: string, processId?: string): readonly GateStanding[] {
  return picture.processes
    .filter((process) => processId === undefined || process.id === processId)
    .flatMap((process) => process.stages.filter((stage) => stage.id === stageId).map((stage) => gateStanding(picture, process, stage)));
}

/** The gates that can stop a release, in the order of the processes and their stages. */
export function blockingGates(picture: Picture): readonly GateStanding[] {
  return picture.processes.flatMap((process) => process.stages.filter(({ gate }) => gate === 'blocking').map((stage) => gateStanding(picture, process, stage)));
}

/** `At 3 of 9 gates a named person can stop a release; at 1 of those all evidence has reached them`. */
export function gatesSentence(gates: readonly GateStanding[]): string {
  const able = gates.filter(({ state }) => state === 'can-stop');
  const informed = able.filter(({ unseen }) => unseen.length === 0).length;
  if (able.length === 0) return say('{gates, plural, =0 {No gate is on the record} =1 {At this gate nobody named can stop a release} other {At none of # gates can a named person stop a release}}', { gates: gates.length });
  if (gates.length === 1) return informed === 1 ? say('A named person can stop a release here, and the evidence has reached them') : say('A named person can stop a release here; not all evidence has reached them');
  return say('At {able, number} of {gates, number} gates a named person can stop a release; at {informed, number} of those all evidence has reached them', { able: able.length, gates: gates.length, informed });
}

/** Whether a gate with this owner can stop a release, and why not. */
export function gateState({ gate, gateOwnerId }: StageRow, owner: PersonRow | undefined): GateState {
  switch (gate) {
    case 'none': return 'no-gate';
    case 'advisory': return 'advises';
    case 'blocking':
      if (gateOwnerId === null) return 'nobody-named';
      if (owner === undefined) return 'cannot-tell';
      if (owner.kind === 'mailbox' || owner.kind === 'group') return 'not-a-person';
      if (owner.inPost) return 'can-stop';
      return owner.kind === 'person' ? 'not-in-post' : 'not-a-person';
  }
}

function readinessOf(state: GateState, owner: PersonRow | undefined, seen: boolean): Readiness {
  if (state === 'cannot-tell') return 'cannot-tell';
  if (owner === undefined) return 'nobody-named';
  if (state === 'can-stop') return seen ? 'can-decide-seen' : 'can-decide-not-seen';
  return seen ? 'cannot-decide-seen' : 'cannot-decide-not-seen';
}
