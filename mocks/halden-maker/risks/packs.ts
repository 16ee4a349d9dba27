import { expectedAnnualLoss } from '#core/exposure/expected-annual-loss.ts';
import type { WorkspaceEntry } from '#core/record/workspace.ts';
import { risks, storyRisk } from '#mocks/halden-maker/risks/plan.ts';
import { evidenceId } from '#mocks/halden-maker/risks/record.ts';
import { heldOn, type Day, type RiskSpec } from '#mocks/halden-maker/risks/risk.ts';

const RISKS_IN_A_PACK = 12;

/** A piece that was in hand before the cut-off and is not in the pack; with a line where one was written. */
interface LeftOut {
  key: string;
  index: number;
  line?: string;
}

/** The board packs of three quarters: the dearest risks on the cut-off and their evidence, less what was left out. */
export function packs(): readonly WorkspaceEntry<'packs'>[] {
  return [
    packOf('PACK-2026-Q1', 'Board pack, first quarter 2026', '2026-04-14', '2026-03-31', [{ key: 'SSO-BYPASS', index: 0 }]),
    packOf('PACK-2026-Q2', 'Board pack, second quarter 2026', '2026-07-14', '2026-06-30', [
      { key: 'BUILD-CACHE', index: 1, line: 'Waits for the answer of Platform engineering.' },
    ]),
    packOf('PACK-2026-Q3', 'Board pack, third quarter 2026', '2026-10-13', '2026-09-30', [
      { key: 'SSO-BYPASS', index: 2 },
      { key: 'SIGNING-KEY', index: 1 },
      { key: 'BUILD-CACHE', index: 1, line: 'Unchanged since the pack of July.' },
    ]),
  ];
}

function packOf(id: string, label: string, at: Day, cutoff: Day, leftOut: readonly LeftOut[]): WorkspaceEntry<'packs'> {
  const open = risks.filter((risk) => risk.openedAt <= cutoff && (risk.closedAt === undefined || risk.closedAt > cutoff));
  const shown = open.toSorted((a, b) => loss(b, cutoff) - loss(a, cutoff)).slice(0, RISKS_IN_A_PACK);
  const outIds = leftOut.map((one) => evidenceId(storyRisk(one.key), one.index));
  const evidenceIds = shown.flatMap((risk) =>
    risk.evidence
      .map((piece, index) => ({ piece, pieceId: evidenceId(risk, index) }))
      .filter(({ piece, pieceId }) => piece.at <= cutoff && piece.material !== false && !outIds.includes(pieceId))
      .map(({ pieceId }) => pieceId),
  );
  const whyNot = leftOut.flatMap((one) =>
    one.line === undefined ? [] : [{ evidenceId: evidenceId(storyRisk(one.key), one.index), line: one.line }],
  );
  return {
    id, label, at, cutoff, presenterId: 'lucie.moreau', riskIds: shown.map((risk) => risk.id), evidenceIds,
    ...(whyNot.length === 0 ? {} : { whyNot }),
    recordedAt: at,
  };
}

function loss(risk: RiskSpec, day: Day): number {
  return expectedAnnualLoss(heldOn(risk.ranges, day)) ?? 0;
}
