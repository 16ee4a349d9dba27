import type { BodyOf, ParamsOf, ResponseOf } from '#contract/endpoints.ts';
import type { AcknowledgementLevel, DecisionKind } from '#core/record/entities.ts';
import type { When } from '#core/time.ts';
import { sendAct, type ActName } from '#web/api/request.ts';

/** An act as it will be sent: the endpoint of the contract, its ids and its body. */
export type ActRequest = { [N in ActName]: { name: N; params: ParamsOf<N>; body: BodyOf<N> } }[ActName];

export type StatedLevel = Exclude<AcknowledgementLevel, 'broadcast'>;

/** What the person confirming may still choose; every plan states what it starts from. */
export interface ActValues {
  date: When;
  kind: DecisionKind;
  rationale: string;
  level: StatedLevel;
}

export type ActField = 'date' | 'end-date' | 'kind' | 'rationale' | 'level';

/** One act, ready to be confirmed. */
export interface ActPlan {
  /** The words on the button: a verb, whom, how much. */
  label: string;
  /** What will be in the record afterwards, as a sentence. */
  records: string;
  /** The person the record is about. */
  about: string;
  fields: readonly ActField[];
  initial: ActValues;
  request: (values: ActValues) => ActRequest;
}

/** Sends an act. The answer names what was added to the record. */
export async function sendPlanned<N extends ActName>(request: { name: N; params: ParamsOf<N>; body: BodyOf<N> }): Promise<ResponseOf<N>> {
  return sendAct(request.name, request.params, request.body);
}
