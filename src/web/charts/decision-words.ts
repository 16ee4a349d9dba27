import { messages } from '#language/say.ts';
import type { DecisionKind } from '#core/record/entities.ts';

/** What a decision did, as the rest of a sentence about the risk: "accepted", "reduced by a measure". */
export const decisionWords = messages({
  accept: 'accepted',
  mitigate: 'to be reduced',
  transfer: 'transferred',
  avoid: 'avoided',
  stop: 'stopped',
  defer: 'deferred',
  'pass-up': 'passed up',
}) satisfies Readonly<Record<DecisionKind, string>>;
