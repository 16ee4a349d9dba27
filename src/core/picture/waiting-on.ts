import type { Picture, RiskRow } from '#core/picture/picture.ts';

/**
 * What waits on a person. Lists of what they can do next, never a count to compare people by: the lists
 * overlap, because one risk may need a decision and a brief.
 */
export interface WaitingOn {
  /** They were asked to decide it and have not accepted yet. */
  proposals: readonly RiskRow[];
  /** They own it and no decision about it is in force. */
  decisions: readonly RiskRow[];
  /** Evidence that has not reached them, on risks they decide. */
  evidence: readonly RiskRow[];
  /** Somebody close to the work could decide, were they to raise a limit. */
  grants: readonly RiskRow[];
  /** They are the lowest person who can decide what somebody else owns or nobody does. */
  couldDecide: readonly RiskRow[];
  /** Passed up to them and not answered by a decision since. */
  escalations: readonly RiskRow[];
}

/** Everything open that waits on one person on the date of the picture. */
export function waitingOn(picture: Picture, personId: string): WaitingOn {
  const { risks } = picture;
  return {
    proposals: risks.filter((risk) => risk.proposedOwner?.personId === personId),
    decisions: risks.filter((risk) => risk.ownerId === personId && !decided(risk)),
    evidence: risks.filter((risk) => risk.information.personId === personId && risk.information.unseen > 0),
    grants: risks.filter((risk) => risk.lowest.grantDown?.grantorId === personId),
    couldDecide: risks.filter((risk) => risk.lowest.personId === personId && risk.ownerId !== personId && !decided(risk)),
    escalations: risks.filter((risk) => risk.escalations.some((raised) => raised.toId === personId && !answered(risk, raised.at))),
  };
}

function decided(risk: RiskRow): boolean {
  return risk.decisions.some((decision) => decision.inForce);
}

function answered(risk: RiskRow, raisedAt: string): boolean {
  return risk.decisions.some((decision) => decision.at >= raisedAt);
}
