import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '#contract/endpoints.ts';
import { messages, say } from '#language/say.ts';
import { endpointQuery } from '#web/api/request.ts';
import { Receipts, ReceiptsProvider } from '#web/features/acts/Receipts.tsx';
import { ByNobodyCard } from '#web/pages/sources/ByNobodyCard.tsx';
import { ConflictsCard } from '#web/pages/sources/ConflictsCard.tsx';
import { CoverageCard } from '#web/pages/sources/CoverageCard.tsx';
import { HeldCard } from '#web/pages/sources/HeldCard.tsx';
import { NotTakenCard } from '#web/pages/sources/NotTakenCard.tsx';
import { SourceTable } from '#web/pages/sources/SourceTable.tsx';
import { TokensCard } from '#web/pages/sources/TokensCard.tsx';
import { UnownedCard } from '#web/pages/sources/UnownedCard.tsx';
import { sourcesWords } from '#web/pages/sources/words.ts';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { ErrorCard, Loading } from '#web/ui/states.tsx';
import { useViewDates } from '#web/url/use-address.ts';
import '#web/features/place/place.css';
import '#web/pages/sources/sources.css';

export type SourceList = ResponseOf<'sourceList'>;

const parts = messages({
  held: 'Held', arrived: 'Arrived', 'not-taken': 'Not taken', coverage: 'Coverage', owners: 'Owners',
  'by-nobody': 'Decided by nobody on record', unowned: 'Unowned', tokens: 'Tokens',
});
const partIds = ['held', 'arrived', 'not-taken', 'coverage', 'owners', 'by-nobody', 'unowned', 'tokens'] as const;

/** What feeds the record: what arrived and what did not get in, how far it reaches, and what in it has no owner. */
export function SourcesPage() {
  const { asOf } = useViewDates();
  const list = useQuery(endpointQuery('sourceList', {}, { asOf }));
  const retry = (): void => { void list.refetch(); };
  if (list.data === undefined) {
    return (
      <>
        <div className="page-head"><PageTitle>{say('Sources')}</PageTitle></div>
        {list.error === null ? <Loading what={say('the sources')} /> : <ErrorCard what={say('The list of sources')} error={list.error} retry={retry} />}
      </>
    );
  }
  const { headline, lede } = sourcesWords(list.data);
  return (
    <ReceiptsProvider>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{lede}</p>
        <nav aria-label={say('On this page')} className="sources-jump screen-only">
          <ul>{partIds.map((id) => <li key={id}><a href={`#${id}`}>{say(parts[id])}</a></li>)}</ul>
        </nav>
      </div>
      {list.error === null ? null : <ErrorCard what={say('The newest list of sources')} error={list.error} retry={retry} lastGood={say('those below')} />}
      <Receipts />
      <div className="grid sources">
        <HeldCard list={list.data} />
        <SourceTable list={list.data} />
        <NotTakenCard list={list.data} />
        <CoverageCard list={list.data} />
        <ConflictsCard list={list.data} />
        <ByNobodyCard list={list.data} />
        <UnownedCard list={list.data} />
        <TokensCard list={list.data} />
      </div>
    </ReceiptsProvider>
  );
}
