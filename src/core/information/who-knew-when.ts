import { dayOf, isAfter, type When } from '#core/time.ts';
import type { AcknowledgementLevel, Evidence, Risk } from '#core/record/entities.ts';
import { perIndex } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { decidingPerson } from '#core/information/deciding-person.ts';
import { isIndividual } from '#core/information/seen.ts';
import { knownPieces } from '#core/information/material-evidence.ts';

/** One person or team and the day something about the risk reached them. */
export interface Knowing {
  kind: 'person' | 'team';
  id: string;
  evidenceId: string;
  at: When;
  how: 'produced' | 'known-by' | 'broadcast' | AcknowledgementLevel;
  /** Being on a list proves sending: shown, and never counted as knowing. */
  counts: boolean;
}

export interface WhoKnewWhen {
  /** In time order; of each person or team the earliest that counts, and the earliest that does not if it came before. */
  line: readonly Knowing[];
  /** First day anybody inside knew. */
  firstKnownAt: When | undefined;
  /** Day a piece first reached the deciding person. */
  ownerKnewAt: When | undefined;
  /** Days from the first, until it reached the deciding person or, while it has not, until the day of the view. */
  lagDays: number | undefined;
  lagRunning: boolean;
}

/**
 * Evidence reaching people, in the order it did. Knowing is having produced it, having been told by name or having
 * acknowledged it.
 */
export function whoKnewWhen(index: RecordIndex, risk: Risk): WhoKnewWhen {
  const all = knownPieces(index, risk).flatMap((piece) => knowingsOf(index, piece));
  all.sort((a, b) => (isAfter(a.at, b.at) ? 1 : isAfter(b.at, a.at) ? -1 : rank(a) - rank(b)));
  const firsts = new Map<string, Knowing>();
  const line: Knowing[] = [];
  for (const knowing of all) {
    const key = `${knowing.kind} ${knowing.id}`;
    const held = firsts.get(key);
    if (held !== undefined && (held.counts || !knowing.counts)) continue;
    firsts.set(key, knowing);
    line.push(knowing);
  }
  const firstKnownAt = line.find((knowing) => knowing.counts)?.at;
  const deciding = decidingPerson(index, risk);
  const personId = deciding.state === 'person' ? deciding.personId : undefined;
  const ownerKnewAt = line.find((knowing) => knowing.counts && knowing.kind === 'person' && knowing.id === personId)?.at;
  if (firstKnownAt === undefined) {
    return { line, firstKnownAt, ownerKnewAt, lagDays: undefined, lagRunning: false };
  }
  const until = ownerKnewAt ?? index.asOf;
  return {
    line, firstKnownAt, ownerKnewAt, lagDays: dayOf(until) - dayOf(firstKnownAt), lagRunning: ownerKnewAt === undefined,
  };
}

function knowingsOf(index: RecordIndex, piece: Evidence): Knowing[] {
  const found: Knowing[] = [];
  const add = (kind: Knowing['kind'], id: string, at: When, how: Knowing['how'], counts: boolean) => {
    found.push({ kind, id, evidenceId: piece.id, at, how, counts });
  };
  if (piece.teamId !== undefined) add('team', piece.teamId, piece.at, 'produced', true);
  for (const id of piece.knownBy ?? []) add('person', id, piece.at, 'known-by', true);
  for (const ack of listOf(index.acksByEvidence, piece.id)) {
    add('person', ack.personId, ack.at, ack.level, isIndividual(ack));
  }
  for (const { toId, at } of listOf(briefingsByEvidence(index), piece.id)) add('person', toId, at, 'broadcast', false);
  return found;
}

/** A briefing is sending too: what was sent to whom, by piece of evidence. */
const briefingsByEvidence = perIndex((index) => {
  const sent = new Map<string, { toId: string; at: When }[]>();
  for (const briefing of index.view.briefings.values()) {
    for (const evidenceId of briefing.evidenceIds) {
      const list = sent.get(evidenceId) ?? [];
      for (const toId of briefing.toIds) list.push({ toId, at: briefing.at });
      sent.set(evidenceId, list);
    }
  }
  return sent;
});

function rank(knowing: Knowing): number {
  return knowing.how === 'produced' ? 0 : knowing.counts ? 1 : 2;
}
