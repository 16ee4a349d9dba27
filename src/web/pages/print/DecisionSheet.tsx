import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import { isPastHeadsUp } from '#core/flags/heads-up.ts';
import type { Ask } from '#core/picture/asks.ts';
import type { DecisionRow, Picture, RiskRow } from '#core/picture/picture.ts';
import { personIn, teamIn } from '#core/picture/sentences/names.ts';
import { riskWords } from '#core/picture/sentences/risk-words.ts';
import { AuthorityBullet } from '#web/charts/authority-bullet/AuthorityBullet.tsx';
import { describeAuthorityBullet } from '#web/charts/authority-bullet/describe.ts';
import { decisionWords } from '#web/charts/decision-words.ts';
import { Sheet, SheetPart, type Paper } from '#web/pages/print/Sheet.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';

const CONDITIONS = 2;
const PIECES = 4;
const DECISIONS = 2;

/** Appendix: one decision, with what it is worth, who could make it, what is known and to whom. */
export function DecisionSheet({ picture, ask, paper }: { picture: Picture; ask: Ask; paper: Paper }) {
  const { risk } = ask;
  const words = riskWords(picture, risk);
  const bullet = describeAuthorityBullet(picture, risk);
  return (
    <Sheet label={say('Decision: {risk}', { risk: risk.label })} paper={paper}>
      <p className="sub sheet__kind">{ask.purpose === 'decide' ? say('For decision') : say('To note')} · {risk.id}</p>
      <h2 className="sheet__sentence">{ask.sentence}</h2>
      <p className="sheet__lede">{words.headline} {words.lede}</p>
      <Facts picture={picture} risk={risk} />
      <SheetPart headline={say('Two ways on: move the information up, or the authority down')}>
        <ul className="sheet__notes">
          <li>{risk.lowest.briefUp?.sentence ?? say('Brief up: nobody with authority here is without the evidence.')}</li>
          <li>{risk.lowest.grantDown?.sentence ?? risk.lowest.noGrantDown ?? say('Grant down: not open on the record.')}</li>
          <li>{risk.ownerId === null
            ? say('If nothing is decided: nobody is named, and it stays where it is, at the size above, until somebody does.')
            : say('If nothing is decided: it stays with {person}, at the size above, until somebody does.', { person: personIn(picture, risk.ownerId) })}</li>
        </ul>
      </SheetPart>
      {bullet.rows.length === 0 ? null : (
        <SheetPart headline={bullet.headline} subtitle={bullet.subtitle}><AuthorityBullet words={bullet} /></SheetPart>
      )}
      <Conditions risk={risk} />
      <Evidence risk={risk} />
      <Decisions picture={picture} risk={risk} />
    </Sheet>
  );
}

function Facts({ picture, risk }: { picture: Picture; risk: RiskRow }) {
  return (
    <dl className="sheet__facts">
      <div><dt className="sub">{say('Whose call')}</dt><dd><OwnerGlyph readiness={risk.readiness} /> {risk.ownerId === null ? say('No named owner') : personIn(picture, risk.ownerId)}</dd><dd className="sub">{say(readinessWords[risk.readiness])}</dd></div>
      <div><dt className="sub">{say('Owning team')}</dt><dd>{risk.owningTeamId === null ? say('No team recorded') : teamIn(picture, risk.owningTeamId)}</dd></div>
      <div><dt className="sub">{say('Expected a year')}</dt><dd>{risk.expectedAnnualLoss === null ? say('Not measured') : <MoneyText amount={risk.expectedAnnualLoss} />}</dd></div>
      <div><dt className="sub">{say('Decision needed by')}</dt><dd>{dayInWords(risk.decisionNeededBy)}</dd></div>
    </dl>
  );
}

function Conditions({ risk }: { risk: RiskRow }) {
  const lines = risk.flags.filter(isPastHeadsUp);
  if (lines.length === 0) return null;
  const count = lines.length + risk.moreFlags.filter(isPastHeadsUp).length;
  const shown = lines.slice(0, CONDITIONS);
  return (
    <SheetPart className="sheet__spare-1" headline={say('{count, plural, one {# condition} other {# conditions}} on the record', { count })} subtitle={count > shown.length ? say('The first {shown, number}', { shown: shown.length }) : undefined}>
      <ul className="sheet__notes">{shown.map((flag) => <li key={flag.flag}><b>{flag.title}.</b> {flag.sentence}</li>)}</ul>
    </SheetPart>
  );
}

function Evidence({ risk }: { risk: RiskRow }) {
  const shown = risk.evidence.slice(0, PIECES);
  return (
    <SheetPart className="sheet__spare-2" headline={say('{evidence, plural, one {# piece} other {# pieces}} of evidence', { evidence: risk.evidence.length })} subtitle={risk.evidence.length > PIECES ? say('The newest {PIECES, number}', { PIECES }) : undefined}>
      <ul className="sheet__notes">
        {shown.map((piece) => (
          <li key={piece.id}>{dayInWords(piece.at)}: {piece.label}. {piece.seenByOwnerAt === null ? say('It has not reached the person who decides.') : say('It reached the person who decides on {seenByOwnerAt}.', { seenByOwnerAt: dayInWords(piece.seenByOwnerAt) })}</li>
        ))}
      </ul>
    </SheetPart>
  );
}

function Decisions({ picture, risk }: { picture: Picture; risk: RiskRow }) {
  if (risk.decisions.length === 0) return <SheetPart headline={say('No decision is on the record')}><p className="sub">{say('Opened {openedAt}, {ageDays, plural, one {# day} other {# days}} ago.', { openedAt: dayInWords(risk.openedAt), ageDays: risk.ageDays })}</p></SheetPart>;
  return (
    <SheetPart headline={say('{decisions, plural, one {# decision} other {# decisions}} on the record', { decisions: risk.decisions.length })}>
      <ul className="sheet__notes">
        {risk.decisions.slice(0, DECISIONS).map((decision) => (
          <li key={decision.id}>{decisionLine(picture, decision)}</li>
        ))}
      </ul>
    </SheetPart>
  );
}

/** `3 Mar 2026: accepted, by Dana Okafor, until 3 Mar 2027. In force.` */
function decisionLine(picture: Picture, { at, kind, byId, expiresAt, inForce }: DecisionRow): string {
  const values = { day: dayInWords(at), what: say(decisionWords[kind]), by: byId === null ? say('nobody named') : personIn(picture, byId), force: inForce ? 'yes' : 'no' };
  return expiresAt === null
    ? say('{day}: {what}, by {by}. {force, select, yes {In force.} other {No longer in force.}}', values)
    : say('{day}: {what}, by {by}, until {until}. {force, select, yes {In force.} other {No longer in force.}}', { ...values, until: dayInWords(expiresAt) });
}
