import type { EvidenceRow, Picture, RiskRow } from '#core/picture/picture.ts';

/** One piece of evidence, and what rests on it. */
export interface EvidenceClaim {
  piece: EvidenceRow;
  /** Open risks it is attached to, or is known to bear on; the largest first. */
  rests: readonly ClaimRisk[];
}

export interface ClaimRisk {
  risk: RiskRow;
  /** The piece as this risk has it: its own or from elsewhere, and whether it reached the owner of this risk. */
  piece: EvidenceRow;
}

/** The piece of evidence with this id, put together from every open risk it bears on; undefined where none has it. */
export function findClaim(picture: Picture, id: string): EvidenceClaim | undefined {
  const rests = picture.risks.flatMap((risk): ClaimRisk[] => {
    const piece = risk.evidence.find((one) => one.id === id);
    return piece === undefined ? [] : [{ risk, piece }];
  }).sort((a, b) => (b.risk.expectedAnnualLoss ?? -1) - (a.risk.expectedAnnualLoss ?? -1) || (a.risk.id < b.risk.id ? -1 : 1));
  const [first] = rests;
  return first === undefined ? undefined : { piece: first.piece, rests };
}
