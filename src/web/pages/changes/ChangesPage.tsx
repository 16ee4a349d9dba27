import { useLocation } from 'react-router';
import { changesByTeam } from '#core/picture/changes.ts';
import type { RiskFilter } from '#core/picture/filter.ts';
import { changesPageWords } from '#core/picture/sentences/page-words.ts';
import { periodEnd } from '#core/picture/sentences/prose.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { filterWords } from '#web/features/risk-list/filter-words.ts';
import { ChangeLists } from '#web/pages/changes/ChangeLists.tsx';
import { ReconciliationTable } from '#web/pages/changes/ReconciliationTable.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { Empty } from '#web/ui/states.tsx';
import { filterOfPage } from '#web/url/risk-filter.ts';
import { usePlace } from '#web/url/use-address.ts';

/** What changed between two dates, every difference explained to the last cent, and the risks behind each part. */
export function ChangesPage() {
  const picture = usePicture();
  const place = usePlace();
  const filter = filterOfPage(place, new URLSearchParams(useLocation().search));
  const { headline, lede } = changesPageWords(picture, scopeTeam(filter));
  const narrowed = Object.keys(filter).length > 0;
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{lede} <PlaceLink to={{ page: 'compare' }} view={{}}>{say('Compare any two dates, risk by risk')}</PlaceLink></p>
        {narrowed ? <p className="lede"><Said message="The lists below: {filter}. <link>Clear filters</link>" values={{ filter: filterWords(picture, filter).join(' · '), link: (words) => <PlaceLink to={{ page: 'changes' }} view={{}}>{words}</PlaceLink> }} /></p> : null}
      </div>
      <div className="grid">
        <Reconciliation filter={filter} />
        <ChangeLists filter={filter} />
      </div>
    </>
  );
}

function Reconciliation({ filter }: { filter: RiskFilter }) {
  const picture = usePicture();
  const { rows, total } = changesByTeam(picture, scopeTeam(filter));
  return (
    <Card className="span-12" headline={say('How the money went from {against} to now', { against: periodEnd(picture.against) })} subtitle={<><Said message="By owning team, {date} to {date2}, each as known on its day. Each line adds up; figures are rounded" values={{ date: <DateText when={picture.against} />, date2: <DateText when={picture.asOf} /> }} /></>}>
      {rows.length === 0 ? <Empty>{say('No risk was open on either date.')}</Empty> : <ReconciliationTable rows={rows} total={total} />}
    </Card>
  );
}

/** The team a table can be laid out below; a team without its subteams has no lines of its own. */
function scopeTeam(filter: RiskFilter): string | undefined {
  return filter.withSubteams === false ? undefined : filter.teamId;
}
