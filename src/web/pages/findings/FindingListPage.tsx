import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { Said } from '#web/ui/Said.tsx';
import { say } from '#language/say.ts';
import type { FindingList } from '#contract/finding.ts';
import { countFindings } from '#core/picture/filter.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { endpointQuery } from '#web/api/request.ts';
import { Receipts, ReceiptsProvider } from '#web/features/acts/Receipts.tsx';
import { FindingTable } from '#web/features/findings/FindingTable.tsx';
import { MapPanel } from '#web/features/mapping/MapPanel.tsx';
import { findingFilterWords } from '#web/pages/findings/finding-filter-words.ts';
import { Pages } from '#web/pages/findings/Pages.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty, ErrorCard, FilteredOut, Loading } from '#web/ui/states.tsx';
import { parseFindingFilter, queryOfFindings } from '#web/url/finding-filter.ts';
import { useViewDates } from '#web/url/use-address.ts';

/** The findings of any number, page by page; the total is the number that led here. */
export function FindingListPage() {
  return <ReceiptsProvider><FindingsOfAddress /></ReceiptsProvider>;
}

function FindingsOfAddress() {
  const picture = usePicture();
  const dates = useViewDates();
  const query = new URLSearchParams(useLocation().search);
  const filter = parseFindingFilter(query);
  const words = findingFilterWords(picture, filter);
  const list = useQuery({
    ...endpointQuery('findingList', {}, { ...queryOfFindings(filter), cursor: query.get('cursor') ?? undefined, asOf: dates.asOf }),
    placeholderData: keepPreviousData,
  });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const tick = (id: string, on: boolean): void => { setTicked(new Set(on ? [...ticked, id] : [...ticked].filter((one) => one !== id))); };
  const withFixed = filter.openOnly === false;
  const answer = list.data;
  const where = words.length === 0 ? say('on the record') : words.join(', ');
  return (
    <>
      <div className="page-head">
        <PageTitle>{answer === undefined ? say('Findings: {where}', { where }) : headlineOf(answer.total, withFixed, words.join(', '))}</PageTitle>
        {words.length === 0 ? null : <p className="lede"><Said message="Only: {words}. <link>Clear filters</link>" values={{ words: words.join(' · '), link: (inner) => <PlaceLink to={{ page: 'findings' }} view={{}}>{inner}</PlaceLink> }} /></p>}
      </div>
      <Receipts />
      {answer === undefined
        ? list.error === null ? <Loading what={say('the findings')} as="list" /> : <ErrorCard what={say('The list')} error={list.error} retry={() => { void list.refetch(); }} />
        : answer.total === 0
          ? words.length > 0 && countFindings(picture.findingCells) > 0
            ? <FilteredOut total={countFindings(picture.findingCells)} noun={say('open findings')} clear={{ page: 'findings' }} />
            : <Empty><Said message="None found on the record. Where nothing is scanned there is nothing to find: see what the record does not hold, under <link>coverage</link>." values={{ link: (inner) => <PlaceLink to={{ page: 'coverage' }}>{inner}</PlaceLink> }} /></Empty>
          : (
            <>
            <MapPanel key={JSON.stringify(filter)} filter={filter} total={answer.total} ticked={answer.findings.map(({ id }) => id).filter((id) => ticked.has(id))} />
            <Card headline={<Pages query={query} answer={answer} />} subtitle={orderWords(answer)}>
              <FindingTable findings={answer.findings} reached={answer.reached} caption={withFixed ? say('Findings, {where}', { where }) : say('Open findings, {where}', { where })} pick={dates.asOf === undefined ? { ticked, tick } : undefined} />
              <div className="finding-pages"><Pages query={query} answer={answer} links /></div>
            </Card>
            </>
          )}
    </>
  );
}

function headlineOf(count: number, withFixed: boolean, filter: string): string {
  if (filter === '') {
    return withFixed
      ? say('{count, plural, one {# finding is} other {# findings are}} on the record', { count })
      : say('{count, plural, one {# open finding is} other {# open findings are}} on the record', { count });
  }
  return withFixed
    ? say('{count, plural, one {# finding} other {# findings}}: {filter}', { count, filter })
    : say('{count, plural, one {# open finding} other {# open findings}}: {filter}', { count, filter });
}

/** How the list is ordered and, where it was counted, how many defects its findings are about. */
function orderWords({ total, defects }: FindingList): string {
  return defects === null || defects === total
    ? say('By the severity the scanner gives, the worst first; within it the longest known')
    : say('By the severity the scanner gives, the worst first; within it the longest known. They are about {defects, plural, one {one defect} other {# defects}}: what several tools found is counted once', { defects });
}
