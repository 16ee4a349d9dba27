import { Said } from '#web/ui/Said.tsx';
import { say } from '#language/say.ts';
import type { FindingView } from '#contract/finding.ts';
import { decisionWords } from '#web/charts/decision-words.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Decisions about the finding itself, often carried by a scanner's file: shown, and not trusted without a maker. */
export function CarriedDecisions({ decisions }: { decisions: FindingView['decisions'] }) {
  return (
    <Card className="span-12" headline={decisions.length === 0 ? say('No decision about the finding itself is on the record') : say('Decisions about the finding itself')} subtitle={say('Suppressions, dismissals and VEX statements that came with a source')}>
      {decisions.length === 0 ? <Empty>{say('None found. What is decided about the risk stands on the risk.')}</Empty> : (
        <ul className="finding-decisions">
          {decisions.map((one) => (
            <li key={one.id}>
              <p>
                <b>{say(decisionWords[one.kind])}</b>, <DateText when={one.at} />,{' '}
                {one.byId === null ? <span className="gap-text">{say('by somebody the source does not name')}</span> : <Said message="by {person}" values={{ person: <PersonLink id={one.byId} /> }} />},{' '}
                {one.expiresAt === null ? say('no end date') : <Said message="ends {date}" values={{ date: <DateText when={one.expiresAt} /> }} />}
              </p>
              {one.byId === null ? <p className="sub">{say('It hides nothing: the finding stays in every count, and the decision is judged like any other, as made without authority on record.')}</p> : null}
              {one.rationale === null ? null : <p className="sub">{say('The source’s words: {rationale}', { rationale: one.rationale })}</p>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
