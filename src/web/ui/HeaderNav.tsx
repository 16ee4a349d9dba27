import { messages, say } from '#language/say.ts';
import { chainOf, type Place } from '#web/paths.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

const sections = [
  { name: messages('Brief'), place: { page: 'brief' } },
  { name: messages('Exposure'), place: { page: 'exposure' } },
  { name: messages('Teams'), place: { page: 'teams' } },
  { name: messages('Release path'), place: { page: 'release' } },
  { name: messages('Ownership'), place: { page: 'ownership' } },
  { name: messages('People'), place: { page: 'people' } },
  { name: messages('Who knew'), place: { page: 'knew' } },
  { name: messages('Changes'), place: { page: 'changes' } },
  { name: messages('Replay'), place: { page: 'replays' } },
] as const satisfies readonly { name: string; place: Place }[];

/** The sections; the one the reader is in, at whatever depth, is marked. */
export function HeaderNav({ place }: { place: Place | undefined }) {
  const here = place === undefined ? undefined : sectionOf(place);
  return (
    <nav aria-label={say('Main')} className="header__nav">
      <ul>
        {sections.map((section) => (
          <li key={section.name}>
            <NavLink name={say(section.name)} place={section.place} current={here === section.place.page ? currentWord(place, section.place) : undefined} />
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
