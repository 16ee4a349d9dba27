import { dayInWords } from '#core/time.ts';
import { decisionRoster, type RosterGroup, type RosterRow } from '#core/picture/decision-roster.ts';
import { carrier, rosterWords } from '#core/picture/sentences/roster-words.ts';
import { securityLead } from '#core/picture/security-lead.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { DefaultShareCard } from '#web/pages/decisions/DefaultShareCard.tsx';
import { OutcomesCard } from '#web/pages/decisions/OutcomesCard.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { ReadinessText } from '#web/ui/OwnerGlyph.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/features/place/place.css';
import '#web/pages/decisions/decisions.css';

/** Who decides: every open question under the person named for it, with its date and what happens if nobody acts. */
export function DecisionsPage() {
  const picture = usePicture();
  const roster = decisionRoster(picture);
  const { headline, lede } = rosterWords(picture, roster);
  return (
    <>
      <PageHead headline={headline} lede={lede} />
      <div className="grid">
        <OutcomesCard picture={picture} />
        <DefaultShareCard picture={picture} />
        <Card className="span-12" headline={roster.count === 0 ? say('No decision is open') : say('Open decisions, by the person named to decide')} subtitle={say('People in the order of their names. Under each the nearest date first: asked for by an escalation, else the end of the last decision, else the day one is needed by')}>
          {roster.count === 0 ? <Empty>{say('None found: looked through {count, plural, one {# open risk} other {# open risks}} for one without a decision in force.', { count: picture.risks.length })}</Empty> : <RosterTable groups={roster.groups} />}
        </Card>
      </div>
    </>
  );
}

function RosterTable({ groups }: { groups: readonly RosterGroup[] }) {
  return (
    <table className="place-table place-table--stack roster">
      <caption className="visually-hidden">{say('Open decisions by the person named to decide')}</caption>
      <thead>
        <tr><th scope="col">{say('Decision on')}</th><th scope="col">{say('Can they, do they know')}</th><th scope="col">{say('Date')}</th><th scope="col">{say('If nobody acts')}</th><th scope="col" className="numeric">{say('Expected a year')}</th></tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.deciderId ?? ''}>
          <tr className="roster__decider">
            <th scope="rowgroup" colSpan={5}>
              {group.deciderId === null ? <span className="gap-text">{say('Nobody named')}</span> : <Decider id={group.deciderId} />} <span className="sub">{groupNote(group)}</span>
            </th>
          </tr>
          {group.rows.map((row) => <Question key={row.risk.id} row={row} />)}
        </tbody>
      ))}
    </table>
  );
}

/** How many, and what the name stands for: a mailbox, an empty post or somebody who left is on the record and decides nothing. */
function groupNote({ deciderId, rows }: RosterGroup): string {
  const count = rows.length;
  if (deciderId !== null && rows.every(({ risk }) => risk.readiness === 'nobody-named')) {
    return say('{count, plural, one {# open decision} other {# open decisions}}; this name stands for nobody in post', { count });
  }
  if (deciderId !== null && rows.every(({ risk }) => risk.readiness === 'cannot-tell')) {
    return say('{count, plural, one {# open decision} other {# open decisions}}; the record does not hold who this is', { count });
  }
  return say('{count, plural, one {# open decision} other {# open decisions}}', { count });
}

function Decider({ id }: { id: string }) {
  const title = usePicture().persons.find((person) => person.id === id)?.title;
  return <><PersonLink id={id} />{title === undefined || title === null ? null : <span className="roster__title">, {title}</span>}</>;
}

function Question({ row: { risk, deadline, passed } }: { row: RosterRow }) {
  return (
    <tr>
      <th scope="row"><RiskLink risk={risk.id}>{risk.label}</RiskLink></th>
      <td data-label={say('Can they, do they know')}><ReadinessText readiness={risk.readiness} /></td>
      <td data-label={say('Date')}><DateText when={deadline} />{passed ? <span className="sub place-table__line">{say('past')}</span> : null}</td>
      <td data-label={say('If nobody acts')}><ByDefault row={{ risk, deadline, passed }} /></td>
      <td data-label={say('Expected a year')} className="numeric">{risk.expectedAnnualLoss === null ? <NotMeasured>{say('No range')}</NotMeasured> : <MoneyText amount={risk.expectedAnnualLoss} />}</td>
    </tr>
  );
}

/** Who carries it then. */
function ByDefault({ row: { risk, deadline, passed } }: { row: RosterRow }) {
  const picture = usePicture();
  const lead = securityLead(picture);
  if (lead === undefined) {
    return <>{passed ? say('Rests with {carrier} by default', { carrier: carrier(picture) }) : say('Falls to {carrier} by default', { carrier: carrier(picture) })}</>;
  }
  const person = lead.name;
  if (lead.id === risk.ownerId) return <>{passed ? say('Has stayed with {person}, undecided', { person }) : say('Stays with {person}, undecided', { person })}</>;
  return <>{passed ? say('Has rested with {person} by default since {day}', { person, day: dayInWords(deadline) }) : say('Falls to {person} by default', { person })}</>;
}
