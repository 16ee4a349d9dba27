import type { ReactNode } from 'react';
import type { FindingView } from '#contract/finding.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { ProcessLink } from '#web/ui/ProcessLink.tsx';
import '#web/ui/facts.css';

/** What the source reported, in the source's own words. */
export function WhereCard({ view: { finding } }: { view: FindingView }) {
  const service = namesOf(usePicture()).service(finding.serviceId);
  return (
    <Card className="span-6" headline="What was found, and where" subtitle={finding.source === null ? 'The source is not recorded' : `As ${finding.source} reported it`}>
      <dl className="facts">
        <dt>Service</dt><dd>{service?.name ?? finding.serviceId}</dd>
        <dt>Release process</dt><dd><ProcessLink id={service?.processId ?? null} /></dd>
        <dt>Component</dt><dd>{textOr(finding.component)}</dd>
        <dt>Location</dt><dd>{finding.location === null ? textOr(null) : <code className="finding-code">{finding.location}</code>}</dd>
        <dt>The source’s id</dt><dd>{textOr(finding.externalId)}</dd>
        <dt>Scanner’s score</dt><dd>{finding.score === null ? <NotMeasured>None given</NotMeasured> : finding.score}</dd>
        <dt>Exploited</dt><dd>{yesNo(finding.exploited)}</dd>
        <dt>Can be automated</dt><dd>{yesNo(finding.automatable)}</dd>
        <dt>Gives total control</dt><dd>{yesNo(finding.totalControl)}</dd>
        <dt>Kind of defect</dt><dd>{textOr(finding.defectClass)}</dd>
        <dt>Since</dt><dd><DateText when={finding.at} /></dd>
      </dl>
      {finding.facts.length === 0 ? null : <ul className="finding-facts">{finding.facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>}
    </Card>
  );
}

function textOr(text: string | null): ReactNode {
  return text ?? <span className="muted">not recorded</span>;
}

function yesNo(value: boolean | null): ReactNode {
  if (value === null) return <span className="muted">the source does not say</span>;
  return value ? 'yes' : 'no';
}
