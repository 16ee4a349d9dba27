import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { dayInWords } from '#core/time.ts';
import { asksOfBoard, type Ask } from '#core/picture/asks.ts';
import type { Picture } from '#core/picture/picture.ts';
import { asksWords } from '#core/picture/sentences/card-words.ts';
import { personIn } from '#core/picture/sentences/names.ts';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { Empty } from '#web/ui/states.tsx';
import { SheetPart } from '#web/pages/print/Sheet.tsx';

/** What only the board can decide: the ask, what it is worth, by when, and who holds it until then. */
export function AskPart({ picture }: { picture: Picture }) {
  const asks = asksOfBoard(picture);
  const { headline, subtitle } = asksWords(asks);
  return (
    <SheetPart headline={headline} subtitle={subtitle}>
      {asks.rows.length === 0
        ? <Empty>{say('Looked through {risks, number} open risks for one that nobody below the board can decide, and for acceptances of this quarter.', { risks: picture.risks.length })}</Empty>
        : <ol className="sheet-asks">{asks.rows.map((ask) => <AskLine key={ask.risk.id} ask={ask} picture={picture} />)}</ol>}
    </SheetPart>
  );
}

function AskLine({ ask, picture }: { ask: Ask; picture: Picture }) {
  const { risk, sentence, purpose } = ask;
  return (
    <li className="sheet-asks__row">
      <OwnerGlyph readiness={risk.readiness} />
      <div>
        <p className="sheet-asks__sentence">{sentence}</p>
        <p className="sub">
          {risk.id} · {risk.ownerId === null ? null : `${personIn(picture, risk.ownerId)} · `}{say(readinessWords[risk.readiness])} ·{' '}
          {risk.expectedAnnualLoss === null ? <NotMeasured>{say('No range')}</NotMeasured> : <><Said message="{money} expected a year" values={{ money: <MoneyText amount={risk.expectedAnnualLoss} /> }} /></>}
          {risk.exposure === null ? null : <>{', '}<Said message="one loss {low} to {high}" values={{ low: <MoneyText amount={risk.exposure.low} precision="exact" />, high: <MoneyText amount={risk.exposure.high} precision="exact" /> }} /></>}
          {purpose === 'decide' ? <> · <span className="sheet__whole">{say('decide by {decisionNeededBy}', { decisionNeededBy: dayInWords(risk.decisionNeededBy) })}</span></> : null}
        </p>
        {purpose === 'decide' ? <p className="sub sheet__spare-2">{risk.lowest.sentence}</p> : null}
      </div>
    </li>
  );
}
