import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { summarise } from '#core/picture/roll-up.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { byExposure } from '#web/features/risk-list/order.ts';
import { filterWords } from '#web/features/risk-list/filter-words.ts';
import { RiskTable } from '#web/features/risk-list/RiskTable.tsx';
import type { PageRisks } from '#web/features/risk-list/use-page-risks.ts';
import type { Place } from '#web/paths.ts';
import { TallyText } from '#web/features/risk-list/TallyText.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty, FilteredOut } from '#web/ui/states.tsx';

/** Rows drawn before the reader asks for the rest. */
const FIRST = 100;

interface RiskListCardProps {
  page: PageRisks;
  /** The place the list belongs to, without its filters. */
  place: Place;
  /** What it means that there is none, such as `No open risk is on the record for Sign-in`. */
  none: string;
  headline?: string | undefined;
  foot?: ReactNode;
}

/** The list of exactly the risks the address stands for, with the filters in words. */
export function RiskListCard({ page, place, none, headline, foot }: RiskListCardProps) {
  const picture = usePicture();
  const { search } = useLocation();
  const all = new URLSearchParams(search).get('show') === 'all';
  const { risks } = page;
  const summary = summarise(risks);
  const sorted = byExposure(risks);
  const drawn = all ? sorted : sorted.slice(0, FIRST);
  const title = headline ?? say('{risks, number} open {risks, plural, one {risk} other {risks}}', { risks: risks.length });
  return (
    <Card
      id="risks"
      foot={foot}
      headline={title}
      subtitle={risks.length === 0 ? undefined : <><Said message="{tally}, largest expected annual loss first" values={{ tally: <TallyText tally={summary} /> }} /></>}
    >
      {page.narrowed && risks.length > 0 ? (
        <output className="risk-list__filters"><Said message="Only: {filterWords}. {risks, number} of {pathRisks, number}. <link>Clear filters</link>" values={{ filterWords: filterWords(picture, onlyQuery(page)).join(' · '), risks: risks.length, pathRisks: page.pathRisks.length, link: (words) => <PlaceLink to={place} view={{}} className="screen-only">{words}</PlaceLink> }} /></output>
      ) : null}
      <Rows page={page} place={place} none={none}>
        <RiskTable risks={drawn} caption={say('{title}, largest expected annual loss first', { title })} />
      </Rows>
      {drawn.length < risks.length ? <ShowAll place={place} total={risks.length} drawn={drawn.length} search={search} /> : null}
    </Card>
  );
}

function Rows({ page, place, none, children }: { page: PageRisks; place: Place; none: string; children: ReactNode }) {
  if (page.risks.length > 0) return children;
  if (page.narrowed && page.pathRisks.length > 0) return <FilteredOut total={page.pathRisks.length} noun={say('open risks')} clear={place} />;
  return <Empty>{none}</Empty>;
}

/** Shown as a link, so that a long list can be opened whole, printed and sent. */
function ShowAll({ place, total, drawn, search }: { place: Place; total: number; drawn: number; search: string }) {
  const view: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    if (name !== 'asOf' && name !== 'against') view[name] = [...(view[name] ?? []), value];
  }
  return <p><PlaceLink to={place} view={{ ...view, show: 'all' }}>{say('Show the other {value, number} of {total, number}', { value: total - drawn, total })}</PlaceLink></p>;
}

function onlyQuery({ filter, pathFilter }: PageRisks): PageRisks['filter'] {
  const kept = Object.entries(filter).filter(([name]) => !(name in pathFilter));
  return Object.fromEntries(kept);
}
