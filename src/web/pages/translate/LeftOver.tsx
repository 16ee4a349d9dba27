import { counted } from '#core/picture/sentences/prose.ts';
import type { TranslatedItem, Translation } from '#core/translate/translate-list.ts';
import { sizeWords } from '#core/translate/translate-words.ts';
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
      <Card className="span-12" headline={unmentioned.risks.length === 0 ? 'Every open risk is behind one of the items' : `No colour mentions ${sizeWords(picture, unmentioned)}`} subtitle="Open on the record, and no item of the list stands for it">
        {unmentioned.risks.length === 0 ? <Empty>Looked through {picture.risks.length} open risks.</Empty> : (
          <>
            <BehindFacts behind={unmentioned} />
            {shown.length < unmentioned.risks.length ? <p className="sub">The {SHOWN} largest of {unmentioned.risks.length}.</p> : null}
            <RiskTable risks={shown} caption="Risks no colour mentions, largest first" />
          </>
        )}
      </Card>
      <Card className="span-12" headline={notFound.length === 0 ? 'The record knows every item' : `${counted(notFound.length, 'item')} ${notFound.length === 1 ? 'is' : 'are'} not on the record`} subtitle="Compared with the ids and names of risks, services, release processes and teams, a slip or two forgiven">
        <Items items={notFound} none="Looked up every item of the list." />
        {several.length === 0 ? null : <><h3>Could be more than one thing</h3><Items items={several} none="" /></>}
        {closed.length === 0 ? null : <><h3>Closed by this date</h3><Items items={closed} none="" /></>}
      </Card>
    </>
  );
}

function Items({ items, none }: { items: readonly TranslatedItem[]; none: string }) {
  if (items.length === 0) return <Empty>{none}</Empty>;
  return <ul className="translate-left">{items.map((item) => <li key={item.line}>{item.item} <span className="sub">“{item.colour}”, line {item.line}</span></li>)}</ul>;
}
