import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { basisWord, evidenceKindWord } from '#core/record/kind-words.ts';
import type { EvidenceRow, RiskRow } from '#core/picture/picture.ts';
import { evidenceWords } from '#core/picture/sentences/risk-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { AcknowledgeAct } from '#web/features/acts/AcknowledgeAct.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ClaimLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** The evidence itself, newest first, with whether it has reached the decision owner. */
export function EvidenceCard({ risk }: { risk: RiskRow }) {
  const { headline, subtitle } = evidenceWords(risk);
  return (
    <Card headline={headline} subtitle={subtitle}>
      {risk.evidence.length === 0
        ? <Empty>{say('Not measured: nobody has attached a scan, a test, an audit or a statement to this risk. This is not a clean result.')}</Empty>
        : <ol className="evidence">{risk.evidence.map((one) => <Piece key={one.id} piece={one} risk={risk} />)}</ol>}
    </Card>
  );
}

/** Whom the evidence has to reach: the decision owner, or in place of one the lowest person who could decide. */
function whom(risk: RiskRow): string {
  const { personId } = risk.information;
  if (personId === null) return say('anybody who decides');
  return personId === risk.ownerId ? say('the decision owner') : say('the lowest person who can decide');
}

function Piece({ piece, risk }: { piece: EvidenceRow; risk: RiskRow }) {
  const names = namesOf(usePicture());
  const details = [
    evidenceKindWord(piece.kind),
    piece.teamId === null ? say('team not recorded') : names.teamName(piece.teamId),
    piece.basis === null ? null : basisWord(piece.basis),
    piece.elsewhere ? say('attached to another risk, bears on this one') : null,
    piece.material ? null : say('routine, needs no acknowledgement'),
    piece.negative === true ? say('found nothing') : null,
    piece.negative === true ? coverageWords(piece.coverage) : null,
    piece.recordedAt !== null && piece.recordedAt.slice(0, 10) !== piece.at.slice(0, 10) ? <><Said message="recorded {date}" values={{ date: <DateText when={piece.recordedAt} /> }} /></> : null,
  ].filter((detail) => detail !== null);
  return (
    <li className="evidence__piece">
      <span className="evidence__date sub"><DateText when={piece.at} /></span>
      <div>
        <p className="evidence__label"><ClaimLink claim={piece.id}>{piece.label}</ClaimLink></p>
        <p className="sub">{details.map((detail, index) => <span key={String(index)}>{index === 0 ? null : ' · '}{detail}</span>)}</p>
        {piece.facts.map((fact) => <p key={fact} className="sub">{fact}</p>)}
      </div>
      <div className="evidence__seen sub">
        {seenWords(piece, risk)}
        {piece.material && piece.seenByOwnerAt === null && risk.information.personId !== null
          ? <AcknowledgeAct evidenceId={piece.id} label={piece.label} personId={risk.information.personId} />
          : null}
      </div>
    </li>
  );
}

function seenWords(piece: EvidenceRow, risk: RiskRow) {
  if (piece.seenByOwnerAt !== null) return <span><Said message="seen {date}" values={{ date: <DateText when={piece.seenByOwnerAt} /> }} /></span>;
  if (!piece.material) return null;
  return <strong className="gap-text">{say('has not reached {risk}', { risk: whom(risk) })}</strong>;
}

function coverageWords(coverage: number | null): string {
  return coverage === null ? say('how much it covered is not recorded') : say('covered {round, number}% of the estate', { round: Math.round(coverage * 100) });
}
