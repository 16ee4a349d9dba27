import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { asksOfBoard, type Ask } from '#core/picture/asks.ts';
import type { Picture } from '#core/picture/picture.ts';
import { asksWords } from '#core/picture/sentences/card-words.ts';
import { unmappedFindings } from '#core/picture/unmapped-findings.ts';
import { UnmappedText } from '#web/features/mapping/UnmappedText.tsx';
import { textWidth } from '#web/charts/text-fit.ts';
import { Card } from '#web/ui/Card.tsx';
import { ConditionsLink } from '#web/ui/ConditionsLink.tsx';
import { OwnerGlyph } from '#web/ui/OwnerGlyph.tsx';
import { FilterLink, PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { RiskStanding } from '#web/ui/RiskStanding.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Room for one line of an ask on the brief at its full width, in pixels. */
const ONE_LINE = 640;

/** What only the board can decide, and what it is told: at most three. */
export function AsksCard({ picture }: { picture: Picture }) {
  const asks = asksOfBoard(picture);
  const { headline, subtitle } = asksWords(asks);
  const decide = asks.rows.filter((ask) => ask.purpose === 'decide').length;
  const all = asks.forDecision.length > decide
    ? <> <FilterLink filter={{ ids: asks.forDecision.map((risk) => risk.id) }}>{say('All {forDecision, number} for decision', { forDecision: asks.forDecision.length })}</FilterLink></>
    : null;
  return (
    <Card compact className="span-6" headline={headline} subtitle={<><Said message="{subtitle}{all} · {conditions} open · <link>Decisions</link> · <link2>Next step</link2> · <link3>Age of evidence</link3>" values={{ subtitle, all, conditions: <ConditionsLink picture={picture} />, link: (words) => <PlaceLink to={{ page: 'decisions' }} view={{}}>{words}</PlaceLink>, link2: (words) => <PlaceLink to={{ page: 'next' }} view={{}}>{words}</PlaceLink>, link3: (words) => <PlaceLink to={{ page: 'evidence' }} view={{}}>{words}</PlaceLink> }} />{unmappedFindings(picture) === 0 ? null : <> · <UnmappedText picture={picture} short /></>}</>}>
      {asks.rows.length === 0
        ? <Empty>{say('Looked through {risks, number} open risks for one that nobody below the board can decide, and for acceptances of this quarter.', { risks: picture.risks.length })}</Empty>
        : <ol className="asks">{asks.rows.map((ask) => <AskRow key={ask.risk.id} ask={ask} picture={picture} />)}</ol>}
    </Card>
  );
}

function AskRow({ ask, picture }: { ask: Ask; picture: Picture }) {
  const { risk, sentence } = ask;
  return (
    <li className={textWidth(sentence, 14) > ONE_LINE ? 'asks__row asks__row--flow' : 'asks__row'}>
      <OwnerGlyph readiness={risk.readiness} />
      <div>
        <p><RiskLink risk={risk.id} className="asks__sentence">{sentence}</RiskLink></p>{' '}
        <RiskStanding picture={picture} risk={risk} />
      </div>
    </li>
  );
}
