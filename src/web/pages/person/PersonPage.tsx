import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { PersonRow } from '#core/picture/picture.ts';
import { conditionsNaming } from '#core/picture/conditions.ts';
import { personWords } from '#core/picture/sentences/page-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { FlagLines } from '#web/features/place/FlagLines.tsx';
import { PlaceExposureCard } from '#web/features/exposure/PlaceExposureCard.tsx';
import { RiskListCard } from '#web/features/risk-list/RiskListCard.tsx';
import { usePageRisks } from '#web/features/risk-list/use-page-risks.ts';
import { WaitingLists } from '#web/features/waiting/WaitingLists.tsx';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import { GrantsCard } from '#web/pages/person/GrantsCard.tsx';
import { RangeScoreCard } from '#web/pages/person/RangeScoreCard.tsx';
import { kindWords } from '#web/pages/person/person-words.ts';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import { usePlace } from '#web/url/use-address.ts';

/** One person: what waits on them and what they may decide. Never a score, a rank or a count beside others'. */
export function PersonPage() {
  const picture = usePicture();
  const place = usePlace();
  if (place?.page !== 'person') return null;
  const person = namesOf(picture).person(place.person);
  return person === undefined ? <NotFoundHere what={say('person')} id={place.person} place={place} /> : <OnePerson person={person} />;
}

function OnePerson({ person }: { person: PersonRow }) {
  const picture = usePicture();
  const page = usePageRisks();
  const naming = conditionsNaming(picture, person.id);
  return (
    <>
      <div className="page-head">
        <PageTitle>{personWords(picture, person.id).headline}</PageTitle>
        <p className="lede">
          {[person.title, kindWords(person)].filter((word) => word !== null).join(', ')}
          {person.title === null && kindWords(person) === null ? say('Title not recorded') : null}
          {' · '}{person.teamId === null ? say('no team recorded') : <TeamLink id={person.teamId} />}
          {' · '}{person.managerId === null ? say('no manager recorded') : <><Said message="reports to {person}" values={{ person: <PersonLink id={person.managerId} /> }} /></>}
        </p>
      </div>
      <div className="grid place-grid">
        <Card className="span-7" headline={say('What waits on them')} subtitle={say('From the record on this date, earliest date first')}>
          <WaitingLists personId={person.id} shown={12} />
        </Card>
        <GrantsCard person={person} />
        <RangeScoreCard person={person} />
        {naming.length === 0 ? null : (
          <Card className="span-12" headline={say('Conditions shown to {person} first, or about what rests on them', { person: person.name })} subtitle={say('Conditions of the record on this date')}>
            <FlagLines flags={naming} />
          </Card>
        )}
        {page.pathRisks.length === 0 ? null : <PlaceExposureCard className="span-12" place={{ kind: 'book', filter: { ownerId: person.id } }} />}
        <div className="span-12">
          <RiskListCard page={page} place={{ page: 'person', person: person.id }} headline={say('Risks whose decision owner is {person}', { person: person.name })} none={say('{person} is not named as the decision owner of any open risk.', { person: person.name })} />
        </div>
      </div>
    </>
  );
}
