import { say } from '#language/say.ts';
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
      headline={total === 0 ? say('Every decision on the record names who made it') : say('{accepted, number} accepted by nobody on record', { accepted })}
      subtitle={total === 0 ? undefined : say('Suppressions, dismissals and statements in files that came without the name of who decided. What they are about stays counted')}
      foot={<PlaceLink to={{ page: 'conditions' }} view={viewOfConditions({ flags: ['A10'] })}>{say('Risks decided outside the authority recorded (A10)')}</PlaceLink>}
    >
      {total === 0 ? <Empty>{say('Looked through: every decision on the record.')}</Empty> : null}
      {acceptances.length === 0 ? null : <RowsTable first={8} data={rowsOf(acceptances, say('Accepted without a name'), 'accepted-by-nobody-on-record')} />}
      <Unlisted listed={acceptances.length} of={accepted} />
      {total === accepted ? null : (
        <details>
          <summary>{say('{count, plural, one {# other decision} other {# other decisions}} without a name: to be reduced, transferred, avoided or deferred', { count: total - accepted })}</summary>
          <RowsTable first={8} data={rowsOf(others, say('Other decisions without a name'), 'decided-by-nobody-on-record')} />
          <Unlisted listed={others.length} of={total - accepted} />
        </details>
      )}
    </Card>
  );
}

function Unlisted({ listed, of }: { listed: number; of: number }) {
  return listed === of ? null : <p className="sub">{say('{listed, number} of {of, number} are listed, the newest of them first.', { listed, of })}</p>;
}

function rowsOf(decisions: readonly Decision[], caption: string, file: string): DataRows {
  return {
    caption, file,
    columns: [{ label: say('About') }, { label: say('Decision') }, { label: say('Day') }, { label: say('From') }, { label: say('Why, as the file says') }],
    rows: decisions.map((one) => [
      { value: one.subject, shown: <About one={one} /> }, { value: decisionWords(one.kind) },
      { value: one.at.slice(0, 10), shown: <DateText when={one.at} /> }, { value: one.source ?? say('not recorded') },
      { value: one.why ?? '', shown: one.why === null ? <span className="gap-text">{say('no reason recorded')}</span> : one.why.slice(0, 200) },
    ]),
  };
}

function About({ one }: { one: Decision }) {
  if (one.riskId !== null) return <><RiskLink risk={one.riskId}>{one.subject}</RiskLink><RiskOwner risk={one.riskId} /></>;
  return one.findingId === null ? one.subject : <><FindingLink finding={one.findingId}>{one.subject}</FindingLink><FindingOwner finding={one.findingId} /></>;
}
