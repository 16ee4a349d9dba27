import { say } from '#language/say.ts';
import { dayInWords, type When } from '#core/time.ts';
import { piecesSeen, type PieceSeen } from '#core/picture/pieces-seen.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
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
  const nameOf = (id: string | null): string => (id === null ? say('nobody named') : namesOf(picture).personName(id));
  return {
    lines,
    headline: headlineOf(all.length, unseen),
    subtitle: '',
    alt: say('{lines, plural, one {# row} other {# rows}} on one time axis ending {asOf}. {map}.', { lines: lines.length, asOf: dayInWords(picture.asOf), map: lines.map((line) => say('{risk}: {value, number} of {pieces, plural, one {# piece} other {# pieces}} reached {personId}', { risk: line.risk.label, value: line.pieces.length - line.unseen, pieces: line.pieces.length, personId: nameOf(line.personId) })).join('; ') }),
    data: {
      caption: say('Pieces of evidence and the day each reached the person who decides'),
      file: 'evidence-seen',
      columns: [{ label: say('Piece') }, { label: say('Risk') }, { label: say('Person') }, { label: say('Of') }, { label: say('Reached them') }],
      rows: lines.flatMap(({ risk, personId, pieces }) => pieces.map(({ label, at, seenAt }) => [
        { value: label },
        { value: `${risk.id} ${risk.label}` },
        { value: nameOf(personId) },
        { value: at.slice(0, 10), shown: dayInWords(at) },
        seenAt === null ? { value: null, shown: say('not on the record') } : { value: seenAt.slice(0, 10), shown: dayInWords(seenAt) },
      ])),
    },
  };
}

function headlineOf(count: number, unseen: number): string {
  if (count === 0) return say('No material evidence is on the record');
  if (unseen === 0) return count === 1 ? say('The one piece of evidence has reached the person who decides') : say('All {count, number} pieces of evidence have reached the person who decides', { count });
  return say('{unseen} of {count, plural, one {# piece} other {# pieces}} of evidence {unseen, plural, one {has} other {have}} not reached the person who decides', { unseen, count });
}
