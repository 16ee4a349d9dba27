import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { countFindings } from '#core/picture/filter.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { endpointQuery } from '#web/api/request.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import { FindingTable } from '#web/features/findings/FindingTable.tsx';
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
  const picture = usePicture();
  const dates = useViewDates();
  const query = new URLSearchParams(useLocation().search);
  const filter = parseFindingFilter(query);
  const words = findingFilterWords(picture, filter);
  const list = useQuery({
    ...endpointQuery('findingList', {}, { ...queryOfFindings(filter), cursor: query.get('cursor') ?? undefined, asOf: dates.asOf }),
    placeholderData: keepPreviousData,
  });
  const noun = filter.openOnly === false ? 'finding' : 'open finding';
  const answer = list.data;
  const where = words.length === 0 ? 'on the record' : words.join(', ');
  return (
    <>
      <div className="page-head">
        <PageTitle>{answer === undefined ? `Findings: ${where}` : `${counted(answer.total, noun)}: ${where}`}</PageTitle>
        {words.length === 0 ? null : <p className="lede">Only: {words.join(' · ')}. <PlaceLink to={{ page: 'findings' }} view={{}}>Clear filters</PlaceLink></p>}
      </div>
      {answer === undefined
        ? list.error === null ? <Loading what="the findings" /> : <ErrorCard what="The list" error={list.error} retry={() => { void list.refetch(); }} />
        : answer.total === 0
          ? words.length > 0 && countFindings(picture.findingCells) > 0
            ? <FilteredOut total={countFindings(picture.findingCells)} noun="open findings" clear={{ page: 'findings' }} />
            : <Empty>None found on the record. Where nothing is scanned there is nothing to find: see what the record does not hold, under <PlaceLink to={{ page: 'coverage' }}>coverage</PlaceLink>.</Empty>
          : (
            <Card headline={<Pages query={query} answer={answer} />} subtitle="Newest first">
              <FindingTable findings={answer.findings} caption={`${noun}s, ${where}`} />
              <div className="finding-pages"><Pages query={query} answer={answer} links /></div>
            </Card>
          )}
    </>
  );
}
