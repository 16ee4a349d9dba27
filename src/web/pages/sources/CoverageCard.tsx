import { RowsTable } from '#web/pages/sources/RowsTable.tsx';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { agoWords } from '#web/pages/sources/words.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** How far the record reaches: owner, release process and scan of every service, and those no scan has reached in time. */
export function CoverageCard({ list: { coverage } }: { list: SourceList }) {
  const { owner, process, scan, notScanned } = coverage;
  const bars = [['with an owning team', owner], ['with a release process', process], ['with a scan within its limit', scan]] as const;
  return (
    <Card
      id="coverage" className="span-12"
      headline={scan.total === 0 ? 'No service is on the record' : notScanned.length === 0 ? 'Every service was scanned within its limit' : `${notScanned.length} of ${scan.total} services have no scan within the limit`}
      subtitle="A scan stays good for as long as the policy says of the most urgent open risk on the service (condition I6)"
      foot={<PlaceLink to={{ page: 'policy' }} view={{}}>The limits in the policy</PlaceLink>}
    >
      <dl className="sources-shares">
        {bars.map(([words, share]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              <b>{share.with} of {share.total}</b>
              <svg width="160" height="10" aria-hidden="true" focusable="false">
                <rect className="sources-bar__with" width={share.total === 0 ? 0 : (160 * share.with) / share.total} height="10" />
                <rect className="sources-bar__all" x="0.5" y="0.5" width="159" height="9" />
              </svg>
            </dd>
          </div>
        ))}
      </dl>
      {notScanned.length === 0 ? <Empty>None is waiting for a scan.</Empty> : (
        <RowsTable first={8} data={{
          caption: 'Services without a scan within the limit', file: 'services-not-scanned',
          columns: [{ label: 'Service' }, { label: 'Team' }, { label: 'Last scan' }, { label: 'From' }, { label: 'Limit in days', numeric: true }],
          rows: notScanned.map(({ service, team, lastAt, age, limit, source }) => [
            { value: service.name }, { value: team ?? 'no team recorded' },
            { value: lastAt?.slice(0, 10) ?? null, shown: lastAt === null ? <span className="gap-text">never, on this record</span> : <><DateText when={lastAt} /> <span className="sub">{agoWords(age)}</span></> },
            { value: source ?? '', shown: source ?? <span className="muted">none</span> }, { value: limit },
          ]),
        }} />
      )}
    </Card>
  );
}
