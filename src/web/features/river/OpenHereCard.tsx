import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { say } from '#language/say.ts';
import { endpointQuery } from '#web/api/request.ts';
import { FindingTable } from '#web/features/findings/FindingTable.tsx';
import { CountLink } from '#web/features/river/CountLink.tsx';
import type { RiverPlace } from '#web/features/river/use-river.ts';
import { Card } from '#web/ui/Card.tsx';
import { Empty, ErrorCard, Loading } from '#web/ui/states.tsx';
import { queryOfFindings } from '#web/url/finding-filter.ts';
import { useViewDates } from '#web/url/use-address.ts';

const SHOWN = 10;

/** The first of the open findings a stage found, and the way to all of them. */
export function OpenHereCard({ stageId, name, place }: { stageId: string; name: string; place: RiverPlace }) {
  const { asOf } = useViewDates();
  const filter = { ...place, stageId };
  const list = useQuery({ ...endpointQuery('findingList', {}, { ...queryOfFindings(filter), limit: SHOWN, asOf }), placeholderData: keepPreviousData });
  if (list.data === undefined) {
    return <div className="span-12">{list.error === null ? <Loading what={say('the open findings')} as="card" /> : <ErrorCard what={say('The open findings')} error={list.error} retry={() => { void list.refetch(); }} />}</div>;
  }
  const { findings, total } = list.data;
  return (
    <Card
      className="span-12"
      headline={say('{total, plural, =0 {No finding found at {stage} is open} one {# finding found at {stage} is open} other {# findings found at {stage} are open}}', { total, stage: name })}
      subtitle={total > findings.length ? say('The first {shown, number} of them; all in their list', { shown: findings.length }) : undefined}
      foot={total === 0 ? undefined : <span>{say('All open ones:')} <CountLink count={total} filter={filter} of={say('open, found at {stage}', { stage: name })} /></span>}
    >
      {total === 0 ? <Empty>{say('None found on the record.')}</Empty> : <FindingTable findings={findings} caption={say('Open findings found at {stage}', { stage: name })} />}
    </Card>
  );
}
