import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { Form, useLocation } from 'react-router';
import type { SearchAnswer, SearchKind } from '#contract/search.ts';
import { risksMatching } from '#core/picture/filter.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { endpointQuery } from '#web/api/request.ts';
import { CaseHits } from '#web/features/replay/CaseHits.tsx';
import { counted } from '#core/picture/sentences/prose.ts';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { FilterLink, PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty, ErrorCard, Loading } from '#web/ui/states.tsx';
import { viewOfFindings } from '#web/url/finding-filter.ts';
import { useViewDates } from '#web/url/use-address.ts';
import '#web/pages/search/search.css';

type Hit = SearchAnswer['groups'][number]['hits'][number];

const titles: Readonly<Record<SearchKind, string>> = {
  risks: 'Risks', teams: 'Teams', persons: 'People', services: 'Services', processes: 'Release processes', findings: 'Findings',
};

/** Everything with a name or an id, found by it; results by kind, arrow keys move between them. */
export function SearchPage() {
  const asked = new URLSearchParams(useLocation().search).get('q')?.trim() ?? '';
  return (
    <>
      <SearchForm key={asked} asked={asked} />
      {asked === ''
        ? <><div className="page-head"><PageTitle>Search the record</PageTitle></div><Empty>Teams, people, services, release processes, risks and findings, by name or id.</Empty></>
        : <Results asked={asked} />}
    </>
  );
}

function SearchForm({ asked }: { asked: string }) {
  const { asOf, against } = useViewDates();
  return (
    <search>
      <Form method="get" action="/search" className="search-form">
        <label htmlFor="search-words">Search for</label>
        <input id="search-words" name="q" type="search" defaultValue={asked} maxLength={200} autoComplete="off" />
        {asOf === undefined ? null : <input type="hidden" name="asOf" value={asOf} />}
        {against === undefined ? null : <input type="hidden" name="against" value={against} />}
        <button type="submit" className="state__act">Search</button>
      </Form>
    </search>
  );
}

function Results({ asked }: { asked: string }) {
  const { asOf } = useViewDates();
  const query = useQuery(endpointQuery('search', {}, { q: asked, asOf }));
  const answer = query.data;
  if (answer === undefined) {
    return (
      <>
        <div className="page-head"><PageTitle>Searching for “{asked}”</PageTitle></div>
        {query.error === null ? <Loading what="the results" /> : <ErrorCard what="The search" error={query.error} retry={() => { void query.refetch(); }} />}
      </>
    );
  }
  const groups = answer.groups.filter((group) => group.hits.length > 0);
  const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
  const more = groups.some((group) => group.more);
  return (
    <>
      <div className="page-head"><PageTitle>{count === 0 ? `Nothing on the record matches “${asked}”` : `${more ? 'The first ' : ''}${counted(count, 'result')} for “${asked}”`}</PageTitle></div>
      {count === 0 ? <Empty>Looked through the names and ids of teams, people, services, release processes, risks and findings.</Empty> : (
        <ArrowKeys>
          <div className="grid search-grid">
            {groups.map((group) => (
              <Card key={group.kind} className="span-6" headline={titles[group.kind]} subtitle={group.more ? `The first ${group.hits.length}; more match` : counted(group.hits.length, 'match', 'matches')}>
                <ul>
                  {group.hits.map((hit) => (
                    <li key={hit.id} className="search-hit">
                      <HitLink kind={group.kind} hit={hit} />
                      {hit.detail === null ? null : <span className="sub">{hit.detail}</span>}
                    </li>
                  ))}
                </ul>
              </Card>
            ))}
          </div>
        </ArrowKeys>
      )}
      <CaseHits asked={asked} />
    </>
  );
}

function HitLink({ kind, hit }: { kind: SearchKind; hit: Hit }) {
  const picture = usePicture();
  switch (kind) {
    case 'risks': return <PlaceLink to={{ page: 'risk', risk: hit.id, under: { page: 'brief' } }}>{hit.name}</PlaceLink>;
    case 'teams': return <PlaceLink to={{ page: 'team', team: hit.id }}>{hit.name}</PlaceLink>;
    case 'persons': return <PlaceLink to={{ page: 'person', person: hit.id }}>{hit.name}</PlaceLink>;
    case 'processes': return <PlaceLink to={{ page: 'process', process: hit.id }}>{hit.name}</PlaceLink>;
    case 'findings': return <PlaceLink to={{ page: 'finding', finding: hit.id, under: { page: 'findings' } }}>{hit.name}</PlaceLink>;
    case 'services': {
      // A service has no page of its own: its open risks, or else its findings, are what can be read of it.
      const filter = { serviceId: hit.id };
      return risksMatching(picture, filter).length > 0
        ? <FilterLink filter={filter}>{hit.name}</FilterLink>
        : <PlaceLink to={{ page: 'findings' }} view={viewOfFindings(filter)}>{hit.name}</PlaceLink>;
    }
  }
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
