import { decisionKinds, type DecisionKind } from '#core/record/entities.ts';

const decisionWords: Readonly<Record<DecisionKind, readonly string[]>> = {
  accept: ['accept', 'accepted', 'acceptance', 'tolerate', 'tolerated', 'retain', 'retained', 'risk accepted', 'accept risk'],
  mitigate: ['mitigate', 'mitigated', 'mitigation', 'mitigating', 'treat', 'treated', 'reduce', 'reduced', 'remediate', 'fix', 'modify', 'control'],
  transfer: ['transfer', 'transferred', 'share', 'shared', 'insure', 'insured', 'outsource'],
  avoid: ['avoid', 'avoided', 'terminate', 'terminated', 'eliminate', 'eliminated'],
  stop: ['stop', 'stopped', 'shut down', 'withdraw'],
  defer: ['defer', 'deferred', 'postpone', 'postponed', 'delay', 'delayed', 'on hold'],
  'pass-up': ['pass up', 'passed up', 'escalate', 'escalated'],
};

/** The decision a word names, such as `Accepted` or `treat`; `undefined` for words that name none. */
export function decisionKindOf(cell: string): DecisionKind | undefined {
  const word = cell.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');
  for (const kind of decisionKinds) if (decisionWords[kind].includes(word)) return kind;
  return undefined;
}
