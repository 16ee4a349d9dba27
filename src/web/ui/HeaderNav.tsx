import { say } from '#language/say.ts';
import { chainOf, type Place } from '#web/paths.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

const sections: readonly { name: string; place: Place }[] = [
  { name: 'Brief', place: { page: 'brief' } },
  { name: 'Exposure', place: { page: 'exposure' } },
  { name: 'Teams', place: { page: 'teams' } },
  { name: 'Release path', place: { page: 'release' } },
  { name: 'Ownership', place: { page: 'ownership' } },
  { name: 'People', place: { page: 'people' } },
  { name: 'Who knew', place: { page: 'knew' } },
  { name: 'Changes', place: { page: 'changes' } },
  { name: 'Replay', place: { page: 'replays' } },
];

/** The sections; the one the reader is in, at whatever depth, is marked. */
export function HeaderNav({ place }: { place: Place | undefined }) {
  const here = place === undefined ? undefined : sectionOf(place);
  return (
    <nav aria-label={say('Main')} className="header__nav">
      <ul>
        {sections.map((section) => (
          <li key={section.name}>
            <NavLink name={section.name} place={section.place} current={here === section.place.page ? currentWord(place, section.place) : undefined} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavLink({ name, place, current }: { name: string; place: Place; current: 'page' | 'true' | undefined }) {
  return <PlaceLink to={place} view={{}} current={current}>{name}</PlaceLink>;
}

/** The section a place belongs to: the first step below the brief, or the brief. */
function sectionOf(place: Place): Place['page'] {
  const chain = chainOf(place);
  const first = chain[1];
  return first === undefined || first.page === 'risk' || first.page === 'finding' ? 'brief' : first.page;
}

function currentWord(place: Place | undefined, section: Place): 'page' | 'true' {
  return place?.page === section.page ? 'page' : 'true';
}
