import { say } from '#language/say.ts';
import { dayOf, type When } from '#core/time.ts';
import { lossOf } from '#core/picture/evidence-ages.ts';
import type { PackRow } from '#core/picture/pack-row.ts';
import type { ClosedRiskRow, EvidenceRow, KnowledgeRow, Picture, RiskRow } from '#core/picture/picture.ts';

/** One risk as a pack of the past stands to it. */
export interface LedgerItem {
  riskId: string;
  label: string;
  firstKnownAt: When | null;
  firstKnownBy: Pick<KnowledgeRow, 'kind' | 'id'> | null;
  /** As estimated on the day of the picture. */
  expectedAnnualLoss: number | null;
  openedAt: When | null;
  /** `null` = open on the day of the picture. */
  closedAt: When | null;
  /** Lines somebody wrote on why pieces of it are not in the pack. */
  lines: readonly string[];
}

/** A material piece on a risk in the pack that was in hand by the cut-off and is not in the pack. */
export interface LeftOutPiece {
  risk: RiskRow;
  piece: EvidenceRow;
  line: string | null;
}

export interface PackLedger {
  pack: PackRow;
  cutoff: When;
  shown: readonly LedgerItem[];
  /** First known on or before the cut-off, not closed by then, and not in the pack; the largest first. */
  notShown: readonly LedgerItem[];
  /** First known after the cut-off and by the day of the picture. */
  later: readonly LedgerItem[];
  /** Expected annual loss of what was known and is not in the pack; `null` = none of it has a range. */
  notShownLoss: number | null;
  /** Of open risks in the pack. */
  pieces: readonly LeftOutPiece[];
}

/** The rule of the ledger, in the words that stand beside its figures. */
export function ledgerRule(): string {
  return say('Known and not in the pack: somebody inside held a material piece on or before the cut-off, the risk was not closed by then, and the pack does not name it. Dates of the record, whenever they were entered; sizes as estimated today.');
}

/** Past packs, newest first, each with what was known on its cut-off and is in it or not. By rule, never by opinion. */
export function packLedger(picture: Picture): readonly PackLedger[] {
  const items = [...picture.risks.map(openItem), ...(picture.closedRisks ?? []).map(closedItem)];
  const known = new Map(items.map((item) => [item.riskId, item]));
  return picture.packs.map((pack): PackLedger => {
    const cutoff = pack.cutoff ?? pack.at;
    const day = dayOf(cutoff);
    const inPack = new Set(pack.riskIds);
    const lines = linesOf(picture, pack);
    const outside = items.filter((item) => !inPack.has(item.riskId));
    const notShown = outside
      .filter(({ firstKnownAt, closedAt }) => firstKnownAt !== null && dayOf(firstKnownAt) <= day && (closedAt === null || dayOf(closedAt) > day))
      .map((item) => ({ ...item, lines: lines.get(item.riskId) ?? [] }))
      .sort(largestFirst);
    return {
      pack,
      cutoff,
      shown: [...inPack].map((id) => known.get(id) ?? unknownItem(id)),
      notShown,
      later: outside.filter(({ firstKnownAt }) => firstKnownAt !== null && dayOf(firstKnownAt) > day).sort(largestFirst),
      notShownLoss: lossOf(notShown),
      pieces: leftOut(picture, pack, day),
    };
  });
}

function openItem({ id, label, firstKnownAt, knowledge, expectedAnnualLoss, openedAt }: RiskRow): LedgerItem {
  const first = knowledge.find((row) => row.counts);
  return {
    riskId: id, label, firstKnownAt, firstKnownBy: first === undefined ? null : { kind: first.kind, id: first.id },
    expectedAnnualLoss, openedAt, closedAt: null, lines: [],
  };
}

function closedItem({ id, label, firstKnownAt, firstKnownBy, expectedAnnualLoss, openedAt, closedAt }: ClosedRiskRow): LedgerItem {
  return { riskId: id, label, firstKnownAt, firstKnownBy, expectedAnnualLoss, openedAt, closedAt, lines: [] };
}

/** In the pack, and closed before the time the picture looks back on. */
function unknownItem(id: string): LedgerItem {
  return { riskId: id, label: id, firstKnownAt: null, firstKnownBy: null, expectedAnnualLoss: null, openedAt: null, closedAt: null, lines: [] };
}

function linesOf(picture: Picture, pack: PackRow): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  if (pack.whyNot === undefined) return lines;
  const written = new Map(pack.whyNot.map(({ evidenceId, line }) => [evidenceId, line]));
  for (const risk of picture.risks) {
    const held = risk.evidence.flatMap(({ id, elsewhere }) => (elsewhere ? [] : written.get(id) ?? []));
    if (held.length > 0) lines.set(risk.id, held);
  }
  return lines;
}

function leftOut(picture: Picture, pack: PackRow, day: number): readonly LeftOutPiece[] {
  const inPack = new Set(pack.riskIds);
  const shown = new Set(pack.evidenceIds ?? []);
  const written = new Map((pack.whyNot ?? []).map(({ evidenceId, line }) => [evidenceId, line]));
  return picture.risks.filter((risk) => inPack.has(risk.id)).flatMap((risk) =>
    risk.evidence
      .filter((piece) => piece.material && !piece.elsewhere && dayOf(piece.at) <= day && !shown.has(piece.id))
      .map((piece) => ({ risk, piece, line: written.get(piece.id) ?? null })));
}

function largestFirst(a: LedgerItem, b: LedgerItem): number {
  return (b.expectedAnnualLoss ?? -1) - (a.expectedAnnualLoss ?? -1) || (a.riskId < b.riskId ? -1 : 1);
}
