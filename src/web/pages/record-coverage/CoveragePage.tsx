import { atStart, inWords } from '#core/picture/sentences/prose.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { missingLists, type MissingItem, type MissingList } from '#web/pages/record-coverage/missing.ts';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { RiskLink } from '#web/ui/PlaceLink.tsx';
import { RiskOwner } from '#web/ui/RiskOwner.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import '#web/pages/record-coverage/coverage.css';

const FIRST = 60;

/** What the record does not hold, by name, and what that does to the figures. */
export function CoveragePage() {
  const lists = missingLists(usePicture());
  const short = lists.filter((list) => list.share.with < list.share.total).length;
  return (
    <>
      <div className="page-head">
        <PageTitle>{short === 0 ? say('All that the figures rest on is on the record') : say('{short} of {all} things the figures rest on {count, plural, one {is} other {are}} incomplete on the record', { short: atStart(short), all: inWords(lists.length), count: short })}</PageTitle>
        <p className="lede">{say('A figure is only as whole as the record below it. Each list names what is missing, so that somebody can add it.')}</p>
      </div>
      <div className="grid">
        {lists.map((list) => <MissingCard key={list.key} list={list} />)}
      </div>
    </>
  );
}

function MissingCard({ list }: { list: MissingList }) {
  const { share, missing, sentence, effect, key } = list;
  const without = share.total - share.with;
  return (
    <Card id={key} className="span-12" headline={sentence} subtitle={without === 0 ? say('None is missing.') : effect}>
      <svg className="coverage-bar" width="240" height="10" aria-hidden="true" focusable="false">
        <rect className="coverage-bar__with" width={share.total === 0 ? 0 : (240 * share.with) / share.total} height="10" />
        <rect className="coverage-bar__all" x="0.5" y="0.5" width="239" height="9" />
      </svg>
      {missing === null
        ? <p>{say('{without, plural, one {# is} other {# are}} without. Which they are, this picture does not carry: services whose findings are all fixed look the same in it.', { without })}</p>
        : <MissingNames items={missing} />}
    </Card>
  );
}

/** A long list is opened on request: the first names stand for themselves. */
function MissingNames({ items }: { items: readonly MissingItem[] }) {
  const rest = items.slice(FIRST);
  return (
    <>
      <ul className="coverage-list">{items.slice(0, FIRST).map((item) => <li key={item.id}><Item item={item} /></li>)}</ul>
      {rest.length === 0 ? null : (
        <details>
          <summary>{say('{rest, number} more', { rest: rest.length })}</summary>
          <ul className="coverage-list">{rest.map((item) => <li key={item.id}><Item item={item} /></li>)}</ul>
        </details>
      )}
    </>
  );
}

function Item({ item }: { item: MissingItem }) {
  switch (item.kind) {
    case 'service': return <>{item.name}</>;
    case 'team': return <TeamLink id={item.id} />;
    case 'risk': return <><RiskLink risk={item.id}>{item.name}</RiskLink><RiskOwner risk={item.id} /></>;
    case 'person': return <PersonLink id={item.id} />;
  }
}
