import { useQuery } from '@tanstack/react-query';
import { say } from '#language/say.ts';
import type { ReachWay } from '#core/mapping/reach-way.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { endpointQuery } from '#web/api/request.ts';
import { Receipts, ReceiptsProvider } from '#web/features/acts/Receipts.tsx';
import { MappingCard } from '#web/pages/mapping/MappingCard.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { Empty, ErrorCard, Loading } from '#web/ui/states.tsx';
import { viewOfFindings, type FindingListFilter } from '#web/url/finding-filter.ts';
import { useViewDates } from '#web/url/use-address.ts';
import '#web/features/place/place.css';
import '#web/pages/mapping/mapping-page.css';

/** Groups listed; the rest are counted. */
const SHOWN = 12;

/** How open findings reach risks, where those are that reach none, and everything that maps findings, each to take back. */
export function MappingPage() {
  return <ReceiptsProvider><Mappings /></ReceiptsProvider>;
}

function Mappings() {
  const { findingReach } = usePicture();
  const { asOf } = useViewDates();
  const list = useQuery(endpointQuery('mappingList', {}, { asOf }));
  const unmapped = findingReach?.unmapped ?? 0;
  return (
    <>
      <div className="page-head">
        <PageTitle>{unmapped === 0
          ? say('Every open finding reaches a risk')
          : say('{count, plural, one {# open finding reaches no risk} other {# open findings reach no risk}}', { count: unmapped })}</PageTitle>
        <p className="lede">{say('A finding that reaches no risk waits on nobody’s decision. A link counts before a rule, and a rule before a derived risk.')}</p>
      </div>
      <Receipts />
      <div className="grid">
        <Ways />
        {list.data === undefined
          ? <div className="span-12">{list.error === null ? <Loading what={say('the mappings')} /> : <ErrorCard what={say('The mappings')} error={list.error} retry={() => { void list.refetch(); }} />}</div>
          : <>
            <Card className="span-7" headline={say('Without a risk, by service and weakness family')} subtitle={say('Families are the categories of CWE view 1400; what carries no CWE is unclassified')}>
              {list.data.unmapped.length === 0 ? <Empty>{say('None: every open finding reaches a risk.')}</Empty> : (
                <table className="place-table">
                  <caption className="visually-hidden">{say('Open findings without a risk, by service and weakness family')}</caption>
                  <thead><tr><th scope="col">{say('Service')}</th><th scope="col">{say('Weakness family')}</th><th scope="col" className="numeric">{say('Open findings')}</th></tr></thead>
                  <tbody>
                    {list.data.unmapped.slice(0, SHOWN).map(({ serviceId, service, family, familyName, count }) => (
                      <tr key={`${family} ${serviceId}`}>
                        <th scope="row">{service}</th><td>{familyName}</td>
                        <td className="numeric"><FindingsOf filter={{ serviceId, family, reach: 'unmapped' }} count={count} of={`${service}, ${familyName}`} /></td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
              {list.data.unmapped.length > SHOWN ? <p className="sub"><Said message="The largest {shown, number} of {total, number} groups; <link>all findings without a risk</link>." values={{ shown: SHOWN, total: list.data.unmapped.length, link: (inner) => <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ reach: 'unmapped' })}>{inner}</PlaceLink> }} /></p> : null}
            </Card>
            <div className="span-12 mapping-list">
              <h2>{say('What maps findings')}</h2>
              {list.data.mappings.length === 0
                ? <Empty>{say('Nothing maps findings yet: they reach risks only where a risk names them.')}</Empty>
                : list.data.mappings.map((mapping) => <MappingCard key={mapping.id} mapping={mapping} />)}
            </div>
          </>}
      </div>
    </>
  );
}

/** The four ways, which add up to all open findings. */
function Ways() {
  const reach = usePicture().findingReach;
  if (reach === undefined) return null;
  const rows: readonly (readonly [way: ReachWay, words: string, count: number])[] = [
    ['linked', say('Named by a risk'), reach.linked], ['by-rule', say('By a rule'), reach.byRule], ['derived', say('In a derived risk'), reach.derived], ['unmapped', say('Without a risk'), reach.unmapped],
  ];
  return (
    <Card className="span-5" headline={say('How {count, plural, one {# open finding reaches} other {# open findings reach}} risks', { count: reach.open })} subtitle={say('Each open finding once')}>
      <table className="place-table">
        <caption className="visually-hidden">{say('How open findings reach risks')}</caption>
        <thead><tr><th scope="col">{say('How')}</th><th scope="col" className="numeric">{say('Open findings')}</th></tr></thead>
        <tbody>
          {rows.map(([way, words, count]) => <tr key={way}><th scope="row">{words}</th><td className="numeric"><FindingsOf filter={{ reach: way }} count={count} of={words} /></td></tr>)}
        </tbody>
      </table>
    </Card>
  );
}

function FindingsOf({ filter, count, of }: { filter: FindingListFilter; count: number; of: string }) {
  if (count === 0) return <>0</>;
  return (
    <PlaceLink to={{ page: 'findings' }} view={viewOfFindings(filter)} className="number" label={say('{count, plural, one {# open finding} other {# open findings}}: {of}', { count, of })}>
      {say('{count, number}', { count })}
    </PlaceLink>
  );
}
