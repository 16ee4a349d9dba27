import type { Picture } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import { foundTitles, placeOfHit } from '#web/features/search/place-of-hit.ts';
import { SearchedWords } from '#web/features/search/SearchedWords.tsx';
import { useFound } from '#web/features/search/use-found.ts';
import { useAddressOf } from '#web/url/use-address.ts';

const SHOWN = 5;

interface ListProps {
  id: string;
  picture: Picture;
  asked: string;
  /** Id of the option the arrow keys stand on. */
  active: string | undefined;
  go: (address: string) => void;
}

/** The options of the search dialog by kind, each with the path to it, and last the page with all of them. */
export function SearchList({ id, picture, asked, active, go }: ListProps) {
  const { groups, reading, server, retry } = useFound(picture, asked, SHOWN);
  const addressOf = useAddressOf();
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const option = (key: string, address: string) => ({
    id: `${id}-${key}`, role: 'option', 'aria-selected': active === `${id}-${key}`, tabIndex: -1, 'data-address': address, onClick: () => { go(address); },
  });
  const said = asked === '' ? '' : count === 0 ? (server === 'asking' || reading ? '' : say('Nothing found for “{asked}”', { asked })) : say('{count, plural, one {# result} other {# results}}', { count });
  return (
    <>
      <output className="search-dialog__count">{said}</output>
      {asked === '' ? <p className="search-dialog__words">{say('Risks, teams, people, services, release processes, conditions, findings, CVE ids and documented breaches, by name or id.')}</p> : null}
      <div id={id} role="listbox" aria-label={say('Search results')} className="search-dialog__list" hidden={count === 0}>
        {groups.map(({ kind, hits, more }) => (
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`} className="search-dialog__group">
            <p id={`${id}-${kind}`} className="search-dialog__kind">{more ? say('{kind} · the first {count, number}', { kind: say(foundTitles[kind]), count: hits.length }) : say(foundTitles[kind])}</p>
            {hits.map((hit, at) => {
              const { to, view } = placeOfHit(picture, hit);
              return (
                <div key={hit.id} className="search-dialog__option" {...option(`${kind}-${at}`, addressOf(to, view))}>
                  <span>{hit.name}</span>
                  {hit.path === null ? null : <span className="sub">{hit.path}</span>}
                </div>
              );
            })}
          </div>
        ))}
        {count === 0 ? null : <div className="search-dialog__option search-dialog__all" {...option('all', addressOf({ page: 'search' }, { q: asked }))}>{say('All results for “{asked}”', { asked })}</div>}
      </div>
      {asked !== '' && (count === 0 || server === 'not-reached')
        ? <p className="search-dialog__words"><SearchedWords picture={picture} server={server} />{server === 'not-reached' ? <> <button type="button" className="tool" onClick={retry}>{say('Try again')}</button></> : null}</p>
        : null}
    </>
  );
}
