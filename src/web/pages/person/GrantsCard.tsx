import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { GrantRow, PersonRow, Picture } from '#core/picture/picture.ts';
import { yearLimitWords } from '#core/picture/sentences/year-limit-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/pages/person/grants.css';

/** The authority a person holds: how much, over what, from whom, until when, and back to the governing body. */
export function GrantsCard({ person }: { person: PersonRow }) {
  const picture = usePicture();
  const grants = picture.grants.filter((grant) => grant.granteeId === person.id).toSorted((a, b) => Number(b.live) - Number(a.live));
  const live = grants.filter((grant) => grant.live).length;
  return (
    <Card className="span-5" headline={headlineOf(grants.length, live)} subtitle={say('Authority grants on the record, and the chain each came down')}>
      {grants.length === 0
        ? <Empty>{say('No grant of authority to {person} is on the record. That is a fact about the record: an import of grants may still be missing.', { person: person.name })}</Empty>
        : <ul className="grants">{grants.map((grant) => <Grant key={grant.id} grant={grant} picture={picture} />)}</ul>}
    </Card>
  );
}

function headlineOf(all: number, live: number): string {
  if (all === 0) return say('No authority is on the record');
  if (live === 0) return say('No authority is in force');
  return live === 1 ? say('One grant of authority is in force') : say('{live, number} grants of authority are in force', { live });
}

function Grant({ grant, picture }: { grant: GrantRow; picture: Picture }) {
  return (
    <li className={grant.live ? undefined : 'grants__past'}>
      <p><b>{grant.limit === null ? say('No limit stated') : <><Said message="Up to {money} for one loss" values={{ money: <MoneyText amount={grant.limit} precision="exact" /> }} /></>}</b>{grant.live ? null : <span className="gap-text">{' · '}{say('not in force')}</span>}</p>
      <p>{grant.scope}</p>
      {grant.limits === undefined ? null : <p>{yearLimitWords(grant.limits, picture.currency)}</p>}
      <p className="sub"><GivenBy grant={grant} picture={picture} /> {grant.standing}{grant.delegable === true ? <>{' '}{say('It may be passed on.')}</> : null}</p>
    </li>
  );
}

function GivenBy({ grant, picture }: { grant: GrantRow; picture: Picture }) {
  const chain = <Chain grant={grant} picture={picture} />;
  const from = grant.from === null ? null : <DateText when={grant.from} />;
  const to = grant.to === null ? null : <DateText when={grant.to} />;
  if (from === null) return to === null ? <Said message="Given by {chain}." values={{ chain }} /> : <Said message="Given by {chain}, until {to}." values={{ chain, to }} />;
  return to === null ? <Said message="Given by {chain}, from {from}." values={{ chain, from }} /> : <Said message="Given by {chain}, from {from}, until {to}." values={{ chain, from, to }} />;
}

/** From the giver up, one name a step, as far as the record proves it. */
function Chain({ grant, picture }: { grant: GrantRow; picture: Picture }) {
  const names = namesOf(picture);
  if (grant.chain.length === 0) return <>{say('the governing body')}</>;
  return grant.chain.map((id, index) => (
    <span key={id}>{index === 0 ? null : <>{', '}{say('who holds it from')}{' '}</>}{names.person(id) === undefined ? id : <PersonLink id={id} />}</span>
  ));
}
