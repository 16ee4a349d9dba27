import { counted } from '#core/picture/sentences/prose.ts';
import { dayInWords } from '#core/time.ts';
import { ActButton } from '#web/features/acts/ActButton.tsx';
import type { ActPlan } from '#web/features/acts/act-plan.ts';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Empty } from '#web/ui/states.tsx';

type Held = SourceList['held'][number];

/** Scans that no longer find so much at once that a person looks first: released or discarded here, with a reason. */
export function HeldCard({ list: { held, asOf } }: { list: SourceList }) {
  const waiting = held.filter(({ verdict }) => verdict === null);
  const settled = held.filter(({ verdict }) => verdict !== null);
  return (
    <Card
      id="held" className="span-12"
      headline={waiting.length === 0 ? 'No scan is held' : `${counted(waiting.length, 'scan')} ${waiting.length === 1 ? 'is' : 'are'} held: so much is gone at once that a person looks first`}
      subtitle="A scan that lost all of five or more findings, or more than half of twenty or more, ends none of them by itself: a broken scanner is likelier than as many fixes"
    >
      {waiting.length === 0 ? <Empty>Every complete scan found about as much as the one before it.</Empty> : (
        <ul className="sources-held">{waiting.map((one) => <HeldScan key={one.id} one={one} asOf={asOf} />)}</ul>
      )}
      {settled.length === 0 ? null : (
        <details>
          <summary>{counted(settled.length, 'scan')} looked at before</summary>
          <ul className="sources-held">
            {settled.map((one) => (
              <li key={one.id}>{one.service.name}, {one.tool}, <DateText when={one.scannedAt} />: {one.verdict === 'release' ? 'released' : 'discarded'}{one.settledAt === null ? '' : ` on ${dayInWords(one.settledAt)}`}{one.settledBy === null ? '' : ` by ${one.settledBy}`}. Why: {one.reason}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function HeldScan({ one, asOf }: { one: Held; asOf: string }) {
  const { service, tool, before, gone, scannedAt, file } = one;
  return (
    <li>
      <h3>{service.name}: {tool} no longer finds {gone} of {before}</h3>
      <p className="sub">Scan of <DateText when={scannedAt} />, from {file}, brought by {one.by}. All {gone} stay open until somebody says more.</p>
      <div className="sources-held__acts">
        {one.canRelease ? <ActButton plan={planOf(one, 'release', asOf)} /> : <p className="sub">Too many to be named one by one: once you have looked, import the file again in parts.</p>}
        <ActButton quiet plan={planOf(one, 'discard', asOf)} />
      </div>
    </li>
  );
}

function planOf({ id, service, tool, gone, scannedAt }: Held, verdict: 'release' | 'discard', asOf: string): ActPlan {
  const scan = `the scan of ${service.name} by ${tool} of ${dayInWords(scannedAt)}`;
  return {
    label: verdict === 'release' ? `Release: ${gone} are fixed (${service.name})` : `Discard: ${gone} stay open (${service.name})`,
    records: verdict === 'release'
      ? `That ${scan} is right: ${counted(gone, 'finding')} it no longer finds ${gone === 1 ? 'counts' : 'count'} as fixed since that day.`
      : `That ${scan} did not run as it should: ${counted(gone, 'finding')} it no longer finds ${gone === 1 ? 'stays' : 'stay'} open.`,
    about: '',
    fields: ['rationale'],
    initial: { date: asOf, kind: 'mitigate', rationale: '', level: 'detail' },
    request: ({ rationale }) => ({ name: 'heldScanSettle', params: { id }, body: { verdict, reason: rationale } }),
  };
}
