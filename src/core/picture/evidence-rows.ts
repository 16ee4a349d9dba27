import { dayOf, type When } from '#core/time.ts';
import type { Evidence, Risk } from '#core/record/entities.ts';
import { recordedWhen } from '#core/record/entry.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { stampOf } from '#core/record/view.ts';
import { knownElsewhere } from '#core/information/known-elsewhere.ts';
import { isMaterial } from '#core/information/material-evidence.ts';
import { isDetailed } from '#core/information/seen.ts';
import type { EvidenceRow, ReaderRow } from '#core/picture/picture.ts';

/** Every piece on a risk and every piece elsewhere that bears on it, newest first. */
export function evidenceRows(index: RecordIndex, risk: Risk, decidingId: string | undefined): readonly EvidenceRow[] {
  const own = listOf(index.evidenceByRisk, risk.id).map((piece) => rowOf(index, piece, false, decidingId));
  const elsewhere = knownElsewhere(index, risk).map((piece) => rowOf(index, piece, true, decidingId));
  return [...own, ...elsewhere].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
}

function rowOf(index: RecordIndex, piece: Evidence, elsewhere: boolean, decidingId: string | undefined): EvidenceRow {
  const stamp = stampOf(index.view, 'evidence', piece.id);
  const readers = readersOf(index, piece);
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
    seenByOwnerAt: readers.find(({ personId }) => personId === decidingId)?.at ?? null,
    ...(readers.length === 0 ? {} : { readers }),
    basis: stamp?.basis ?? null,
    facts: piece.facts ?? [],
  };
}

/** Everybody a piece reached in detail, the first first, each with the first day. */
function readersOf(index: RecordIndex, piece: Evidence): readonly ReaderRow[] {
  const first = new Map<string, When>();
  for (const personId of piece.knownBy ?? []) first.set(personId, piece.at);
  for (const { personId, at } of listOf(index.acksByEvidence, piece.id).filter(isDetailed)) {
    const held = first.get(personId);
    if (held === undefined || dayOf(at) < dayOf(held)) first.set(personId, at);
  }
  return [...first].map(([personId, at]) => ({ personId, at }))
    .sort((a, b) => dayOf(a.at) - dayOf(b.at) || (a.personId < b.personId ? -1 : 1));
}
