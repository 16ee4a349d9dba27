import { dayInWords } from '#core/time.ts';
import { say } from '#language/say.ts';
import { ActButton } from '#web/features/acts/ActButton.tsx';
import type { ActPlan } from '#web/features/acts/act-plan.ts';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { Empty } from '#web/ui/states.tsx';

type Held = SourceList['held'][number];

/** Scans that no longer find so much at once that a person looks first: released or discarded here, with a reason. */
export function HeldCard({ list: { held, asOf } }: { list: SourceList }) {
  const waiting = held.filter(({ verdict }) => verdict === null);
  const settled = held.filter(({ verdict }) => verdict !== null);
  return (
    <Card
      id="held" className="span-12"
      headline={waiting.length === 0 ? say('No scan is held') : say('{count, plural, one {# scan is} other {# scans are}} held: so much is gone at once that a person looks first', { count: waiting.length })}
      subtitle={say('A scan that lost all or most of its findings at once ends none of them by itself: a broken scanner is likelier than as many fixes')}
      foot={<PlaceLink to={{ page: 'policy' }} view={{}}>{say('From how many on, in the policy')}</PlaceLink>}
    >
      {waiting.length === 0 ? <Empty>{say('Every complete scan found about as much as the one before it.')}</Empty> : (
        <ul className="sources-held">{waiting.map((one) => <HeldScan key={one.id} one={one} asOf={asOf} />)}</ul>
      )}
      {settled.length === 0 ? null : (
        <details>
          <summary>{say('{count, plural, one {# scan} other {# scans}} looked at before', { count: settled.length })}</summary>
          <ul className="sources-held">
            {settled.map((one) => (
              <li key={one.id}><Settled one={one} /></li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function Settled({ one: { service, tool, scannedAt, verdict, settledAt, settledBy, reason } }: { one: Held }) {
  const values = { service: service.name, tool, day: <DateText when={scannedAt} />, on: settledAt === null ? say('an unknown day') : <DateText when={settledAt} />, by: settledBy ?? say('nobody on record'), reason: reason ?? say('no reason recorded') };
  return verdict === 'release'
    ? <Said message="{service}, {tool}, {day}: released on {on} by {by}. Why: {reason}" values={values} />
    : <Said message="{service}, {tool}, {day}: discarded on {on} by {by}. Why: {reason}" values={values} />;
}

function HeldScan({ one, asOf }: { one: Held; asOf: string }) {
  const { service, tool, before, gone, scannedAt, file } = one;
  return (
    <li>
      <h3>{say('{service}: {tool} no longer finds {gone, number} of {before, number}', { service: service.name, tool, gone, before })}</h3>
      <p className="sub"><Said message="Scan of {day}, from {file}, brought by {by}. All {gone, number} stay open until somebody says more." values={{ day: <DateText when={scannedAt} />, file, by: one.by, gone }} /></p>
      <div className="sources-held__acts">
        {one.canRelease ? <ActButton plan={planOf(one, 'release', asOf)} /> : <p className="sub">{say('Too many to be named one by one: once you have looked, import the file again in parts.')}</p>}
        <ActButton quiet plan={planOf(one, 'discard', asOf)} />
      </div>
    </li>
  );
}

function planOf({ id, service, tool, gone, scannedAt }: Held, verdict: 'release' | 'discard', asOf: string): ActPlan {
  const scan = { service: service.name, tool, day: dayInWords(scannedAt), gone };
  return {
    label: verdict === 'release' ? say('Release: {gone, number} are fixed ({service})', scan) : say('Discard: {gone, number} stay open ({service})', scan),
    records: verdict === 'release'
      ? say('That the scan of {service} by {tool} of {day} is right: {gone, plural, one {# finding it no longer finds counts} other {# findings it no longer finds count}} as fixed since that day.', scan)
      : say('That the scan of {service} by {tool} of {day} did not run in full: {gone, plural, one {# finding it no longer finds stays} other {# findings it no longer finds stay}} open.', scan),
    about: '',
    fields: ['rationale'],
    initial: { date: asOf, kind: 'mitigate', rationale: '', level: 'detail' },
    request: ({ rationale }) => ({ name: 'heldScanSettle', params: { id }, body: { verdict, reason: rationale } }),
  };
}
