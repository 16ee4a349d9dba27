import { counted } from '#core/picture/sentences/prose.ts';
import { RowsTable } from '#web/pages/sources/RowsTable.tsx';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { decisionWords } from '#web/pages/sources/words.ts';
import { Card } from '#web/ui/Card.tsx';
import type { DataRows } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { FindingLink, PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { FindingOwner, RiskOwner } from '#web/ui/RiskOwner.tsx';
import { Empty } from '#web/ui/states.tsx';
import { viewOfConditions } from '#web/url/condition-filter.ts';

type Decision = SourceList['byNobody']['decisions'][number];

/** Decisions that files carry without the name of who made them. What they are about stays in every count. */
export function ByNobodyCard({ list: { byNobody } }: { list: SourceList }) {
  const { total, accepted, decisions } = byNobody;
  const acceptances = decisions.filter(({ kind }) => kind === 'accept');
  const others = decisions.filter(({ kind }) => kind !== 'accept');
  return (
    <Card
      id="by-nobody" className="span-12"
      headline={total === 0 ? 'Every decision on the record names who made it' : `${accepted.toLocaleString('en-US')} accepted by nobody on record`}
      subtitle={total === 0 ? undefined : 'Suppressions, dismissals and statements in files that came without the name of who decided. What they are about stays counted'}
      foot={<PlaceLink to={{ page: 'conditions' }} view={viewOfConditions({ flags: ['A10'] })}>Risks decided outside the authority recorded (A10)</PlaceLink>}
    >
      {total === 0 ? <Empty>Looked through: every decision on the record.</Empty> : null}
      {acceptances.length === 0 ? null : <RowsTable first={8} data={rowsOf(acceptances, 'Accepted without a name', 'accepted-by-nobody-on-record')} />}
      <Unlisted listed={acceptances.length} of={accepted} />
      {total === accepted ? null : (
        <details>
          <summary>{counted(total - accepted, 'other decision')} without a name: to be reduced, transferred, avoided or deferred</summary>
          <RowsTable first={8} data={rowsOf(others, 'Other decisions without a name', 'decided-by-nobody-on-record')} />
          <Unlisted listed={others.length} of={total - accepted} />
        </details>
      )}
    </Card>
  );
}

function Unlisted({ listed, of }: { listed: number; of: number }) {
  return listed === of ? null : <p className="sub">{listed.toLocaleString('en-US')} of {of.toLocaleString('en-US')} are listed, the newest of them first.</p>;
}

function rowsOf(decisions: readonly Decision[], caption: string, file: string): DataRows {
  return {
    caption, file,
    columns: [{ label: 'About' }, { label: 'Decision' }, { label: 'On' }, { label: 'From' }, { label: 'Why, as the file says' }],
    rows: decisions.map((one) => [
      { value: one.subject, shown: <About one={one} /> }, { value: decisionWords[one.kind] ?? one.kind },
      { value: one.at.slice(0, 10), shown: <DateText when={one.at} /> }, { value: one.source ?? 'not recorded' },
      { value: one.why ?? '', shown: one.why === null ? <span className="gap-text">no reason recorded</span> : one.why.slice(0, 200) },
    ]),
  };
}

function About({ one }: { one: Decision }) {
  if (one.riskId !== null) return <><RiskLink risk={one.riskId}>{one.subject}</RiskLink><RiskOwner risk={one.riskId} /></>;
  return one.findingId === null ? one.subject : <><FindingLink finding={one.findingId}>{one.subject}</FindingLink><FindingOwner finding={one.findingId} /></>;
}
