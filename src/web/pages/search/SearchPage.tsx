import { useEffect, useRef, type ReactNode } from 'react';
import { Form, useLocation } from 'react-router';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { foundTitles, placeOfHit } from '#web/features/search/place-of-hit.ts';
import { SearchedWords } from '#web/features/search/SearchedWords.tsx';
import { useFound } from '#web/features/search/use-found.ts';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { useViewDates } from '#web/url/use-address.ts';
import '#web/pages/search/search.css';

/** At most so many of a kind. */
const SHOWN = 8;

/** Everything with a name or an id, found by it; results by kind, arrow keys move between them. */
export function SearchPage() {
  const asked = new URLSearchParams(useLocation().search).get('q')?.trim().slice(0, 200) ?? '';
  return (
    <>
      <SearchForm key={asked} asked={asked} />
      {asked === ''
        ? <><div className="page-head"><PageTitle>{say('Search the record')}</PageTitle></div><Empty>{say('Risks, teams, people, services, release processes, conditions, findings, CVE ids and documented breaches, by name or id.')}</Empty></>
        : <Results asked={asked} />}
    </>
  );
}

function SearchForm({ asked }: { asked: string }) {
  const { asOf, against } = useViewDates();
  return (
    <search>
      <Form method="get" action="/search" className="search-form">
        <label htmlFor="search-words">{say('Search for')}</label>
        <input id="search-words" name="q" type="search" defaultValue={asked} maxLength={200} autoComplete="off" />
        {asOf === undefined ? null : <input type="hidden" name="asOf" value={asOf} />}
        {against === undefined ? null : <input type="hidden" name="against" value={against} />}
        <button type="submit" className="state__act">{say('Search')}</button>
      </Form>
    </search>
  );
}

function Results({ asked }: { asked: string }) {
  const picture = usePicture();
  const { groups, reading, server, retry } = useFound(picture, asked, SHOWN);
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  return (
    <>
      <div className="page-head" aria-busy={server === 'asking' || undefined}>
        <PageTitle>{titleOf(asked, count, groups.some(({ more }) => more), server === 'asking' || reading)}</PageTitle>
        <div role={server === 'not-reached' ? 'alert' : undefined}>
          <p className="lede"><SearchedWords picture={picture} server={server} /></p>
          {server === 'not-reached' ? <button type="button" className="state__act" onClick={retry}>{say('Try again')}</button> : null}
        </div>
      </div>
      <ArrowKeys>
        <div className="grid search-grid">
          {groups.map(({ kind, hits, more }) => (
            <Card key={kind} className="span-6" headline={say(foundTitles[kind])} subtitle={more ? say('The first {hits, number}; more match', { hits: hits.length }) : say('{hits, plural, one {# match} other {# matches}}', { hits: hits.length })}>
              <ul>
                {hits.map((hit) => {
                  const { to, view } = placeOfHit(picture, hit);
                  return (
                    <li key={hit.id} className="search-hit">
                      <PlaceLink to={to} view={view}>{hit.name}</PlaceLink>
                      {hit.path === null ? null : <span className="sub">{hit.path}</span>}
                    </li>
                  );
                })}
              </ul>
            </Card>
          ))}
        </div>
      </ArrowKeys>
    </>
  );
}

function titleOf(asked: string, count: number, more: boolean, asking: boolean): string {
  if (count === 0) return asking ? say('Searching for “{asked}”', { asked }) : say('Nothing found for “{asked}”', { asked });
  return more
    ? say('The first {count, plural, one {# result} other {# results}} for “{asked}”', { count, asked })
    : say('{count, plural, one {# result} other {# results}} for “{asked}”', { count, asked });
}

/** Down and up move through the links inside, in reading order. */
function ArrowKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    const move = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      const links = [...(element?.querySelectorAll('a') ?? [])];
      const here = links.findIndex((link) => link === document.activeElement);
      const next = links[here + (event.key === 'ArrowDown' ? 1 : -1)];
      if (here === -1 || next === undefined) return;
      event.preventDefault();
      next.focus();
    };
    element?.addEventListener('keydown', move);
    return () => { element?.removeEventListener('keydown', move); };
  }, []);
  return <div ref={box}>{children}</div>;
}
