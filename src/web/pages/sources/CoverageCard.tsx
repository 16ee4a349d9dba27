import { say } from '#language/say.ts';
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
  const bars = [[say('with an owning team'), owner], [say('with a release process'), process], [say('with a scan within its limit'), scan]] as const;
  return (
    <Card
      id="coverage" className="span-12"
      headline={scan.total === 0 ? say('No service is on the record') : notScanned.length === 0 ? say('Every service was scanned within its limit') : say('{without, number} of {total, plural, one {# service has} other {# services have}} no scan within the limit', { without: notScanned.length, total: scan.total })}
      subtitle={say('A scan stays good for as long as the policy says of the most urgent open risk on the service (condition I6)')}
      foot={<PlaceLink to={{ page: 'policy' }} view={{}}>{say('The limits in the policy')}</PlaceLink>}
    >
      <dl className="sources-shares">
        {bars.map(([words, share]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              <b>{say('{with, number} of {total, number}', share)}</b>
              <svg width="160" height="10" aria-hidden="true" focusable="false">
                <rect className="sources-bar__with" width={share.total === 0 ? 0 : (160 * share.with) / share.total} height="10" />
                <rect className="sources-bar__all" x="0.5" y="0.5" width="159" height="9" />
              </svg>
            </dd>
          </div>
        ))}
      </dl>
      {notScanned.length === 0 ? <Empty>{say('None is waiting for a scan.')}</Empty> : (
        <RowsTable first={8} data={{
          caption: say('Services without a scan within the limit'), file: 'services-not-scanned',
          columns: [{ label: say('Service') }, { label: say('Team') }, { label: say('Last scan') }, { label: say('From') }, { label: say('Limit in days'), numeric: true }],
          rows: notScanned.map(({ service, team, lastAt, age, limit, source }) => [
            { value: service.name }, { value: team ?? say('no team recorded') },
            { value: lastAt?.slice(0, 10) ?? null, shown: lastAt === null ? <span className="gap-text">{say('never, on this record')}</span> : <><DateText when={lastAt} /> <span className="sub">{agoWords(age)}</span></> },
            { value: source ?? '', shown: source ?? <span className="muted">{say('none')}</span> }, { value: limit },
          ]),
        }} />
      )}
    </Card>
  );
}
