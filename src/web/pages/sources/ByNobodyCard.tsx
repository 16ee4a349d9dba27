import { counted } from '#core/picture/sentences/prose.ts';
import { RowsTable } from '#web/pages/sources/RowsTable.tsx';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { decisionWords } from '#web/pages/sources/words.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { FindingLink, PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { viewOfConditions } from '#web/url/condition-filter.ts';

type Decision = SourceList['byNobody']['decisions'][number];

/** Decisions that files carry without the name of who made them. What they are about stays in every count. */
export function ByNobodyCard({ list: { byNobody } }: { list: SourceList }) {
  const { total, accepted, decisions } = byNobody;
  return (
    <Card
      id="by-nobody" className="span-12"
      headline={total === 0 ? 'Every decision on the record names who made it' : `${accepted.toLocaleString('en-US')} accepted by nobody on record`}
      subtitle={total === 0 ? undefined : `${counted(total, 'decision')} came without a name: suppressions, dismissals and statements in files. Findings and risks they are about stay counted`}
      foot={<PlaceLink to={{ page: 'conditions' }} view={viewOfConditions({ flags: ['A10'] })}>Risks decided outside the authority recorded (A10)</PlaceLink>}
    >
      {total === 0 ? <Empty>Looked through: every decision on the record.</Empty> : (
        <RowsTable first={8} data={{
          caption: 'Decisions without a maker', file: 'decided-by-nobody-on-record',
          columns: [{ label: 'About' }, { label: 'Decision' }, { label: 'On' }, { label: 'From' }, { label: 'Why, as the file says' }],
          rows: decisions.map((one) => [
            { value: one.subject, shown: <About one={one} /> }, { value: decisionWords[one.kind] ?? one.kind },
            { value: one.at.slice(0, 10), shown: <DateText when={one.at} /> }, { value: one.source ?? 'not recorded' },
            { value: one.why ?? '', shown: one.why === null ? <span className="gap-text">no reason recorded</span> : one.why.slice(0, 200) },
          ]),
        }} />
      )}
      {decisions.length === total ? null : <p className="sub">The newest {decisions.length} of {total.toLocaleString('en-US')} are listed.</p>}
    </Card>
  );
}

function About({ one }: { one: Decision }) {
  if (one.riskId !== null) return <RiskLink risk={one.riskId}>{one.subject}</RiskLink>;
  return one.findingId === null ? one.subject : <FindingLink finding={one.findingId}>{one.subject}</FindingLink>;
}
