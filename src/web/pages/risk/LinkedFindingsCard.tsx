import { useQuery } from '@tanstack/react-query';
import { say } from '#language/say.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { endpointQuery } from '#web/api/request.ts';
import { FindingTable } from '#web/features/findings/FindingTable.tsx';
import { usePack } from '#web/pack/pack-context.ts';
import { Card } from '#web/ui/Card.tsx';
import { FindingLink, PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty, ErrorCard } from '#web/ui/states.tsx';
import { viewOfFindings } from '#web/url/finding-filter.ts';
import { useViewDates } from '#web/url/use-address.ts';

/** Rows shown here; the list page has them all. */
const SHOWN = 20;

/** The findings the risk rests on. Their ids are on the record already; what they say is fetched. */
export function LinkedFindingsCard({ risk }: { risk: RiskRow }) {
  const { byRule, derived } = risk.reached ?? { byRule: 0, derived: 0 };
  const total = risk.findingIds.length + byRule + derived;
  const pack = usePack();
  return (
    <Card
      className="span-12"
      headline={total === 0 ? say('No finding is linked to this risk') : headlineOf(risk.findingIds.length, byRule, derived)}
      subtitle={total === 0 ? undefined : byRule + derived === 0 ? say('What scanners, tests and reviews found; fixed ones included') : say('What scanners, tests and reviews found; of the linked ones fixed ones included, by rule or family the open ones')}
      foot={total > SHOWN && pack === undefined ? <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ riskId: risk.id, openOnly: false })}>{say('All {total, number} findings of this risk', { total })}</PlaceLink> : undefined}
    >
      {total === 0
        ? <Empty>{risk.derivedFrom === undefined ? say('None found on the record: the risk was registered without linking a finding to it.') : say('None is open: the risk stands for findings of the weakness family {families} in one service, and all of them are fixed or reach another risk.', { families: risk.derivedFrom.familyName })}</Empty>
        : pack === undefined ? <Findings risk={risk} /> : <PackedFindings risk={risk} />}
    </Card>
  );
}

function headlineOf(linked: number, byRule: number, derived: number): string {
  if (byRule + derived === 0) return say('{total} linked {total, plural, one {finding} other {findings}}', { total: linked });
  if (linked + derived === 0) return say('{count, plural, one {# open finding} other {# open findings}} by a rule', { count: byRule });
  if (linked + byRule === 0) return say('{count, plural, one {# open finding} other {# open findings}} of its service and weakness family', { count: derived });
  return say('{linked, plural, one {# linked finding} other {# linked findings}}, {others, plural, one {# open one} other {# open ones}} by rule or weakness family', { linked, others: byRule + derived });
}

/** A pack goes down to the risk: the ids of its findings are in it, what they say is not. */
function PackedFindings({ risk }: { risk: RiskRow }) {
  return (
    <>
      <p className="sub">{say('What each of them says is in the live record; a pack goes down to the risk.')}</p>
      <ul className="linked-ids">{risk.findingIds.slice(0, SHOWN).map((id) => <li key={id}>{id}</li>)}</ul>
      {risk.findingIds.length > SHOWN ? <p className="sub">{say('The first {SHOWN, number} of {findingIds, number}.', { SHOWN, findingIds: risk.findingIds.length })}</p> : null}
    </>
  );
}

function Findings({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const dates = useViewDates();
  const query = useQuery(endpointQuery('findingList', {}, { risk: risk.id, openOnly: false, limit: SHOWN, asOf: dates.asOf }));
  const findings = query.data?.findings;
  if (findings !== undefined) {
    return <FindingTable findings={findings} reached={query.data?.reached} caption={say('Findings linked to {risk}, as of {asOf}', { risk: risk.label, asOf: picture.asOf })} />;
  }
  return (
    <>
      {query.error === null ? <p className="sub" aria-busy="true">{say('Loading what they say …')}</p> : <ErrorCard what={say('What the findings say')} error={query.error} retry={() => { void query.refetch(); }} />}
      <ul className="linked-ids">{risk.findingIds.slice(0, SHOWN).map((id) => <li key={id}><FindingLink finding={id}>{id}</FindingLink></li>)}</ul>
    </>
  );
}
