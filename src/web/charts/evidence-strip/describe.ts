import { dayInWords, type When } from '#core/time.ts';
import { piecesSeen, type PieceSeen } from '#core/picture/pieces-seen.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import type { ChartWords } from '#web/charts/describe.ts';
import { namesOf } from '#web/charts/names.ts';

/** What one row of the strip is about: whose seeing is asked, of which risk, and when they decided. */
export interface StripOf {
  risk: RiskRow;
  personId: string | null;
  decidedAt: When | null;
}

export interface StripLine extends StripOf {
  pieces: readonly PieceSeen[];
  /** Pieces that have not reached the person. */
  unseen: number;
}

export interface EvidenceStripWords extends ChartWords {
  lines: readonly StripLine[];
}

/** Words, marks and rows of the evidence strip: which pieces have reached the person who decides. */
export function describeEvidenceStrip(picture: Picture, asked: readonly StripOf[]): EvidenceStripWords {
  const lines = asked.map((one): StripLine => {
    const pieces = piecesSeen(one.risk, one.personId);
    return { ...one, pieces, unseen: pieces.filter(({ seenAt }) => seenAt === null).length };
  });
  const all = lines.flatMap(({ pieces }) => pieces);
  const unseen = lines.reduce((sum, line) => sum + line.unseen, 0);
  const nameOf = (id: string | null): string => (id === null ? 'nobody named' : namesOf(picture).personName(id));
  return {
    lines,
    headline: headlineOf(all.length, unseen),
    subtitle: '',
    alt: `${counted(lines.length, 'row')} on one time axis ending ${dayInWords(picture.asOf)}. ${lines.map((line) => `${line.risk.label}: ${line.pieces.length - line.unseen} of ${counted(line.pieces.length, 'piece')} reached ${nameOf(line.personId)}`).join('; ')}.`,
    data: {
      caption: 'Pieces of evidence and the day each reached the person who decides',
      file: 'evidence-seen',
      columns: [{ label: 'Piece' }, { label: 'Risk' }, { label: 'Person' }, { label: 'Of' }, { label: 'Reached them' }],
      rows: lines.flatMap(({ risk, personId, pieces }) => pieces.map(({ label, at, seenAt }) => [
        { value: label },
        { value: `${risk.id} ${risk.label}` },
        { value: nameOf(personId) },
        { value: at.slice(0, 10), shown: dayInWords(at) },
        seenAt === null ? { value: null, shown: 'not on the record' } : { value: seenAt.slice(0, 10), shown: dayInWords(seenAt) },
      ])),
    },
  };
}

function headlineOf(count: number, unseen: number): string {
  if (count === 0) return 'No material evidence is on the record';
  if (unseen === 0) return count === 1 ? 'The one piece of evidence has reached the person who decides' : `All ${count} pieces of evidence have reached the person who decides`;
  return `${unseen} of ${counted(count, 'piece')} of evidence ${unseen === 1 ? 'has' : 'have'} not reached the person who decides`;
}
