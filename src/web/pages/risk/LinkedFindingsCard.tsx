import { useQuery } from '@tanstack/react-query';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { endpointQuery } from '#web/api/request.ts';
import { FindingTable } from '#web/features/findings/FindingTable.tsx';
import { usePack } from '#web/pack/pack-context.ts';
import { Card } from '#web/ui/Card.tsx';
import { FindingLink, PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty, ErrorCard } from '#web/ui/states.tsx';
import { useViewDates } from '#web/url/use-address.ts';

/** Rows shown here; the list page has them all. */
const SHOWN = 20;

/** The findings the risk rests on. Their ids are on the record already; what they say is fetched. */
export function LinkedFindingsCard({ risk }: { risk: RiskRow }) {
  const total = risk.findingIds.length;
  const pack = usePack();
  return (
    <Card
      className="span-12"
      headline={total === 0 ? 'No finding is linked to this risk' : `${total} linked ${total === 1 ? 'finding' : 'findings'}`}
      subtitle={total === 0 ? undefined : 'What scanners, tests and reviews found; fixed ones included'}
      foot={total > SHOWN && pack === undefined ? <PlaceLink to={{ page: 'findings' }} view={{ risk: risk.id, openOnly: 'false' }}>All {total} findings of this risk</PlaceLink> : undefined}
    >
      {total === 0
        ? <Empty>None found on the record: the risk was registered without linking a finding to it.</Empty>
        : pack === undefined ? <Findings risk={risk} /> : <PackedFindings risk={risk} />}
    </Card>
  );
}

/** A pack goes down to the risk: the ids of its findings are in it, what they say is not. */
function PackedFindings({ risk }: { risk: RiskRow }) {
  return (
    <>
      <p className="sub">What each of them says is in the live record; a pack goes down to the risk.</p>
      <ul className="linked-ids">{risk.findingIds.slice(0, SHOWN).map((id) => <li key={id}>{id}</li>)}</ul>
      {risk.findingIds.length > SHOWN ? <p className="sub">The first {SHOWN} of {risk.findingIds.length}.</p> : null}
    </>
  );
}

function Findings({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const dates = useViewDates();
  const query = useQuery(endpointQuery('findingList', {}, { risk: risk.id, openOnly: false, limit: SHOWN, asOf: dates.asOf }));
  const findings = query.data?.findings;
  if (findings !== undefined) {
    return <FindingTable findings={findings} caption={`Findings linked to ${risk.label}, as of ${picture.asOf}`} />;
  }
  return (
    <>
      {query.error === null ? <p className="sub" aria-busy="true">Loading what they say …</p> : <ErrorCard what="What the findings say" error={query.error} retry={() => { void query.refetch(); }} />}
      <ul className="linked-ids">{risk.findingIds.slice(0, SHOWN).map((id) => <li key={id}><FindingLink finding={id}>{id}</FindingLink></li>)}</ul>
    </>
  );
}
