import type { TranslatedItem, Translation } from '#core/translate/translate-list.ts';
import { sizeWords } from '#core/translate/translate-words.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { BehindFacts } from '#web/pages/translate/ColourCard.tsx';
import { RiskTable } from '#web/features/risk-list/RiskTable.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Empty } from '#web/ui/states.tsx';

const SHOWN = 10;

/** What no colour mentioned, and which items the record does not hold. */
export function LeftOver({ translation }: { translation: Translation }) {
  const picture = usePicture();
  const { unmentioned, notFound, several, closed } = translation;
  const shown = unmentioned.risks.slice(0, SHOWN);
  return (
    <>
      <Card className="span-12" headline={unmentioned.risks.length === 0 ? say('Every open risk is behind one of the items') : say('No colour mentions {unmentioned}', { unmentioned: sizeWords(picture, unmentioned) })} subtitle={say('Open on the record, and no item of the list stands for it')}>
        {unmentioned.risks.length === 0 ? <Empty>{say('Looked through {risks, plural, one {# open risk} other {# open risks}}.', { risks: picture.risks.length })}</Empty> : (
          <>
            <BehindFacts behind={unmentioned} />
            {shown.length < unmentioned.risks.length ? <p className="sub">{say('The {shown, number} largest of {risks, number}.', { shown: SHOWN, risks: unmentioned.risks.length })}</p> : null}
            <RiskTable risks={shown} caption={say('Risks no colour mentions, largest first')} />
          </>
        )}
      </Card>
      <Card className="span-12" headline={notFound.length === 0 ? say('The record knows every item') : say('{notFound, plural, one {# item is} other {# items are}} not on the record', { notFound: notFound.length })} subtitle={say('Compared with the ids and names of risks, services, release processes and teams, a slip or two forgiven')}>
        <Items items={notFound} none={say('Looked up every item of the list.')} />
        {several.length === 0 ? null : <><h3>{say('Could be more than one thing')}</h3><Items items={several} none="" /></>}
        {closed.length === 0 ? null : <><h3>{say('Closed by this date')}</h3><Items items={closed} none="" /></>}
      </Card>
    </>
  );
}

function Items({ items, none }: { items: readonly TranslatedItem[]; none: string }) {
  if (items.length === 0) return <Empty>{none}</Empty>;
  return <ul className="translate-left">{items.map((item) => <li key={item.line}>{item.item} <span className="sub">{say('“{colour}”, line {line}', { colour: item.colour, line: String(item.line) })}</span></li>)}</ul>;
}
