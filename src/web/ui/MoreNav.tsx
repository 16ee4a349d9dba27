import { say } from '#language/say.ts';
import { usePack } from '#web/pack/pack-context.ts';
import type { Place } from '#web/paths.ts';
import { LanguageSwitch } from '#web/ui/LanguageSwitch.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { placeName } from '#web/ui/place-name.ts';
import '#web/ui/more-nav.css';

const pages: readonly Place[] = [
  { page: 'decisions' }, { page: 'next' }, { page: 'evidence' }, { page: 'ledger' }, { page: 'conditions' }, { page: 'measure' }, { page: 'compare' }, { page: 'coverage' },
];
/** Pages that ask the live record for more than its picture. */
const live: readonly Place[] = [{ page: 'findings' }, { page: 'mapping' }, { page: 'policy' }, { page: 'sources' }];

/** Pages that the header has no room for, at the foot of every page but the brief, which fills its sheet. */
export function MoreNav({ place }: { place: Place | undefined }) {
  const inPack = usePack() !== undefined;
  return (
    <nav aria-label={say('More pages')} className="more-nav">
      <ul>
        {(inPack ? pages : [...pages, ...live]).map((one) => (
          <li key={one.page}><PlaceLink to={one} view={{}} current={place?.page === one.page ? 'page' : undefined}>{placeName(one, undefined)}</PlaceLink></li>
        ))}
        {inPack ? null : <li><LanguageSwitch /></li>}
      </ul>
    </nav>
  );
}
