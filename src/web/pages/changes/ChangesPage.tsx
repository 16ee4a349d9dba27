import { useLocation } from 'react-router';
import { changesByTeam } from '#core/picture/changes.ts';
import type { RiskFilter } from '#core/picture/filter.ts';
import { periodEnd } from '#core/picture/sentences/prose.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { describeChanges } from '#web/charts/change-dumbbell/describe.ts';
import { filterWords } from '#web/features/risk-list/filter-words.ts';
import { ChangeLists } from '#web/pages/changes/ChangeLists.tsx';
import { ReconciliationTable } from '#web/pages/changes/ReconciliationTable.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { filterOfPage } from '#web/url/risk-filter.ts';
import { usePlace } from '#web/url/use-address.ts';

/** What changed between two dates, every difference explained to the last cent, and the risks behind each part. */
export function ChangesPage() {
  const picture = usePicture();
  const place = usePlace();
  const filter = filterOfPage(place, new URLSearchParams(useLocation().search));
  const { headline } = describeChanges(picture, 1);
  const narrowed = Object.keys(filter).length > 0;
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">Open risks and expected annual loss, <DateText when={picture.against} /> against <DateText when={picture.asOf} />, each as known on its day.</p>
        {narrowed ? <p className="lede">The lists below: {filterWords(picture, filter).join(' · ')}. <PlaceLink to={{ page: 'changes' }} view={{}}>Clear filters</PlaceLink></p> : null}
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
  const scope = filter.withSubteams === false ? undefined : filter.teamId;
  const { rows, total } = changesByTeam(picture, scope);
  return (
    <Card className="span-12" headline={`How the money went from ${periodEnd(picture.against)} to now`} subtitle="By owning team. Each line adds up: then, and every part, make now; figures are rounded">
      {rows.length === 0 ? <Empty>No risk was open on either date.</Empty> : <ReconciliationTable rows={rows} total={total} />}
    </Card>
  );
}
