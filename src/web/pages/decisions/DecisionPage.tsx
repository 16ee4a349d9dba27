import type { ReactNode } from 'react';
import { findDecision, type DecisionMade } from '#core/picture/decision-made.ts';
import type { FlagId } from '#core/flags/flag.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { decisionPageWords, kindWords } from '#core/picture/sentences/record-words.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { EvidenceStripCard } from '#web/features/evidence-strip/EvidenceStripCard.tsx';
import { FlagLines } from '#web/features/place/FlagLines.tsx';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import { AuthorityCard } from '#web/pages/risk/AuthorityCard.tsx';
import { DecisionsCard } from '#web/pages/risk/DecisionsCard.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { usePlace } from '#web/url/use-address.ts';
import '#web/features/place/place.css';
import '#web/ui/facts.css';

/** Conditions that are about a decision and whoever made it. */
const aboutDecisions: readonly FlagId[] = ['A10', 'I4', 'P3', 'P12'];

/** One decision on the record: who made it, whether they could and what they had seen, and whether it still holds. */
export function DecisionPage() {
  const picture = usePicture();
  const place = usePlace();
  if (place?.page !== 'decision') return null;
  const made = findDecision(picture, place.decision);
  return made === undefined ? <NotFoundHere what={say('decision')} id={place.decision} place={place} /> : <OneDecision made={made} />;
}

function OneDecision({ made }: { made: DecisionMade }) {
  const { decision, risk } = made;
  const { headline, lede } = decisionPageWords(usePicture(), made);
  return (
    <>
      <PageHead headline={headline} lede={lede} />
      <div className="grid">
        <Card className="span-6" headline={say('What was decided')} subtitle={decision.implicit === true ? say('Inferred from the record: nobody recorded a choice') : say('As the record has it')}>
          <dl className="facts">
            <dt>{say('About')}</dt><dd>{risk === null ? made.label : <RiskLink risk={risk.id}>{made.label}</RiskLink>}</dd>
            <dt>{say('Decision')}</dt><dd>{kindWords(decision.kind)}</dd>
            <dt>{say('Decided by')}</dt><dd>{decision.byId === null ? <span className="gap-text">{say('the source does not name them')}</span> : <PersonLink id={decision.byId} />}</dd>
            <dt>{say('On')}</dt><dd><DateText when={decision.at} /></dd>
            <dt>{say('Ends')}</dt><dd>{decision.expiresAt === null ? <span className="muted">{say('no end date')}</span> : <DateText when={decision.expiresAt} />}</dd>
            <dt>{say('Because')}</dt><dd>{orNotRecorded(decision.rationale)}</dd>
            <dt>{say('As long as')}</dt><dd>{decision.conditions.length === 0 ? orNotRecorded(null) : <ul>{decision.conditions.map((condition) => <li key={condition}>{condition}</li>)}</ul>}</dd>
            <dt>{say('Id')}</dt><dd>{decision.id}</dd>
          </dl>
        </Card>
        {risk === null ? <Closed /> : <OfOpenRisk risk={risk} made={made} />}
      </div>
    </>
  );
}

function OfOpenRisk({ risk, made: { decision } }: { risk: RiskRow; made: DecisionMade }) {
  const flags = [...risk.flags, ...risk.moreFlags].filter(({ flag }) => aboutDecisions.includes(flag));
  return (
    <>
      <Card className="span-6" headline={flags.length === 0 ? say('No condition about a decision on this risk is open') : say('{count, plural, one {One condition} other {# conditions}} about the decisions on this risk', { count: flags.length })}>
        {flags.length === 0 ? <Empty>{say('None found among the rules about decisions: who may decide, what they had seen, whether it has ended, whether its conditions hold.')}</Empty> : <FlagLines flags={flags} />}
      </Card>
      <EvidenceStripCard asked={[{ risk, personId: decision.byId, decidedAt: decision.at }]} />
      <div className="span-6"><AuthorityCard risk={risk} /></div>
      <div className="span-6"><DecisionsCard risk={risk} /></div>
    </>
  );
}

function Closed() {
  return (
    <Card className="span-6" headline={say('The risk is closed')} subtitle={say('What it rested on is seen by going back to a date when it was open')}>
      <Empty>{say('Its evidence and its conditions are those of an open risk, and are not part of this date.')}</Empty>
    </Card>
  );
}

function orNotRecorded(text: string | null): ReactNode {
  return text ?? <span className="muted">{say('not recorded')}</span>;
}
