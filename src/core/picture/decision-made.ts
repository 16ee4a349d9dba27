import type { DecisionRow, Picture, RiskRow } from '#core/picture/picture.ts';

/** One decision on the record, with the risk it is about. */
export interface DecisionMade {
  decision: DecisionRow;
  riskId: string;
  /** What the risk is called. */
  label: string;
  /** `null` = the risk is closed on the day of the picture. */
  risk: RiskRow | null;
}

/** The decision with this id, about an open risk or one that has been closed; undefined where the picture holds none. */
export function findDecision(picture: Picture, id: string): DecisionMade | undefined {
  for (const risk of picture.risks) {
    const decision = risk.decisions.find((one) => one.id === id);
    if (decision !== undefined) return { decision, riskId: risk.id, label: risk.label, risk };
  }
  for (const closed of picture.closedRisks ?? []) {
    const decision = closed.decisions.find((one) => one.id === id);
    if (decision !== undefined) return { decision, riskId: closed.id, label: closed.label, risk: null };
  }
  return undefined;
}
