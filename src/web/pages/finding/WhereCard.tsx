import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
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
    <Card className="span-6" headline={say('What was found, and where')} subtitle={finding.source === null ? say('The source is not recorded') : say('As {source} reported it', { source: finding.source })}>
      <dl className="facts">
        <dt>{say('Service')}</dt><dd>{service?.name ?? finding.serviceId}</dd>
        <dt>{say('Release process')}</dt><dd><ProcessLink id={service?.processId ?? null} /></dd>
        <dt>{say('Component')}</dt><dd>{textOr(finding.component)}</dd>
        <dt>{say('Location')}</dt><dd>{finding.location === null ? textOr(null) : <code className="finding-code">{finding.location}</code>}</dd>
        <dt>{say('The source’s id')}</dt><dd>{textOr(finding.externalId)}</dd>
        <dt>{say('Scanner’s score')}</dt><dd>{finding.score === null ? <NotMeasured>{say('None given')}</NotMeasured> : finding.score}</dd>
        <dt>{say('Exploited')}</dt><dd>{yesNo(finding.exploited)}</dd>
        <dt>{say('Can be automated')}</dt><dd>{yesNo(finding.automatable)}</dd>
        <dt>{say('Gives total control')}</dt><dd>{yesNo(finding.totalControl)}</dd>
        <dt>{say('Kind of defect')}</dt><dd>{textOr(finding.defectClass)}</dd>
        <dt>{say('Since')}</dt><dd><DateText when={finding.at} /></dd>
      </dl>
      {finding.facts.length === 0 ? null : <ul className="finding-facts">{finding.facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>}
    </Card>
  );
}

function textOr(text: string | null): ReactNode {
  return text ?? <span className="muted">{say('not recorded')}</span>;
}

function yesNo(value: boolean | null): ReactNode {
  if (value === null) return <span className="muted">{say('the source does not say')}</span>;
  return value ? say('yes') : say('no');
}
