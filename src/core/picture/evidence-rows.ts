import { dayOf, type When } from '#core/time.ts';
import type { Evidence, Risk } from '#core/record/entities.ts';
import { recordedWhen } from '#core/record/entry.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { stampOf } from '#core/record/view.ts';
import { knownElsewhere } from '#core/information/known-elsewhere.ts';
import { isMaterial } from '#core/information/material-evidence.ts';
import { acksOf, isDetailed } from '#core/information/seen.ts';
import type { EvidenceRow } from '#core/picture/picture.ts';

/** Every piece on a risk and every piece elsewhere that bears on it, newest first. */
export function evidenceRows(index: RecordIndex, risk: Risk, decidingId: string | undefined): readonly EvidenceRow[] {
  const own = listOf(index.evidenceByRisk, risk.id).map((piece) => rowOf(index, piece, false, decidingId));
  const elsewhere = knownElsewhere(index, risk).map((piece) => rowOf(index, piece, true, decidingId));
  return [...own, ...elsewhere].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
}

function rowOf(index: RecordIndex, piece: Evidence, elsewhere: boolean, decidingId: string | undefined): EvidenceRow {
  const stamp = stampOf(index.view, 'evidence', piece.id);
  return {
    id: piece.id,
    label: piece.label ?? piece.id,
    kind: piece.kind,
    at: piece.at,
    recordedAt: stamp === undefined ? null : recordedWhen({ kind: 'evidence', entity: piece, stamp }),
    teamId: piece.teamId ?? null,
    material: isMaterial(index, piece),
    elsewhere,
    negative: piece.negative ?? null,
    coverage: piece.coverage ?? null,
    seenByOwnerAt: decidingId === undefined ? null : seenAt(index, decidingId, piece),
    basis: stamp?.basis ?? null,
    facts: piece.facts ?? [],
  };
}

/** First day a piece reached a person in detail. */
function seenAt(index: RecordIndex, personId: string, piece: Evidence): When | null {
  if (piece.knownBy?.includes(personId) === true) return piece.at;
  const days = acksOf(index, personId, piece.id).filter(isDetailed).map((ack) => ack.at);
  return days.reduce<When | null>((first, at) => (first === null || dayOf(at) < dayOf(first) ? at : first), null);
}
