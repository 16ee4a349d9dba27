import type { FindingView } from '#contract/finding.ts';
import { decisionWords } from '#web/charts/decision-words.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Decisions about the finding itself, often carried by a scanner's file: shown, and not trusted without a maker. */
export function CarriedDecisions({ decisions }: { decisions: FindingView['decisions'] }) {
  return (
    <Card className="span-12" headline={decisions.length === 0 ? 'No decision about the finding itself is on the record' : 'Decisions about the finding itself'} subtitle="Suppressions, dismissals and VEX statements that came with a source">
      {decisions.length === 0 ? <Empty>None found. What is decided about the risk stands on the risk.</Empty> : (
        <ul className="finding-decisions">
          {decisions.map((one) => (
            <li key={one.id}>
              <p>
                <b>{decisionWords[one.kind]}</b>, <DateText when={one.at} />,{' '}
                {one.byId === null ? <span className="gap-text">by somebody the source does not name</span> : <>by <PersonLink id={one.byId} /></>},{' '}
                {one.expiresAt === null ? 'no end date' : <>ends <DateText when={one.expiresAt} /></>}
              </p>
              {one.rationale === null ? null : <p className="sub">The source’s words: {one.rationale}</p>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
