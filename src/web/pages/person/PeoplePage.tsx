import { say } from '#language/say.ts';
import type { PersonRow, Picture } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { kindWords } from '#web/pages/person/person-words.ts';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import '#web/pages/person/people.css';

/** Everybody on the record by team, both in the order of the alphabet; nothing here compares people. */
export function PeoplePage() {
  const picture = usePicture();
  const { with: known, total } = picture.coverage.peopleWithManager;
  const groups = byTeam(picture);
  return (
    <>
      <div className="page-head">
        <PageTitle>{picture.persons.length === 0 ? say('Nobody is on the record') : say('{persons, plural, one {# person or post} other {# people and posts}}; a manager is recorded for {known, number} of {total, number}', { persons: picture.persons.length, known, total })}</PageTitle>
        <p className="lede">{say('By team, in the order of the alphabet.')}</p>
      </div>
      {groups.length === 0 ? <Empty>{say('Import a catalog, an owners file or a workspace file to name people.')}</Empty> : (
        <div className="people">
          {groups.map(({ teamId, people }) => (
            <Card key={teamId ?? ''} headline={<TeamLink id={teamId} />}>
              <ul>
                {people.map((person) => (
                  <li key={person.id} className="people__person">
                    <PlaceLink to={{ page: 'person', person: person.id }}>{person.name}</PlaceLink>
                    <span className="sub">{[person.title, kindWords(person)].filter((word) => word !== null).join(', ')}</span>
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </div>
      )}
    </>
  );
}

/** Groups by team, alphabetical; people without a recorded team last. */
export function byTeam(picture: Picture): readonly { teamId: string | null; people: readonly PersonRow[] }[] {
  const names = namesOf(picture);
  const groups = new Map<string | null, PersonRow[]>();
  for (const person of picture.persons) {
    const held = groups.get(person.teamId);
    if (held === undefined) groups.set(person.teamId, [person]);
    else held.push(person);
  }
  return [...groups]
    .map(([teamId, people]) => ({ teamId, name: teamId === null ? null : names.teamName(teamId), people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'en')) }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || (a.name ?? '').localeCompare(b.name ?? '', 'en'));
}
